"""Counts transactions, for the metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event

_WRITES = "spravka_writes"
"""The option by which Database marks a transaction that writes."""


@contextmanager
def counting_transactions(count: Callable[[str], None]) -> Iterator[None]:
    """Call `count` with «read» or «write» for each transaction that begins in this process."""

    def begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        on_server = connection.dialect.name != "sqlite" and options.get("isolation_level") != "AUTOCOMMIT"
        count("write" if options.get(_WRITES) or on_server else "read")

    event.listen(Engine, "begin", begun)
    try:
        yield
    finally:
        event.remove(Engine, "begin", begun)
