"""Rows of entities: the same fields in the model, the schema and JSON."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given

from knowledge.facts.edits import entities
from knowledge.facts.model import FactBase
from knowledge.facts.pack.pack_files import PACK_FILES, PackFile
from knowledge.facts.serialization import EntityKind, from_row, key_of, to_row
from tests.hypothesis_profiles import max_examples
from tests.pack import sample_pack
from tests.pack.strategies import bases


@max_examples(15)
@given(bases())
def test_entity_survives_json(base: FactBase) -> None:
    for key, entity in entities(base).items():
        assert from_row(key.kind, json.loads(json.dumps(to_row(entity)))) == entity


@pytest.mark.parametrize("file", PACK_FILES, ids=lambda file: file.name)
def test_schema_and_model_have_the_same_fields(file: PackFile) -> None:
    """A new field must be added to both; loading, dumping and JSON rows follow."""
    content = getattr(sample_pack.load(), file.stem)
    entity = content[0] if file.is_list else content
    assert key_of(entity).kind is file.kind
    assert set(file.keys) == {field.name for field in fields(entity)}


def test_values_left_out_of_a_row() -> None:
    opened, no, _talk = sample_pack.load().facts
    assert to_row(opened)["basis"] == "inferred"
    assert set(to_row(no)) == {"id", "says", "topic", "questions", "said_by", "when"}


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"id": "one", "name": "Анна", "height": 170},
        {"id": "one", "name": "Анна", "names": 1},
    ],
)
def test_row_of_another_form_is_rejected(row: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_row(EntityKind.PERSON, row)
