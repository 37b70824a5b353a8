"""`ask --jsonl`: one line out for each line in, in order, for any input."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli.jsonl import MAX_LINE, encode, serve
from tests.commands.sessions import session
from tests.hypothesis_profiles import max_examples

KEYS = ["chat", "text", "outcome", "reply", "facts", "options", "confidence", "rule", "form", "lead", "ms"]


SESSION = session()


def answers(source: bytes) -> list[dict[str, Any]]:
    sink = BytesIO()
    serve(SESSION, BytesIO(source), sink)
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def test_each_line_is_answered_in_order_with_the_keys_of_the_contract() -> None:
    asked = [{"chat": f"c{n}", "text": "Когда открыли ярмарку?"} for n in range(5)]
    replies = answers("\n".join(json.dumps(one) for one in asked).encode())
    assert [one["chat"] for one in replies] == ["c0", "c1", "c2", "c3", "c4"]
    assert all(list(one) == KEYS for one in replies)
    assert all(0 <= one["confidence"] <= 1 and one["ms"] >= 0 and one["reply"] for one in replies)


BAD = {
    "empty": b"",
    "blank": b"   ",
    "no JSON": b"{chat",
    "a list": b'["chat", "text"]',
    "a number": b"1",
    "no text": b'{"chat": "a"}',
    "no chat": b'{"text": "a"}',
    "text is null": b'{"chat": "a", "text": null}',
    "text is a list": b'{"chat": "a", "text": ["x"]}',
    "chat is a number": b'{"chat": 5, "text": "x"}',
    "not UTF-8": b'{"chat": "a", "text": "\xff"}',
    "nested beyond reason": b"[" * 100_000,
    "endless number": b"1" * 10_000,
    "nul": b"\x00",
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD)
def test_bad_line_is_one_refusal_and_the_next_is_answered(line: bytes) -> None:
    bad, good = answers(line + b'\n{"chat": "b", "text": "?"}\n')
    assert (bad["outcome"], bad["rule"], bad["facts"], bad["options"]) == ("refusal", "bad-input", [], [])
    assert good["chat"] == "b"
    assert good["rule"] != "bad-input"


def test_chat_of_a_bad_line_is_kept_if_readable() -> None:
    assert [one["chat"] for one in answers(b'{"chat": "a"}\n{"chat": 1}\n')] == ["a", ""]


def test_too_long_line_is_one_refusal() -> None:
    long = b'{"chat": "a", "text": "' + b"x" * (3 * MAX_LINE) + b'"}'
    replies = answers(long + b'\n{"chat": "b", "text": "x"}')
    assert [one["rule"] == "bad-input" for one in replies] == [True, False]


def test_last_line_without_newline_is_answered() -> None:
    assert len(answers(b'{"chat": "a", "text": "x"}')) == 1
    assert answers(b"") == []


def test_byte_order_mark_and_unknown_keys_are_ignored() -> None:
    (reply,) = answers(b'\xef\xbb\xbf{"chat": "a", "text": "x", "more": 1}\r\n')
    assert reply["rule"] != "bad-input"


def test_lone_surrogate_is_kept_in_valid_utf8() -> None:
    (reply,) = answers(b'{"chat": "\\ud800", "text": "\\udfff?"}')
    assert reply["chat"] == "\ud800"


def test_russian_is_not_escaped() -> None:
    assert encode({"chat": "чат"}) == '{"chat": "чат"}\n'.encode()


@max_examples(25)
@given(st.lists(st.binary(max_size=60).map(lambda line: line.replace(b"\n", b"")), max_size=5))
def test_every_line_gets_one_answer(lines: list[bytes]) -> None:
    assert len(answers(b"".join(line + b"\n" for line in lines))) == len(lines)


@max_examples(15)
@given(st.text(st.characters(), max_size=40))
@example("\U00017000 по-тангутски")
@example("а" * 5000)
@example("\u202e\u200d\ufeff\ufffe")
def test_any_question_text_is_answered(text: str) -> None:
    (reply,) = answers(json.dumps({"chat": "a", "text": text}).encode() + b"\n")
    assert reply["outcome"] in ("answer", "choices", "refusal")
