from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.forkserver.children import close_nursery


@pytest.fixture(scope="session", autouse=True)
def nursery_that_ends_with_the_session() -> Iterator[None]:
    yield
    close_nursery()


@pytest.fixture
def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
