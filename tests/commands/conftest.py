"""Stops the fork server after the tests, as the end-to-end tests do."""

from tests.e2e.conftest import fork_server_of_the_session

__all__ = ["fork_server_of_the_session"]
