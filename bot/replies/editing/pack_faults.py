"""The refusal of an edit that breaks pack rules: every fault, by entity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from bot.replies import problems
from bot.replies.editing.field_names import FIELDS
from bot.replies.parts import Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.pack.problems import Code, Problem

_SHOWN = 20
_TEXTS: Mapping[Code, str] = {
    Code.UNKNOWN_EVENT: "говорит о событии «{named}», а его в базе не будет",
    Code.UNKNOWN_PERSON: "называет человека «{named}», а его в базе не будет",
    Code.UNKNOWN_SOURCE: "взято из источника «{named}», а его в базе не будет",
    Code.CIRCLE: "события идут по кругу ({named}): уберите одно из «Следует за»",
}
HEAD = "Так база не сложится, ничего не изменено."


class ShownFault(Protocol):
    @property
    def entity(self) -> str | None: ...

    @property
    def title(self) -> str: ...

    @property
    def problem(self) -> Problem: ...

    @property
    def named(self) -> str: ...


def refused(faults: Sequence[ShownFault]) -> Reply:
    lines = [f"• {line(fault)}" for fault in faults[:_SHOWN]]
    more = [f"… и ещё {len(faults) - _SHOWN}"] if len(faults) > _SHOWN else []
    return Reply(parts=(Strong(HEAD), Text("\n" + "\n".join([*lines, *more]))))


def line(fault: ShownFault) -> str:
    """The entity at fault, and what is wrong with it."""
    where = f"запись «{fault.entity}»" if fault.entity else fault.problem.file
    place = f"«{shorten(fault.title, 120)}»" if fault.title else where
    return f"{place}: {wording(fault)}"


def wording(fault: ShownFault) -> str:
    """In the words of forms, which name no file and no key."""
    problem = fault.problem
    if (text := _TEXTS.get(problem.code)) is not None:
        return text.format(named=shorten(fault.named, 200))
    key = problem.data.get("key", "")
    return problems.wording(replace(problem, data={**problem.data, "key": FIELDS.get(key, key)}))
