"""The refusal of an edit that breaks pack rules: every fault, by entity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from bot.replies import problems
from bot.replies.parts import Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.pack.problems import Problem

_SHOWN = 20
HEAD = "Так база не сложится, ничего не изменено."


class ShownFault(Protocol):
    @property
    def entity(self) -> str | None: ...

    @property
    def title(self) -> str: ...

    @property
    def problem(self) -> Problem: ...


def refused(faults: Sequence[ShownFault]) -> Reply:
    lines = [_line(fault) for fault in faults[:_SHOWN]]
    more = [f"… и ещё {len(faults) - _SHOWN}"] if len(faults) > _SHOWN else []
    return Reply(parts=(Strong(HEAD), Text("\n" + "\n".join([*lines, *more]))))


def _line(fault: ShownFault) -> str:
    place = f"«{shorten(fault.title, 120)}»" if fault.title else fault.entity or fault.problem.file
    return f"• {place}: {problems.wording(fault.problem)}"
