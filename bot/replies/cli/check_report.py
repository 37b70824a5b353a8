"""The report of `spravka check`, in Russian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.replies import consistency
from knowledge.facts.model import FactBase
from knowledge.quality.consistency import Disagreement
from knowledge.quality.selfcheck import Missed, SelfCheck
from knowledge.results import Answer, Choices, Refusal, Result


def report(base: FactBase, found: SelfCheck, tolerated: float, conflicts: Sequence[Disagreement] = ()) -> str:
    """Counts, facts that disagree with events, every missed question, the verdict."""
    return "\n".join(_lines(base, found, tolerated, conflicts))


def _lines(
    base: FactBase, found: SelfCheck, tolerated: float, conflicts: Sequence[Disagreement]
) -> Iterator[str]:
    yield f"Форма верна. Фактов: {len(base.facts)}, событий: {len(base.events)}, людей: {len(base.people)}."
    if base.drafts:
        yield f"Черновиков, которых читатели не видят: {len(base.drafts)}."
    yield from consistency.report(conflicts)
    right = found.asked - len(found.missed)
    yield f"Свои вопросы (каждый убран из базы): {right} из {found.asked} находят свой факт."
    for missed in found.missed:
        yield _missed(missed)
    share = f"{found.missed_share:.0%} при допустимых {tolerated:.0%}"
    if found.missed_share > tolerated:
        yield f"Промахов слишком много: {share}. Добавьте к этим фактам вопросов другими словами."
    elif found.missed:
        yield f"Промахов в меру: {share}."


def _missed(missed: Missed) -> str:
    expected = ", ".join(missed.expected)
    return f"  «{missed.question}»: ждали {expected}, вышло: {_given(missed.result)} [{missed.result.rule}]"


def _given(result: Result) -> str:
    match result:
        case Answer(shown=()):
            return "ответ без фактов"
        case Answer():
            return "ответ " + ", ".join(dict.fromkeys(shown.fact.id for shown in result.shown))
        case Choices():
            return "выбор из " + ", ".join(option.fact.id for option in result.options)
        case Refusal():
            return "отказ"
