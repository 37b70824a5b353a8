"""A column with the times of the latest sends: a JSON list of fixed length, updated by one statement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Double, literal
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

LENGTH = 30
"""Telegram allows this many messages a second; the rate limit is never higher."""
RecentSends = JSON().with_variant(JSONB(), "postgresql")
"""The column type: seconds since 1970, the latest last."""


def no_sends() -> list[float]:
    return [0.0] * LENGTH


class NthLatest(FunctionElement[float]):
    """The n-th latest time; 0 (1970) where the list is shorter."""

    inherit_cache = True
    type = Double()

    def __init__(self, times: Any, n: int) -> None:
        super().__init__(times, literal(n))


class WithLatest(FunctionElement[Any]):
    """The list with a time appended and the oldest removed."""

    inherit_cache = True
    type = RecentSends


@compiles(NthLatest)
def _nth_on_postgresql(element: NthLatest, compiler: Any, **kwargs: Any) -> str:
    times, n = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"coalesce(({times} ->> -({n})::int)::float8, 0)"


@compiles(NthLatest, "sqlite")
def _nth_on_sqlite(element: NthLatest, compiler: Any, **kwargs: Any) -> str:
    times, n = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"coalesce(json_extract({times}, '$[#-' || {n} || ']'), 0)"


@compiles(WithLatest)
def _followed_on_postgresql(element: WithLatest, compiler: Any, **kwargs: Any) -> str:
    times, time = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"({times} - 0) || to_jsonb({time})"


@compiles(WithLatest, "sqlite")
def _followed_on_sqlite(element: WithLatest, compiler: Any, **kwargs: Any) -> str:
    times, time = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"json_insert(json_remove({times}, '$[0]'), '$[#]', {time})"
