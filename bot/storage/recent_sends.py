"""The latest moments of something in one column: a list of a fixed length, changed by one statement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Double, literal
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

KEPT = 30
"""Telegram allows so many messages in a second; the pace is never more."""
RecentSends = JSON().with_variant(JSONB(), "postgresql")
"""Seconds since 1970, the latest last."""


def no_sends() -> list[float]:
    return [0.0] * KEPT


class NthLatest(FunctionElement[float]):
    """The n-th moment from the end; long ago where so many are not kept."""

    inherit_cache = True
    type = Double()

    def __init__(self, moments: Any, n: int) -> None:
        super().__init__(moments, literal(n))


class WithLatest(FunctionElement[Any]):
    """The list with this moment after the others, and without the oldest."""

    inherit_cache = True
    type = RecentSends


@compiles(NthLatest)
def _nth_on_postgresql(element: NthLatest, compiler: Any, **kwargs: Any) -> str:
    moments, n = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"coalesce(({moments} ->> -({n})::int)::float8, 0)"


@compiles(NthLatest, "sqlite")
def _nth_on_sqlite(element: NthLatest, compiler: Any, **kwargs: Any) -> str:
    moments, n = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"coalesce(json_extract({moments}, '$[#-' || {n} || ']'), 0)"


@compiles(WithLatest)
def _followed_on_postgresql(element: WithLatest, compiler: Any, **kwargs: Any) -> str:
    moments, moment = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"({moments} - 0) || to_jsonb({moment})"


@compiles(WithLatest, "sqlite")
def _followed_on_sqlite(element: WithLatest, compiler: Any, **kwargs: Any) -> str:
    moments, moment = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"json_insert(json_remove({moments}, '$[0]'), '$[#]', {moment})"
