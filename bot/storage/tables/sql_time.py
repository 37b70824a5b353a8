"""Instants in the database: aware UTC in Python, comparable in SQL; and the clock of the database server."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Double, Float, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
"""As `free_at` or `ready_at`: at once."""


class Instant(TypeDecorator[datetime]):
    """An aware datetime. PostgreSQL stores timestamptz, SQLite text in UTC that sorts by time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime must not reach the database")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class DatabaseNow(FunctionElement[datetime]):
    """The database's clock plus `seconds`: the current instant, not the start of the transaction.

    Leases and pauses use it, because the clocks of workers may differ.
    """

    inherit_cache = True
    type = Instant()

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__(literal(float(seconds), Float()))


@compiles(DatabaseNow)
def _on_postgresql(element: DatabaseNow, compiler: Any, **kwargs: Any) -> str:
    seconds = compiler.process(element.clauses, **kwargs)
    return f"(clock_timestamp() + make_interval(secs => {seconds}))"


@compiles(DatabaseNow, "sqlite")
def _on_sqlite(element: DatabaseNow, compiler: Any, **kwargs: Any) -> str:
    seconds = compiler.process(element.clauses, **kwargs)
    # SQLAlchemy stores microseconds (six digits); %f gives milliseconds.
    return f"strftime('%Y-%m-%d %H:%M:%f000', 'now', {seconds} || ' seconds')"


class DatabaseSeconds(FunctionElement[float]):
    """The database's clock in seconds since 1970, for arithmetic that is the same on both databases."""

    inherit_cache = True
    type = Double()


@compiles(DatabaseSeconds)
def _seconds_on_postgresql(_element: DatabaseSeconds, _compiler: Any, **_: Any) -> str:
    return "extract(epoch FROM clock_timestamp())::float8"


@compiles(DatabaseSeconds, "sqlite")
def _seconds_on_sqlite(_element: DatabaseSeconds, _compiler: Any, **_: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


class Greatest(FunctionElement[float]):
    """The greatest of its arguments, none of which is NULL."""

    inherit_cache = True
    type = Double()


@compiles(Greatest)
def _greatest_on_postgresql(element: Greatest, compiler: Any, **kwargs: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **kwargs)})"


@compiles(Greatest, "sqlite")
def _greatest_on_sqlite(element: Greatest, compiler: Any, **kwargs: Any) -> str:
    return f"max({compiler.process(element.clauses, **kwargs)})"
