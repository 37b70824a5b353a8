"""Keys struck at random, what is offered beside a refusal, and a correction that was not meant."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.language.noise import is_noise
from knowledge.results import Answer, Reason, Refusal
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: choir
title: Хор Орловии
about: хору Орловии
publisher: Вестник
published: "2026-05-05"
examples: [Когда прошла спевка?]
""",
    "people.yaml": "- {id: pankratov, name: Семён Панкратов, post: регент хора}\n",
    "events.yaml": """
- {id: meeting, title: Первая встреча хоров, when: "2026-04-20", where: Шуя}
- {id: next, title: Вторая встреча хоров, when: "2026-09", where: Вязники, follows: meeting}
""",
    "facts.yaml": """
- id: met
  says: Встреча хоров прошла в Шуе 20 апреля.
  topic: choir
  about: [meeting]
  questions: [Когда прошла встреча хоров?, Где прошла встреча?]
- id: next
  says: Следующая встреча хоров пройдёт в Вязниках в сентябре.
  topic: choir
  about: [next]
  questions: [Когда следующая встреча?, Где будет следующая встреча?]
- id: pankratov
  says: Семён Панкратов — регент хора Орловии.
  topic: choir
  people: [{id: pankratov, role: member}]
  questions:
    - Кто назван самым опытным из всех певцов и музыкантов?
    - Кто регент хора?
    - Кто такой Панкратов?
""",
    "terms.yaml": "synonyms: []\ntopics: {choir: Хор}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize("text", ["ыавпыв", "фывапр олдж", "asdfasdf", "zzz", "ммммм", "Ъапрк"])
def test_struck_keys_are_no_question_even_after_one(text: str) -> None:
    asked = ENGINE.reply("Где прошла встреча?", NEW, NOW).conversation
    for talk in (NEW, asked):
        result = ENGINE.reply(text, talk, NOW).result
        assert isinstance(result, Refusal)
        assert (result.rule, result.reason, result.near) == ("no-words", Reason.NO_WORDS, ())


@pytest.mark.parametrize(
    "text", ["провал", "РЖДСТ", "победа", "ghjdfk", "Шкловский", "ыавпыв встреча", "ещё"]
)
def test_words_abbreviations_and_the_other_layout_are_no_noise(text: str) -> None:
    assert not is_noise(text, ())


def test_a_word_of_the_base_is_no_noise() -> None:
    assert is_noise("вжжж", ())
    assert not is_noise("вжжж", {"вжжж"})


def test_a_fact_is_offered_by_an_example_that_has_the_word_asked_about() -> None:
    result = ENGINE.reply("Сколько платят регенту хора?", NEW, NOW).result
    assert isinstance(result, Refusal)
    assert "Кто регент хора?" in [one.label for one in result.near]
    assert not any("музыкантов" in one.label for one in result.near)


def test_an_offer_is_taken_by_the_words_it_was_shown_in() -> None:
    offered = ENGINE.reply("Сколько платят регенту хора?", NEW, NOW).conversation
    result = ENGINE.reply("Кто регент хора?", offered, NOW).result
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["pankratov"]


@pytest.mark.parametrize(
    ("typed", "corrected"),
    [
        ("когда следущая встречя", "когда следующая встреча"),
        ("где следующая встречя хоров", "где следующая встреча хоров"),
    ],
)
def test_a_letter_that_no_hissing_one_bears_is_read_by_the_rule(typed: str, corrected: str) -> None:
    assert ENGINE.reply(typed, NEW, NOW).result.why.corrected == corrected


def test_a_correction_not_meant_does_not_bring_the_same_fact() -> None:
    turn = ENGINE.reply("Кто такой Панкратв?", NEW, NOW)
    assert isinstance(turn.result, Answer)
    for talk in (turn.conversation, NEW):
        result = ENGINE.reply_as_typed("Кто такой Панкратв?", talk, NOW).result
        assert isinstance(result, Refusal)
        assert (result.reason, result.named) == (Reason.AS_TYPED, ("Панкратв",))
