"""Which part of a fact fills a slot; of its people, those whom the question does not name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.conversation import NEW
from knowledge.decision.context.answer_slots import fill_slots
from knowledge.engine import Engine
from knowledge.facts.model import Fact, Participation, Person, PersonId
from knowledge.results import Answer, Participant, Refusal, ShownValue, Slot, ValueLead
from knowledge.scoring.searcher import Searcher, SearchResult
from knowledge.understanding.question import parse_question
from tests.knowledge.sample_base import ANNA, BASE, JEAN, JUDGES, NOW, OPENED, SPEECH


def search(searcher: Searcher, text: str) -> SearchResult:
    return searcher.search(parse_question(text, searcher.lexicon, asking=True))


@pytest.mark.parametrize(
    ("stated", "exemplified", "value"),
    [(True, False, "Тула"), (False, True, "Тула"), (True, True, "Тула"), (False, False, None)],
)
def test_a_field_answers_only_what_the_statement_or_an_example_is_about(
    stated: bool, exemplified: bool, value: str | None
) -> None:
    found = search(Searcher(BASE), "где прошла первая регата")
    place = frozenset({Slot.PLACE})
    best = next(one for one in found.facts if one.fact.id == "opened")
    parsed = replace(
        best.parsed,
        statement_slots=place if stated else frozenset(),
        example_slots=place if exemplified else frozenset(),
    )
    best = replace(best, parsed=parsed)
    (shown,) = fill_slots(best, found.query, BASE)
    assert shown.value == value
    assert shown.slot is Slot.PLACE


def test_a_person_named_in_another_form_than_the_dictionary_s_is_not_the_answer() -> None:
    """«Иванушки» is of the lemma «иванушка», but stands in the name as it stands in the question."""
    band = Person(id=PersonId("band"), name="Иванушки")
    fact = replace(
        JUDGES,
        says="Иванушки пели для Анны Беловой.",
        questions=("Для кого пели Иванушки?", "Кому пели Иванушки?", "Кто слушал Иванушек?"),
        people=(Participation(person=band.id, role="member"), Participation(person=ANNA.id, role="member")),
    )
    base = replace(
        BASE, people=(*BASE.people, band), facts=(fact, *(one for one in BASE.facts if one != JUDGES))
    )
    found = search(Searcher(base), "кому пели Иванушки")
    best = next(one for one in found.facts if one.fact == fact)
    (shown,) = fill_slots(best, found.query, base)
    assert shown.value == (Participant(person=ANNA, role="member"),)


def first_shown(fact: Fact, text: str) -> ShownValue:
    """What fills the slot that `text` asks for, in the base with this state of the fact."""
    base = replace(BASE, facts=(fact, *(one for one in BASE.facts if one.id != fact.id)))
    found = search(Searcher(base), text)
    best = next(one for one in found.facts if one.fact == fact)
    return next(fill_slots(best, found.query, base)).value


def test_an_event_s_place_stands_for_that_of_its_fact() -> None:
    assert first_shown(replace(OPENED, where=None), "где прошла первая регата") == "Тула"


def test_a_post_is_of_the_person_named_and_of_all_where_none_is() -> None:
    anna, jean = Participant(person=ANNA, role="chair"), Participant(person=JEAN, role="chair")
    assert first_shown(JUDGES, "какой пост у судьи Анны") == (anna,)
    assert first_shown(JUDGES, "какой пост у судей регаты") == (anna, jean)


@pytest.mark.parametrize(
    ("said_by", "role", "value"),
    [
        (None, "speaker", (Participant(person=JEAN, role="speaker"),)),
        (None, "member", None),
        ("jean", "member", (Participant(person=JEAN, role="speaker"),)),
        ("клуб", "speaker", "клуб"),
    ],
)
def test_a_speaker_is_whom_the_fact_says_or_one_of_that_role(
    said_by: str | None, role: str, value: ShownValue
) -> None:
    speech = replace(SPEECH, said_by=said_by, people=(Participation(person=JEAN.id, role=role),))
    assert first_shown(speech, "кто призвал беречь озеро") == value


def test_a_person_of_two_roles_is_shown_once() -> None:
    twice = (*JUDGES.people, Participation(person=ANNA.id, role="guest"))
    people = first_shown(replace(JUDGES, people=twice), "кто судил регату")
    assert people == (Participant(person=ANNA, role="chair"), Participant(person=JEAN, role="chair"))


def test_a_message_of_two_questions_of_which_none_is_answered_is_refused_as_a_whole() -> None:
    text = "Почему затонула лодка и когда пойдет дождь?"
    refused = Engine(BASE).reply(text, NEW, NOW).result
    assert isinstance(refused, Refusal)
    assert refused.why.understood == text


def test_who_did_it_is_everyone_of_a_list() -> None:
    pavel = Person(id=PersonId("pavel"), name="Павел Ким")
    fact = replace(
        JUDGES,
        says="Протокол регаты подписали Анна Белова, Павел Ким и Жан Мартен.",
        questions=("Кто подписал протокол?", "Чьи подписи стоят в протоколе?", "Кем подписан протокол?"),
        people=tuple(Participation(person=one, role="подписал") for one in (ANNA.id, pavel.id, JEAN.id)),
    )
    base = replace(
        BASE, people=(*BASE.people, pavel), facts=(fact, *(one for one in BASE.facts if one != JUDGES))
    )
    result = Engine(base).reply("кто подписал протокол", NEW, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, ValueLead)
    assert isinstance(result.lead.held, tuple)
    assert [one.person.id for one in result.lead.held] == [ANNA.id, pavel.id, JEAN.id]
