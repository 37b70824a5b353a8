"""The generators and the checks of replies, on a small pack made by hand; no engine is asked."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import (
    Event,
    EventId,
    Fact,
    FactBase,
    FactId,
    Participation,
    Person,
    PersonId,
    Source,
)
from tests.generated.cases import Case, Grade, Reply
from tests.generated.counts import counts, spans
from tests.generated.found import Kind
from tests.generated.negations import denials, negated, polite
from tests.generated.propositions import propositions
from tests.generated.slips import one_slip_apart, slips, spellings
from tests.generated.truth import PackWords, is_certain
from tests.generated.values import numbers_in, scan

SOURCE = Source(
    id="bridge",
    title="Новый мост",
    about="О мосте.",
    publisher="Вестник",
    published=EdtfDate.parse("2025-04-20"),
    examples=("Когда откроют мост?",),
)
ANNA = Person(id=PersonId("anna"), name="Анна Белова", post="мэр города", side="город")
PETR = Person(id=PersonId("petr"), name="Пётр Орлов", post="главный инженер", side="стройка")
IVAN = Person(id=PersonId("ivan"), name="Иван Громов", post="капитан парома", side="порт")
TALKS = Event(
    id=EventId("talks"), title="Первое слушание", when=EdtfDate.parse("2025-04-10"), where="Калуга", order=1
)
FAIR = Event(id=EventId("fair"), title="Ярмарка", when=EdtfDate.parse("2025-04-27/2025-05-03"))
OPENING = Event(
    id=EventId("opening"),
    title="Открытие нового моста",
    when=EdtfDate.parse("2025-06"),
    follows=TALKS.id,
    order=2,
)
FACTS = (
    Fact(
        id=FactId("talks"),
        says="Первое слушание прошло в Калуге 10 апреля 2025 года.",
        topic="t",
        about=(TALKS.id,),
        questions=("Когда прошло первое слушание?", "Где прошло первое слушание?"),
    ),
    Fact(
        id=FactId("chairs"),
        says="Слушание вели Анна Белова и Пётр Орлов.",
        topic="t",
        about=(TALKS.id,),
        people=(
            Participation(person=ANNA.id, role="chair"),
            Participation(person=PETR.id, role="chair"),
        ),
        questions=("Кто вёл слушание?",),
    ),
    Fact(
        id=FactId("lanes"),
        says="На мосту пять полос, проезд стоит 90 рублей.",
        topic="t",
        questions=("Сколько полос на мосту?",),
    ),
    Fact(
        id=FactId("trucks"),
        says="Грузовикам въезжать на мост нельзя.",
        topic="t",
        questions=("Кому нельзя на мост?",),
    ),
    Fact(
        id=FactId("plan"),
        says="Мост откроют в июне 2025 года.",
        topic="t",
        about=(OPENING.id,),
        questions=("Когда откроют мост?",),
    ),
)
BASE = FactBase(source=SOURCE, people=(ANNA, PETR, IVAN), events=(TALKS, FAIR, OPENING), facts=FACTS)
PACK = PackWords(BASE)


def _by_kind(cases: list[Case], kind: str) -> list[Case]:
    return [case for case in cases if case.kind == kind]


def _reply(text: str, *, outcome: str = "answer", facts: tuple[str, ...] = ()) -> Reply:
    return Reply(outcome=outcome, text=text, lead=text.partition("\n")[0], facts=facts)


@pytest.fixture(scope="module")
def made() -> list[Case]:
    return list(propositions(BASE, Random(1)))


def test_a_seed_gives_the_same_questions_again(made: list[Case]) -> None:
    assert [case.ask for case in made] == [case.ask for case in propositions(BASE, Random(1))]
    assert [case.ask for case in made] != [case.ask for case in propositions(BASE, Random(2))]


def test_every_kind_of_proposition_is_made(made: list[Case]) -> None:
    kinds = {case.kind for case in made}
    assert kinds >= {"true-date", "false-date", "false-month", "false-year", "true-place", "false-place"}
    assert kinds >= {"true-number", "false-number", "false-money", "true-post", "false-post", "set"}
    assert kinds >= {"coarser", "plan", "true-person"}


def test_a_swapped_value_is_none_that_the_statement_has(made: list[Case]) -> None:
    for case in _by_kind(made, "false-number"):
        assert 5 not in {found.number for found in scan(case.ask) if found.noun == "полоса"}
    for case in _by_kind(made, "false-place"):
        assert "Калуг" not in case.ask


def test_what_a_proposition_expects() -> None:
    cases = {case.kind: case for case in propositions(BASE, Random(1))}
    assert cases["false-date"].grade(_reply("Нет: 10 апреля 2025 года.")) is Grade.RIGHT
    assert cases["false-date"].grade(_reply("Да.")) is Grade.WRONG
    assert cases["false-date"].grade(_reply("10 апреля 2025 года.")) is Grade.SILENT
    assert cases["coarser"].grade(_reply("Точный день не назван: июнь 2025 года.")) is Grade.RIGHT
    assert cases["coarser"].grade(_reply("Да.")) is Grade.WRONG
    assert cases["set"].grade(_reply("Названы Анна Белова и Пётр Орлов; о других не сказано.")) is Grade.RIGHT
    assert cases["set"].grade(_reply("Нет.")) is Grade.WRONG
    assert cases["plan"].ask == "Открытие нового моста уже состоялось?"
    assert cases["plan"].grade(_reply("Да.")) is Grade.WRONG
    assert cases["true-date"].grade(_reply("Нет сведений.", outcome="refusal")) is Grade.REFUSED


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Кто вёл слушание?", "Кто не вёл слушание?"),
        ("когда и где говорил мэр", "когда и где не говорил мэр"),
        ("дата открытия", None),
        ("Кому нельзя на мост?", None),
    ],
)
def test_negation_stands_before_the_verb(question: str, expected: str | None) -> None:
    assert negated(question) == expected


def test_polite_and_denying_questions_keep_their_fact() -> None:
    assert {case.facts for case in polite(BASE, Random(1))} >= {("talks",), ("chairs",)}
    assert [case.facts for case in denials(BASE, Random(1))] == [("trucks",)] * 2


def test_spellings_are_one_slip_away_and_no_words() -> None:
    assert {"втрой", "ввторой", "втоорй", "вторрй"} & set(spellings("второй")) >= {"втрой", "ввторой"}
    assert all(one_slip_apart(spelt, "второй") for spelt in spellings("второй"))
    asks = [case.ask for case in slips(BASE, Random(1))]
    assert asks
    assert not {question for fact in FACTS for question in fact.questions} & set(asks)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("дом", "дом", True),
        ("дмо", "дом", True),
        ("доом", "дом", True),
        ("мод", "дом", False),
        ("июя", "июля", True),
    ],
)
def test_one_slip(one: str, other: str, expected: bool) -> None:
    assert one_slip_apart(one, other) is expected


def test_counts_and_spans_are_computed() -> None:
    found = {case.ask: case.expected for case in (*counts(BASE, Random(1)), *spans(BASE, date(2025, 4, 20)))}
    assert found == {
        "Сколько рублей стоит проезд?": "90",
        "Сколько дней прошло с первого слушания?": "10",
        "Сколько дней до открытия нового моста?": "42 — 71",
    }


def test_values_are_found_with_what_they_measure() -> None:
    values = scan("С 5:40 до 0:30, 12 сентября 2026 года, 61 миллиард рублей, сорок две стойки, 20 % и № 7.")
    assert [(one.kind, one.number) for one in values if not one.day] == [
        (Kind.CLOCK, 5 + 40 / 60),
        (Kind.CLOCK, 0.5),
        (Kind.MONEY, 61e9),
        (Kind.COUNT, 42),
        (Kind.PERCENT, 20),
    ]
    assert numbers_in("Осталось от 42 до 71 дня, их трое") == {42, 71, 3}


@pytest.mark.parametrize(
    ("asked", "said", "why"),
    [
        ("Кто построил метро?", "Ничего не сказано об этом: «метро».", None),
        ("Какие полосы?", "Ничего не сказано об этом: «полосы».", "held"),
        ("Что сказал Громов?", "В базе нет сведений об этом: «Громов».", "held"),
        ("Ярмарка будет 1 мая?", "В базе нет сведений об этом: «1».", "held"),
        ("Ярмарка будет 5 мая?", "В базе нет сведений об этом: «5».", None),
        ("Где первое слушание?", "В базе нет сведений об этом: «первое слушание».", "held"),
        ("Где третье слушание?", "В базе нет сведений об этом: «третье слушание».", None),
        ("Чем зелёный лучше?", "Ничего не сказано об этом: «зеленый».", "not typed"),
        ("Где Громов?", "Вместе «Громов» и «мост» в сведениях не встречаются.", None),
        ("Кто вёл слушание?", "Вместе «вёл» и «слушание» в сведениях не встречаются.", "held together"),
        ("Сколько стоит «Чайка»?", "Не нашёл в сведениях, сколько стоит «Чайка».", None),
        ("Сколько стоит?", "Сколько стоит мост, в сведениях не сказано.", "not typed"),
        ("Кто не вёл?", "Прямого ответа не нашёл. Сказано вот что: «Слушание вели двое.»", None),
        ("Сколько стоит?", "Сведения об этом в базе есть, но число не указано.", "number"),
    ],
)
def test_a_refusal_is_true_or_not(asked: str, said: str, why: str | None) -> None:
    reply = _reply(f"{said}\n\nБлижайшее: «полосы»", outcome="refusal")
    found = PACK.untruths([asked], reply, [FACTS[2]])
    assert [one.why for one in found] == ([why] if why else [])


def test_a_near_miss_is_named_by_a_word_or_by_a_kind() -> None:
    named = _reply("В базе нет сведений об этом: «третье слушание».", outcome="refusal")
    vague = _reply("Этого в базе нет. Она только об одном: «Новый мост».", outcome="refusal")
    kind = _reply("Сведения об этом в базе есть, но место не указано.", outcome="refusal")
    assert PACK.names_missing("Где третье слушание?", named)
    assert PACK.names_missing("Где третье слушание?", kind)
    assert not PACK.names_missing("Где третье слушание?", vague)
    assert PACK.names_missing("Где третье слушание?", _reply("Нужного места в сведениях не нашёл."))
    assert PACK.names_missing("Где оно?", _reply("Не нашёл в сведениях, где оно."))


def test_only_a_denial_of_the_base_is_certain() -> None:
    assert is_certain(_reply("Где мост, в сведениях не сказано."))
    assert not is_certain(_reply("Не нашёл в сведениях, где мост."))
