"""The nursery that bears the program ends with the tests, as for the end-to-end ones."""

from tests.e2e.conftest import nursery_that_ends_with_the_session

__all__ = ["nursery_that_ends_with_the_session"]
