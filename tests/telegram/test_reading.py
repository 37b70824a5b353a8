"""Whatever JSON holds, what is read of it can be stored, hashed and queued, and the offset goes on."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.updates.raw_updates import fingerprint, queue_key
from bot.telegram.updates.reading import (
    MAX_DEPTH,
    UnreadableUpdateError,
    check_update,
    next_offset,
    read_json,
    readable,
)
from tests.telegram.harness import CHAT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"\ud83d\ude00"', "😀"),
        (r'"\ud800a\u0000"', "\ufffda\ufffd"),
        (r'{"\udc00": 1}', {"\ufffd": 1}),
        (r'"\\ud800"', r"\ud800"),
        ("[NaN, -Infinity, 1e999, 1.5]", [None, None, None, 1.5]),
        ("[9223372036854775807, 9223372036854775808, -9223372036854775809]", [2**63 - 1, None, None]),
        ("9" * 5000, None),
        ('["[[", 1]', ["[[", 1]),
    ],
)
def test_values_that_no_database_holds_are_replaced(text: str, value: object) -> None:
    assert read_json(text) == value


def test_what_is_nested_too_deep_is_cut_and_the_rest_kept() -> None:
    text = '{"a": ' + "[" * 5000 + "1" + "]" * 5000 + ', "b": "]]"}'
    read = read_json(text)
    assert read["b"] == "]]"
    assert json.dumps(read["a"]).count("[") == MAX_DEPTH - 1


@pytest.mark.parametrize("text", ["[" * 5000, "]" * 5000, "{" * 200, '{"a":' * 5000, ""])
def test_what_is_no_json_is_an_error_of_json(text: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        read_json(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["chat", "id"]), inner),
    max_leaves=20,
)


@pytest.mark.hypothesis
@given(JSON)
def test_everything_read_can_be_stored_hashed_and_queued(value: object) -> None:
    read = read_json(json.dumps({"update_id": 1, "message": value}))
    text = json.dumps(read, allow_nan=False, ensure_ascii=False)
    assert "\0" not in text
    assert text.encode()
    assert fingerprint(read, 42) >= 0
    assert -(2**63) <= queue_key(read) < 2**63


@pytest.mark.parametrize(
    ("body", "key"),
    [
        ({"chat": {"id": CHAT}}, CHAT),
        ({"chat": {"id": str(CHAT)}}, CHAT),
        ({"chat": {"id": "@name"}, "from": {"id": 3}}, 3),
        ({"chat": "7"}, 0),
        ({"message": ["chat"], "from": {"id": 3}}, 3),
        ({"message": {"chat": {"id": CHAT}}, "from": {"id": 3}}, CHAT),
        ({"chat": {"id": True}}, 0),
    ],
)
def test_the_queue_of_an_update_is_its_chat_whatever_its_form(body: object, key: int) -> None:
    assert queue_key({"update_id": 1, "message": body}) == key


def test_a_batch_is_confirmed_as_a_whole() -> None:
    good = {"update_id": 5, "message": {}}
    batch = [None, good, {"update_id": 6}, {"update_id": "x"}]
    assert list(readable(batch)) == [good]
    assert next_offset(batch, 2) == 7
    assert next_offset([None, {"update_id": None}], 2) == 2


@pytest.mark.parametrize("kind", ["message", "callback_query", "inline_query"])
def test_known_kinds_are_updates(kind: str) -> None:
    assert check_update({"update_id": 1, kind: {}})
    with pytest.raises(UnreadableUpdateError):
        check_update({"update_id": 1, kind: []})
