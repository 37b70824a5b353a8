"""What `spravka check` advises: drafts, an introduction that is no sentence, facts that are hard to find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.replies.cli.check_advice import ALL_DRAFTS, FRAGMENT, advice, is_fragment
from knowledge.drafting.advice.findability import Difficulty, hard_to_find
from knowledge.drafting.advice.suggestions import suggest_examples
from knowledge.language.question_equivalence import equivalence_key
from tests.editing.harness import BASE, CHAIR, PLACE


@pytest.mark.parametrize(
    "about", ["О диалоге.", "диалог Китая и США в Вашингтоне", "Диалог Китая и США в городе"]
)
def test_a_fragment_is_no_introduction(about: str) -> None:
    assert is_fragment(about)


def test_two_sentences_are_an_introduction() -> None:
    assert not is_fragment("Я отвечаю на вопросы о диалоге Китая и США. Он прошёл в Вашингтоне.")


def test_facts_with_few_examples_are_named_with_questions_to_add() -> None:
    lines = list(advice(BASE, hard_to_find(BASE, ()), quotes=True))
    assert FRAGMENT in lines
    assert "  place: у него 3 вопроса, а нужно шесть или больше" in lines
    assert any(line.startswith("    можно добавить: ") for line in lines)
    (first, _) = hard_to_find(BASE, ())
    assert (first.fact, first.reason, first.count) == (PLACE, Difficulty.FEW, 3)


def test_a_base_of_drafts_alone_cannot_be_published() -> None:
    drafts = replace(BASE, facts=tuple(replace(fact, draft=True) for fact in BASE.facts), drafts=())
    lines = list(advice(drafts, (), quotes=True))
    assert ALL_DRAFTS in lines
    assert "  черновик place: Второй диалог пройдёт в Пекине." in lines


def test_direct_speech_is_named_where_it_may_not_be_published() -> None:
    quoted = replace(CHAIR, says="Го Шэнкунь: «Мы очень рады этой новой встрече».")
    base = replace(BASE, facts=(PLACE, quoted))
    assert any("прямая речь в chair" in line for line in advice(base, (), quotes=False))
    assert not any("прямая речь" in line for line in advice(base, (), quotes=True))


def test_suggestions_are_new_and_readers_come_first() -> None:
    found = suggest_examples(PLACE, BASE, ["куда едут на второй диалог", "Где пройдёт второй диалог"])
    assert found[0] == "куда едут на второй диалог"
    taken = {equivalence_key(one) for one in PLACE.questions}
    assert not taken & {equivalence_key(one) for one in found}
    assert len(found) > 3
