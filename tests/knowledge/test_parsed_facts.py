"""Parsed facts: their keys, slots and dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.facts.dates import EdtfDate
from knowledge.parsed_facts.number_extraction import date_keys
from knowledge.parsed_facts.parsed_fact import PEOPLE
from knowledge.results import Slot
from tests.knowledge.parsing import parse_facts
from tests.knowledge.sample_base import BASE, BOATS, ENVOY, JUDGES, NEXT, OPENED, SPEECH

PARSED = parse_facts(*BASE.facts)


def test_parsed_fact() -> None:
    opened, judges, boats, speech = (PARSED[fact.id] for fact in (OPENED, JUDGES, BOATS, SPEECH))
    assert {Slot.DATE, Slot.PLACE} <= opened.example_slots & opened.field_slots & opened.statement_slots
    assert {"/5", "#2020", "#1", "№1"} <= opened.keys
    assert Slot.PERSON in judges.field_slots & judges.statement_slots
    assert Slot.SPEAKER not in judges.field_slots
    assert judges.roles == {"chair"}
    assert "возглавить" in judges.indirect_keys
    assert "лодка" in boats.quantity_keys
    assert Slot.NUMBER in boats.example_slots
    assert "speaker" in speech.roles
    assert "jean" in speech.speakers
    # the posts of its people are in no text of the fact, only in what it refers to
    assert "посол" in judges.indirect_keys
    assert "посол" not in judges.text_keys
    assert {"№2", "№+", "следующий"} <= PARSED[NEXT.id].keys


@pytest.mark.parametrize(
    ("says", "counts_people"),
    [("Судили трое — Го Линь, Анна Зотова и Пер Даль.", True), ("Судили трое суток.", False)],
)
def test_a_collective_numeral_counts_people_also_before_names(says: str, counts_people: bool) -> None:
    fact = replace(ENVOY, says=says)
    assert (PEOPLE in parse_facts(fact)[fact.id].quantity_keys) is counts_people


def test_left_out_example_takes_its_keys_and_slots_along() -> None:
    bare = replace(ENVOY, questions=("Чем занят Мартен?", "Когда назначили посла?"))
    whole = parse_facts(bare)[bare.id]
    left = whole.without("Когда назначили посла?")
    assert Slot.DATE in whole.example_slots
    assert Slot.DATE not in left.example_slots
    assert "назначить" in whole.keys
    assert "назначить" not in left.keys
    assert whole.without("Чего нет?") is whole


@pytest.mark.parametrize(
    ("when", "keys"),
    [
        ("2016", {"#2016", "2016"}),
        ("2016-06", {"#2016", "2016", "/6"}),
        ("2025-22", {"#2025", "2025", "лето"}),
        ("2015-12-01", {"#2015", "2015", "/12", "#1", "вторник"}),
        ("../2015-12", {"#2015", "2015", "/12"}),
        ("2023-08-02/2023-09", {"#2023", "2023", "/8", "#2", "среда", "/9"}),
    ],
)
def test_keys_of_a_date(when: str, keys: set[str]) -> None:
    assert date_keys(EdtfDate.parse(when)) == keys
    assert date_keys(None) == set()
