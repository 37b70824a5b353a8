"""«Он министр связи, 2015. Кто?», «Рига или Таллин? Первый съезд»: what is asked stands last."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, sentences, tokens

_WORDS = read_groups("requests/question_last")
_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH | question_words.YES_NO
_WHO = "кто"
_MOST_OFFERED = 5


def question_first(text: str) -> str:
    """The text as one question that begins with what it asks; the text itself where it is in order."""
    parts = sentences(text)
    if len(parts) != len(("described", "asked")):
        return text
    first, last = parts
    offers = f"{first}?" in text and not text.rstrip().endswith("?")
    return _with_asked_first(first, last) or (_with_offers_last(first, last) if offers else None) or text


def _with_asked_first(description: str, asked: str) -> str | None:
    """«Кто министр связи» of «он министр связи. Кто?»."""
    words = tokens(asked)
    told = tokens(description)
    if not words or not told or _asks(told):
        return None
    word = _asked_word(words)
    if word is None:
        return None
    if word == _WHO:
        told = told[_described(told) :]
    return f"{word} {description[told[0].start :].rstrip(' .!,;:?')}?" if told else None


def _asked_word(words: Sequence[Token]) -> str | None:
    """«Кто» of «кто это?» and «назовите её»; None where the sentence asks more."""
    left = [one.word for one in words if one.word not in _WORDS["link"]]
    if len(left) == 1 and left[0] in _WORDS["asked"]:
        return left[0]
    is_named = bool(left) and left[0] in _WORDS["name"] and all(one in _WORDS["whom"] for one in left[1:])
    return _WHO if is_named and len(words) > 1 else None


def _described(told: Sequence[Token]) -> int:
    """Where the description begins after «он», «эта женщина», «этот человек»."""
    first = 0
    if told[0].word in _WORDS["subject"] and len(told) > 1:
        first = 1
        is_somebody = bool(_WORDS["somebody"].intersection(analyse(told[1].word).lemmas))
        first += is_somebody and told[0].word in _WORDS["this"]
    return first


def _with_offers_last(offers: str, thing: str) -> str | None:
    """«Первый съезд: Рига или Таллин?» of «Рига или Таллин? Первый съезд»."""
    words = tokens(offers)
    joined = any(one.word == "или" for one in words[1:-1])
    named = [*words, *tokens(thing)]
    if not joined or len(words) > _MOST_OFFERED or _asks(named) or _has_verb(named):
        return None
    return f"{thing}: {offers}?"


def _asks(words: Sequence[Token]) -> bool:
    return any(one.word in _ASKING for one in words)


def _has_verb(words: Sequence[Token]) -> bool:
    return any(analyse(one.word).first_pos in ("VERB", "INFN") for one in words)
