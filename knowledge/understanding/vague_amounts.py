"""«Много кофеен закрыли?»: whoever asks whether it is many is told how many."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups, read_table, read_words
from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens
from knowledge.results import Slot

_MANY = read_groups("question_words/groups")["many"]
_WHETHER = read_groups("function_words/particles")["whether"]
_EMPTY = read_groups("function_words/particles")["indefinite"]
_LENGTHS = read_table("requests/vague_lengths", "asked", "adverbs").index("asked", "adverbs", str)
_CROWD = read_words("nouns/crowd")
_PERSON = "человек"
_FEWEST = 2
_HOW_MANY = "сколько"
_VERBS = frozenset({"VERB", "PRTS"})


def as_how_many(text: str) -> str | None:
    """«Сколько кофеен закрыли?» of «много ли кофеен закрыли?»; None of a text that asks otherwise.

    The word stands before a noun in the genitive, or after it, and the clause states something.
    """
    text = _with_noun_after(text)
    words = tokens(text)
    asks = any(one.word in question_words.QUESTION_WORDS or one.word in question_words.WHICH for one in words)
    at = next((at for at, one in enumerate(words[:-1]) if one.word in _MANY), None)
    states = text.rstrip().endswith("?") or any(analyse(one.word).first_pos in _VERBS for one in words)
    if asks or at is None or not states:
        return None
    after = at + 1 + (words[at + 1].word in _WHETHER)
    counted = analyse(words[after].word) if after < len(words) else None
    if counted is None or counted.first_pos != "NOUN" or not counted.genitive:
        return None
    asked = f"{text[: words[at].start]}{_HOW_MANY} {text[words[after].start :]}"
    return f"{asked.rstrip(' .!?')}?"


def as_how_long(text: str) -> str | None:
    """«За сколько времени разошлись билеты?» of «быстро ли разошлись билеты?»; None of another text."""
    words = tokens(text)
    asked = _LENGTHS.get(words[0].word) if len(words) > _FEWEST else None
    if asked is None or words[1].word not in _WHETHER:
        return None
    return f"{asked} {text[words[2].start :].rstrip(' .!?')}?"


def as_people(text: str) -> str | None:
    """«Сколько человек бастовало» of «сколько народу бастовало»; None of another text."""
    for many, noun in pairwise(tokens(text)):
        asks = question_words.QUESTION_WORDS.get(many.word) is Slot.NUMBER
        if asks and _CROWD.intersection(analyse(noun.word).lemmas):
            return f"{text[: noun.start]}{_PERSON}{text[noun.end :]}"
    return None


def _with_noun_after(text: str) -> str:
    """«Много народу было?» of «народу-то много было?»."""
    words = [one for one in tokens(text) if one.word not in _EMPTY]
    for at, (noun, many) in enumerate(pairwise(words)):
        form = analyse(noun.word)
        is_whose = at > 0 and analyse(words[at - 1].word).first_pos in ("NOUN", "PREP")  # «у капитана много»
        if many.word in _MANY and form.first_pos == "NOUN" and form.genitive and not is_whose:
            return f"{text[: noun.start]}{many.written} {noun.written}{text[many.end :]}"
    return text
