from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.forkserver.client import close_fork_server


@pytest.fixture(scope="session", autouse=True)
def fork_server_of_the_session() -> Iterator[None]:
    yield
    close_fork_server()


@pytest.fixture
def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
