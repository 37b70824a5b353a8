"""Which record «Исправить» changes: the fact, or its event with the facts that repeat its date or place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.editing import quick_edit
from bot.editing.forms.typed_values import MAX_LINES, InputError, InputFault
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactId
from knowledge.facts.serialization import key_of
from tests.editing.harness import BASE, CHAIR, PLACE, change

TODAY = date(2027, 5, 1)
FIRST, SECOND = BASE.events
JUNE, JULY = EdtfDate.parse("2027-06"), EdtfDate.parse("2027-07")


def of_second(name: str, when: str | None = None, where: str | None = None) -> Fact:
    dated = None if when is None else EdtfDate.parse(when)
    return replace(PLACE, id=FactId(name), when=dated, where=where)


BARE, SAME, OTHER = of_second("bare"), of_second("same", "2027-06"), of_second("other", "2027-08")
RICH = replace(BASE, facts=(BARE, SAME, OTHER, CHAIR))


def test_the_event_holds_a_date_that_the_fact_leaves_to_it_or_repeats() -> None:
    assert quick_edit.holder(RICH, BARE, "when") == SECOND
    assert quick_edit.holder(RICH, SAME, "when") == SECOND
    assert quick_edit.holder(RICH, OTHER, "when") == OTHER
    assert quick_edit.current_value(RICH, BARE, "when") == JUNE
    assert quick_edit.current_value(RICH, OTHER, "when") == EdtfDate.parse("2027-08")


def test_the_fact_holds_what_its_event_does_not_have() -> None:
    assert quick_edit.holder(BASE, PLACE, "where") == PLACE
    assert quick_edit.holder(RICH, BARE, "says") == BARE
    alone = replace(BARE, about=())
    assert quick_edit.holder(RICH, alone, "when") == alone


def test_a_new_date_of_an_event_moves_the_facts_that_repeat_the_old_one() -> None:
    found = quick_edit.corrections(RICH, BARE, "when", JULY, TODAY)
    assert found == (change(SECOND, replace(SECOND, when=JULY)), change(SAME, replace(SAME, when=JULY)))


def test_a_date_of_the_facts_own_changes_the_fact_alone() -> None:
    assert quick_edit.corrections(RICH, OTHER, "when", JULY, TODAY) == (
        change(OTHER, replace(OTHER, when=JULY)),
    )


def test_a_place_is_moved_apart_from_the_date() -> None:
    placed = replace(SECOND, where="Пекин")
    mine, far = of_second("mine", "2027-06", "Пекин"), of_second("far", None, "Тяньцзинь")
    base = replace(BASE, events=(FIRST, placed), facts=(mine, far))
    assert quick_edit.following(base, placed, replace(placed, where="Шанхай")) == (
        change(mine, replace(mine, where="Шанхай")),
    )
    assert quick_edit.following(base, placed, replace(placed, title="Диалог")) == ()
    assert quick_edit.following(base, FIRST, replace(FIRST, where="Вашингтон")) == ()


def test_examples_are_added_once_and_so_many() -> None:
    asked = ["Где второй диалог?", PLACE.questions[0]]
    (added,) = quick_edit.corrections(BASE, PLACE, "questions", asked, TODAY)
    assert isinstance(added.after, Fact)
    assert added.after.questions == (*PLACE.questions, "Где второй диалог?")
    full = [f"Что {number}?" for number in range(MAX_LINES - len(PLACE.questions))]
    assert quick_edit.corrections(BASE, PLACE, "questions", full, TODAY)
    with pytest.raises(InputError) as caught:
        quick_edit.corrections(BASE, PLACE, "questions", [*full, "Ещё?"], TODAY)
    assert caught.value.fault is InputFault.TOO_MANY


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("when", "июль 2027", JULY),
        ("says", " Диалог перенесли. ", "Диалог перенесли."),
        ("questions", "Где?\nКогда?", ["Где?", "Когда?"]),
    ],
)
def test_a_value_is_read_by_its_field(field: str, typed: str, value: object) -> None:
    assert quick_edit.parse_value(field, typed, TODAY) == value


def test_a_statement_in_new_words_joins_the_changes_of_a_proposal() -> None:
    moved = quick_edit.moved(RICH, SECOND, "when", JULY)
    found = quick_edit.reworded(moved, RICH, SAME.id, "В июле.")
    assert found == (moved[0], change(SAME, replace(SAME, when=JULY, says="В июле.")))
    assert quick_edit.reworded((), RICH, SAME.id, "В июле.") == (change(SAME, replace(SAME, says="В июле.")),)
    assert quick_edit.retirement(SAME) == change(SAME, None)


def test_a_fact_that_the_proposal_added_is_reworded_in_it() -> None:
    new = replace(SAME, id=FactId("new-one"), says="Мост откроют.")
    added = (Change(key=key_of(new), before=None, after=new),)
    (found,) = quick_edit.reworded(added, RICH, new.id, "Мост открыли.")
    assert (found.before, found.after) == (None, replace(new, says="Мост открыли."))
