"""Splitting of long replies: every piece fits, nothing is lost, parts keep their type."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.replies.parts import Button, Emphasis, Link, Part, Quote, Reply, Strong, Text
from bot.replies.splitting import LIMIT, split, utf16_length

WORDS = st.text(st.sampled_from("ая .!?\n😀»"), max_size=60)
INNER = st.one_of(
    WORDS.map(Text), WORDS.map(Strong), WORDS.map(Emphasis), WORDS.map(lambda text: Link(text, "https://a.b"))
)
PARTS = st.one_of(INNER, st.lists(INNER, max_size=3).map(lambda parts: Quote(tuple(parts))))


@given(st.lists(PARTS, max_size=8), st.integers(min_value=4, max_value=50))
def test_split_loses_nothing_and_every_piece_fits(parts: list[Part], limit: int) -> None:
    reply = Reply(parts=tuple(parts))
    pieces = split(reply, limit)
    assert all(utf16_length(piece.plain) <= limit for piece in pieces)
    joined = "".join(piece.plain for piece in pieces)
    assert "".join(joined.split()) == "".join(reply.plain.split())


def test_short_reply_is_not_split() -> None:
    reply = Reply(parts=(Text("Да."),), buttons=((Button(label="1", action="fact", argument="a"),),))
    assert split(reply) == (reply,)


def test_cut_is_after_a_sentence_and_the_last_piece_has_the_buttons() -> None:
    sentence = "Это предложение ровно такой длины, какой надо. "
    reply = Reply(
        parts=(Strong("Начало. "), Text(sentence * 200)), buttons=((Button(label="1", action="topics"),),)
    )
    first, *_, last = split(reply)
    assert first.plain.endswith("надо. ")
    assert first.parts[0] == Strong("Начало. ")
    assert first.buttons == ()
    assert last.buttons == reply.buttons
    assert utf16_length(first.plain) > LIMIT * 0.9


def test_length_is_in_utf_16_units() -> None:
    pieces = split(Reply(parts=(Text("😀" * 3000),)))
    assert [utf16_length(piece.plain) for piece in pieces] == [4096, 1904]


def test_quote_across_the_cut_is_a_quote_in_both_pieces() -> None:
    quote = Quote((Text("а " * 1500), Strong("б " * 1500)), folded=True)
    pieces = split(Reply(parts=(Text("вот: "), quote)))
    assert [type(piece.parts[-1]) for piece in pieces] == [Quote, Quote]
    assert "".join(piece.plain for piece in pieces) == "вот: " + "а " * 1500 + "б " * 1500


def test_blank_pieces_are_dropped() -> None:
    pieces = split(Reply(parts=(Text("а" * 10 + "\n" * 10),)), 10)
    assert [piece.plain.strip() for piece in pieces] == ["а" * 10]
