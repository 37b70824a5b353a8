"""The self-check: each example question is left out of the base and asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.replies.cli import check_report
from knowledge.conversation import Conversation
from knowledge.facts.model import Fact, FactBase, FactId
from knowledge.quality.selfcheck import missed_questions, self_check
from knowledge.results import Answer, Choices, Option, Reason, Refusal, Result, Shown, Slot
from knowledge.turn import Turn
from tests.pack import sample_pack


class ByFirstWord:
    """A fake engine: answers with a fact that has an example question with the same first word."""

    def __init__(self, base: FactBase) -> None:
        self._base = base

    def reply(self, question: str, conversation: Conversation, now: datetime) -> Turn:
        word = question.split()[0].lower()
        found = [fact for fact in self._base.facts if any(word in one.lower() for one in fact.questions)]
        result: Result = Refusal(rule="none", confidence=1, reason=Reason.OFF_TOPIC)
        if len(found) == 1:
            result = Answer(rule="one", confidence=1, shown=(Shown(fact=found[0], slot=Slot.STATEMENT),))
        elif found:
            options = tuple(Option(fact=fact, label="?") for fact in found)
            result = Choices(rule="some", confidence=1, options=options)
        return Turn(result=result, conversation=conversation)


def leave_out(pack: FactBase, question: str) -> FactBase:
    """The pack without the question, ignoring case, in all facts."""
    same = question.lower().strip(" ?").split()
    facts = tuple(
        replace(
            fact, questions=tuple(one for one in fact.questions if one.lower().strip(" ?").split() != same)
        )
        for fact in pack.facts
    )
    return replace(pack, facts=facts)


def base(**questions: tuple[str, ...]) -> FactBase:
    facts = tuple(
        Fact(id=FactId(name), says=f"{name}.", topic="t", questions=asked)
        for name, asked in questions.items()
    )
    return replace(sample_pack.load(), facts=facts)


def test_question_is_not_answered_by_itself() -> None:
    lonely = base(a=("где тут", "кто там"), b=("когда же", "когда это"))
    found = self_check(lonely, lambda question: ByFirstWord(leave_out(lonely, question)))
    assert found.asked == 4
    assert [(one.question, one.expected, one.result.rule) for one in found.missed] == [
        ("где тут", ("a",), "none"),
        ("кто там", ("a",), "none"),
    ]
    assert found.missed_share == 0.5
    asked_whole = self_check(lonely, lambda _question: ByFirstWord(lonely))
    assert asked_whole.missed == ()


def test_question_of_several_facts_is_left_out_of_all_of_them() -> None:
    shared = base(a=("где тут", "где это"), b=("Где тут?",), c=("куда",))
    missed = missed_questions(shared, lambda question: ByFirstWord(leave_out(shared, question)))
    assert [(one.question, one.expected) for one in missed] == [("где это", ("a",)), ("куда", ("c",))]


def test_choices_do_not_count_as_found() -> None:
    unsure = base(a=("где я", "где ты"), b=("где мы", "где вы"))
    (first, *_rest) = missed_questions(unsure, lambda question: ByFirstWord(leave_out(unsure, question)))
    assert isinstance(first.result, Choices)


def test_engine_is_asked_without_the_question() -> None:
    pack = sample_pack.load()
    found = self_check(pack)
    assert found.asked == 7
    # No other question starts with «no», so only the question itself could find the fact.
    assert "no" in {one.question for one in found.missed}


def test_base_without_questions_misses_nothing() -> None:
    assert self_check(base(a=())).missed_share == 0


def test_report_counts_lists_misses_and_gives_a_verdict() -> None:
    pack = base(a=("где тут", "кто там"), b=("когда же", "когда это"), c=("где", "когда мы"))
    found = self_check(pack, lambda question: ByFirstWord(leave_out(pack, question)), ByFirstWord(pack))
    said = check_report.report(pack, found, tolerated=0.1)
    assert "Свои вопросы (каждый убран из базы): 0 из 6 находят свой факт." in said
    assert "  «где тут»\n    ждали: «a.» (a)\n    вышло: ответ «c.» (c)\n" in said
    assert "  «кто там»\n    ждали: «a.» (a)\n    вышло: отказ\n" in said
    assert "  «когда же»\n    ждали: «b.» (b)\n    вышло: выбор из «b.» (b); «c.» (c)\n" in said
    assert "[" not in said
    assert "вышло: отказ [none]\n" in check_report.report(pack, found, tolerated=0.1, codes=True)
    assert f"{check_report.ADVICE}: 100 % при допустимых 10 %." in said
    assert "Читателю своим фактом не ответят на 5 из 6: 83 % при допустимых 10 %." in said
    assert "Промахов в меру: 100 % при допустимых 100 %." in check_report.report(pack, found, tolerated=1)
