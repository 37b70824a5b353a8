"""«Сколько проезд?»: a noun that is not in the form of things counted asks what it costs."""

from __future__ import annotations

from knowledge.data.tables import read_table, read_words
from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.semantic_classes import TIMES
from knowledge.language.tokens import tokens
from knowledge.language.values.tables import units

_HOW_MUCH = "сколько"
_SPOKEN = read_table("question_words/spoken", "standard", "spoken").index("standard", "spoken", str)
_COSTS = "стоит"
_VERBS = frozenset({"VERB", "INFN", "PRTS", "PRTF"})
_ATTRIBUTIVE = frozenset({"ADJF"})
_NO_THINGS = read_words("nouns/anybody") | TIMES | question_words.NOUNS.keys()


def as_price(text: str) -> str | None:
    """«Сколько стоит проезд?» of «сколько проезд?»; None of a text that asks otherwise."""
    words = tokens(text)
    at = next((at for at, one in enumerate(words) if _SPOKEN.get(one.word, one.word) == _HOW_MUCH), None)
    if at is None or any(analyse(one.word).first_pos in _VERBS for one in words):
        return None
    rest = words[at + 1 :]
    noun = next((one for one in rest if analyse(one.word).first_pos not in _ATTRIBUTIVE), None)
    if noun is None or not _is_priced(noun.word):
        return None
    return f"{text[: words[at].start]}{_HOW_MUCH} {_COSTS} {text[rest[0].start :].rstrip(' .!?')}?"


def _is_priced(word: str) -> bool:
    """A thing in the nominative singular: neither somebody nor a length of time, nor counted."""
    form = analyse(word)
    is_thing = form.first_pos == "NOUN" and not form.animate and not form.genitive and word in form.lemmas
    return is_thing and not (_NO_THINGS | units().keys()).intersection(form.lemmas)
