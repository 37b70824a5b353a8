"""What the gate has found, line by line, for the screen, the file and the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.records.gate import GateSummary
from bot.replies import percent
from bot.replies.cli import check_report
from bot.replies.editing import entity_changes
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import EntityKind

SHOWN = 10
MAX_LINES = 30
"""Lines of changes on the screen; the file has all."""
DISAGREE = "⚠ База скажет два разных: сведения расходятся с событиями"
STILL_ASKED = "Из примеров их убирать незачем: читатели их всё равно зададут."


def change_lines(changes: Sequence[Change], base: FactBase) -> list[str]:
    """Named as they will be called: a new topic comes with the words of the base."""
    new = [one for one in changes if one.before is None or one.key.kind is EntityKind.TERMS]
    named = overwrite(base, new)
    return entity_changes.of_all(changes, named)


def failures(summary: GateSummary, tolerated: float) -> Iterator[str]:
    if summary.fails:
        missed = percent.over(summary.missed_share, tolerated)
        yield f"⚠ Собственная проверка не пройдена: промахов {missed}. {check_report.ADD}"
    if summary.harms:
        harmed = f"{summary.harmed}, допустимо {summary.harmed_allowed}"
        yield f"⚠ Пострадают известные вопросы: {harmed}. {STILL_ASKED}"


def conflicts(summary: GateSummary, most: int) -> Iterator[str]:
    found = summary.disagreements
    yield from bulleted(f"{DISAGREE}: {len(found)}", found, most)


def self_check(summary: GateSummary, most: int) -> Iterator[str]:
    """Apart from the replies: examples asked as if they were not in the base."""
    missed = [f"«{question}»" for question in summary.missed]
    yield from bulleted(f"Самопроверка: без своего примера не найдутся {len(missed)}", missed, most)


def bulleted(title: str, lines: Sequence[str], most: int) -> Iterator[str]:
    if not lines:
        return
    yield f"{title}."
    yield from (f"• {line}" for line in lines[:most])
    if len(lines) > most:
        yield f"… и ещё {len(lines) - most}"
