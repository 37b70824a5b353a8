"""Up to which day a fact is known after edits."""

from __future__ import annotations

from pathlib import Path

from bot.records.loaded_base import days_of_edits
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactId
from knowledge.facts.pack import load_pack
from knowledge.facts.serialization import EntityKind, Key

BASE = load_pack(Path(__file__).resolve().parents[2] / "knowledge" / "dialogue")
MAY, JUNE = EdtfDate.parse("2016-05-20"), EdtfDate.parse("2016-06-01")
SECOND, EVENT = FactId("second-dialogue"), Key(EntityKind.EVENT, "dialogue-2")


def test_an_edited_event_dates_the_facts_that_have_its_date_and_place() -> None:
    days = days_of_edits(BASE, {EVENT: MAY})
    assert days[SECOND] == MAY
    about = {fact.id for fact in BASE.facts if fact.about[:1] == ("dialogue-2",) and fact.said_by is None}
    assert days.keys() == about


def test_the_later_of_two_edits_counts() -> None:
    assert days_of_edits(BASE, {EVENT: MAY, Key(EntityKind.FACT, SECOND): JUNE})[SECOND] == JUNE
    assert days_of_edits(BASE, {EVENT: JUNE, Key(EntityKind.FACT, SECOND): MAY})[SECOND] == JUNE
    assert days_of_edits(BASE, {}) == {}
