"""The report of `spravka check`, in Russian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.replies import consistency, percent
from bot.replies.answers.rule_names import RULES
from bot.replies.truncation import shorten
from knowledge.facts.model import FactBase, FactId
from knowledge.quality.consistency import Disagreement
from knowledge.quality.selfcheck import Missed, SelfCheck
from knowledge.results import Answer, Choices, Refusal, Result

_LENGTH = 90
ADD = (
    "Эти вопросы не убирайте: читателю на них ответят, промахом они считаются, лишь пока убраны из базы. "
    "Добавьте к тем же сведениям похожие вопросы другими словами."
)
ADVICE = "Промахов много (это совет, а не ошибка)"
FAILS = "База проверку не прошла."


def report(
    base: FactBase,
    found: SelfCheck,
    tolerated: float,
    conflicts: Sequence[Disagreement] = (),
    *,
    codes: bool = False,
) -> str:
    """Counts, facts that disagree with events, every missed question, the verdict.

    `codes`: with the names of the rules that decided, as `ask --jsonl` gives them.
    """
    return "\n".join(_lines(base, found, tolerated, conflicts, codes=codes))


def _lines(
    base: FactBase, found: SelfCheck, tolerated: float, conflicts: Sequence[Disagreement], *, codes: bool
) -> Iterator[str]:
    yield f"Форма верна. Фактов: {len(base.facts)}, событий: {len(base.events)}, людей: {len(base.people)}."
    if base.drafts:
        yield f"Черновиков, которых читатели не видят: {len(base.drafts)}."
    yield from consistency.report(conflicts, base)
    right = found.asked - len(found.missed)
    yield f"Свои вопросы (каждый убран из базы): {right} из {found.asked} находят свой факт."
    for missed in found.missed:
        yield _missed(missed, base, codes=codes)
    share = percent.over(found.missed_share, tolerated)
    if found.missed_share > tolerated:
        yield f"{ADVICE}: {share}. {ADD}"
    elif found.missed:
        yield f"Промахов в меру: {share}."
    yield from _unanswered(found, tolerated)


def _unanswered(found: SelfCheck, tolerated: float) -> Iterator[str]:
    """What readers would not be answered, though the base has the very question."""
    if found.unanswered:
        share = percent.over(found.unanswered_share, tolerated)
        end = FAILS if found.unanswered_share > tolerated else "Задайте их иначе."
        yield f"Читателю своим фактом не ответят на {len(found.unanswered)} из {found.asked}: {share}. {end}"
    yield from (f"  «{one.question}»" for one in found.unanswered)


def _missed(missed: Missed, base: FactBase, *, codes: bool) -> str:
    """The question, the statements expected and given with their ids, and why."""
    rule = missed.result.rule
    why = "; ".join(["", *([RULES[rule]] if rule in RULES else [])]) + (f" [{rule}]" if codes else "")
    expected = "; ".join(_named(base, one) for one in missed.expected)
    return f"  «{missed.question}»\n    ждали: {expected}\n    вышло: {_given(missed.result, base)}{why}"


def _given(result: Result, base: FactBase) -> str:
    match result:
        case Answer(shown=()):
            return "ответ без фактов"
        case Answer():
            return "ответ " + "; ".join(dict.fromkeys(_named(base, one.fact.id) for one in result.shown))
        case Choices():
            return "выбор из " + "; ".join(_named(base, option.fact.id) for option in result.options)
        case Refusal():
            return "отказ"


def _named(base: FactBase, fact_id: str) -> str:
    """«Второй диалог пройдёт в Пекине.» (second-dialogue)."""
    known = base.fact_by_id.get(FactId(fact_id))
    return fact_id if known is None else f"«{shorten(known.says, _LENGTH)}» ({fact_id})"
