"""What `spravka check` advises: drafts, an introduction that is no sentence, facts that are hard to find."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.replies.cli.check_advice import ALL_DRAFTS, FRAGMENT, advice, is_fragment
from knowledge.drafting.advice.findability import Difficulty, hard_to_find
from knowledge.drafting.advice.main_event import better_main_event
from knowledge.drafting.advice.sayable import is_sayable
from knowledge.drafting.advice.suggestions import suggest_examples
from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_files
from knowledge.language.question_equivalence import equivalence_key
from knowledge.quality.selfcheck import Missed
from knowledge.results import Reason, Refusal
from tests.editing.harness import BASE, CHAIR, PLACE

_NOTHING = Refusal(rule="unsure", confidence=0.5, reason=Reason.NO_SUCH_SLOT)


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


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Стоят ли 15 в очереди?", "В секции 90 детей, ещё 15 стоят в очереди."),
        ("Сколько стоит вход для взрослых для детей?", "Вход для взрослых 500 рублей, для детей — 300."),
        ("В большом зале катка сколько трасс?", "В большом зале катка двадцать трасс."),
        ("Занял ли ремонт год вместо восьми по договору?", "Ремонт занял год вместо восьми месяцев."),
        ("Что заняло по договору?", "Ремонт занял год."),
        ("Кем стала в марте 2025 года?", "Директором Вера Лосева стала в марте 2025 года."),
        ("Обещают ли 60 сантиметров открыть пруд?", "Пруд глубиной 60 сантиметров обещают открыть."),
    ],
)
def test_a_crippled_question_is_not_suggested(question: str, says: str) -> None:
    assert not is_sayable(question, says)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Сколько трасс в большом зале катка?", "В большом зале катка двадцать трасс."),
        ("Из скольких городов ждут команды?", "Ждут команды из пяти городов."),
        ("Что пройдёт 22 и 23 ноября 2025 года?", "Кубок пройдёт 22 и 23 ноября 2025 года."),
        ("Каток работает с 7:00 до 22:00?", "Каток работает с 7:00 до 22:00."),
        ("Открыли ли пруд глубиной 60 сантиметров?", "Открыли пруд глубиной 60 сантиметров."),
        ("Кем стала Вера Лосева?", "Директором Вера Лосева стала в марте 2025 года."),
    ],
)
def test_a_whole_question_may_be_suggested(question: str, says: str) -> None:
    assert is_sayable(question, says)


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        ("Ремонт катка обошёлся в 214 миллионов рублей.", "Во сколько обошёлся ремонт катка?"),
        ("Ремонт катка занял восемнадцать месяцев.", "Сколько времени занял ремонт катка?"),
    ],
)
def test_an_amount_is_asked_for_as_its_verb_wants(says: str, asked: str) -> None:
    made = suggest_examples(replace(PLACE, says=says, people=(), questions=()), BASE)
    assert asked in made
    assert not any(one.startswith(("Сколько обошёлся", "Как долго занял")) for one in made)


def test_facts_that_miss_are_listed_before_those_with_few_examples() -> None:
    missed = tuple(Missed(question=one, expected=(CHAIR.id,), result=_NOTHING) for one in CHAIR.questions)
    base = replace(BASE, facts=(PLACE, CHAIR))
    found = list(hard_to_find(base, missed))
    assert [one.reason for one in found] == [Difficulty.MISSED, Difficulty.FEW]
    lines = list(advice(base, found, quotes=True))
    assert lines.index("Трудно найти 1 факт:") < lines.index("Мало вопросов у 1 факта:")


def _rink(title: str) -> FactBase:
    files = {
        "source.yaml": f"""
{{id: rink, title: {title}, about: катку, publisher: Вестник, published: 2025-10-10, examples: [Где каток?]}}
""",
        "events.yaml": """
- {id: closing, title: Закрытие катка на ремонт, when: "2024-03"}
- {id: opening, title: Открытие катка после ремонта, when: "2025-09"}
""",
        "facts.yaml": "- {id: ice, says: Лёд тёплый., topic: rink, questions: [Какой лёд на катке?]}",
        "people.yaml": "[]",
        "terms.yaml": "{synonyms: [], topics: {rink: Каток}}",
    }
    return load_files({name: text.encode() for name, text in files.items()})


def test_the_event_of_the_title_is_advised_as_the_main_one() -> None:
    base = _rink("Каток снова открыт после ремонта")
    better = better_main_event(base)
    assert better is not None
    assert better.id == "opening"
    assert any("main: opening" in line for line in advice(base, (), quotes=True))
    named = replace(base, source=replace(base.source, main=better.id))
    assert better_main_event(named) is None
    assert better_main_event(_rink("Каток закрыт на ремонт")) is None
