"""The limits of each text that an editor types, which values are free, and what a form changes."""

from __future__ import annotations

import pytest

from bot.editing.forms.fields import FIELDS, NAMING, WHY, Field, FieldKind, Form
from bot.editing.forms.typed_values import InputError, InputFault, parse_text
from knowledge.facts.serialization import EntityKind

TITLE, SHORT, LONG = 300, 120, 1000
LIMITS = {
    Form.FACT: {
        "says": 3000,
        "questions": TITLE,
        "where": TITLE,
        "said_by": SHORT,
        "because": LONG,
        "source": 600,
    },
    Form.EVENT: {"title": TITLE, "where": TITLE},
    Form.PERSON: {"name": SHORT, "post": TITLE, "side": SHORT, "names": SHORT},
    Form.SOURCE: {
        "title": TITLE,
        "about": LONG,
        "publisher": TITLE,
        "because": LONG,
        "place": TITLE,
        "url": LONG,
        "examples": TITLE,
    },
    Form.SYNONYMS: {"words": SHORT},
    Form.SHORT: {"short": 40, "full": TITLE},
    Form.TOPIC: {"title": 60},
}
"""In UTF-16 units; of each line where a field has several."""
TYPED = [one for fields in FIELDS.values() for one in fields if one.name in ("because", "about", "where")]


def test_every_typed_text_has_its_limit() -> None:
    for form, fields in FIELDS.items():
        typed = {one.name: one.most for one in fields if one.kind in (FieldKind.TEXT, FieldKind.LINES)}
        free = {one.name: one.most for one in fields if one.free}
        assert typed | free == LIMITS[form]
        assert all(one.most == 40 for one in fields if one.kind is FieldKind.ID)
    assert WHY.most == 500


@pytest.mark.parametrize("field", TYPED, ids=lambda field: field.name)
def test_a_text_at_its_limit_is_taken_and_a_longer_one_refused(field: Field) -> None:
    assert len(parse_text("а" * field.most, field)) == field.most
    with pytest.raises(InputError) as caught:
        parse_text("а" * (field.most + 1), field)
    assert caught.value.fault is InputFault.TOO_LONG


def test_only_who_said_it_a_side_and_a_source_may_be_typed_beside_the_list() -> None:
    assert {one.name for fields in FIELDS.values() for one in fields if one.free} == {
        "said_by",
        "side",
        "source",
    }


def test_synonyms_are_two_at_least_and_other_lines_one() -> None:
    every = [one for fields in FIELDS.values() for one in fields if one.kind is FieldKind.LINES]
    least = {one.name: one.least for one in every}
    assert least == {"questions": 1, "names": 1, "examples": 1, "words": 2}


def test_parts_of_the_terms_change_one_entity_and_only_the_source_stays() -> None:
    own = {form for form in Form if form.kind is not EntityKind.TERMS}
    assert own == {Form.FACT, Form.EVENT, Form.PERSON, Form.SOURCE}
    assert {form for form in Form if not form.may_retire} == {Form.SOURCE}
    assert set(Form) - set(NAMING) == {Form.SOURCE, Form.SYNONYMS, Form.SHORT}
