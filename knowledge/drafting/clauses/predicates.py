"""Finds the predicate of a clause."""

from __future__ import annotations

from collections.abc import Sequence

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.words import Word

_SUBORDINATING = read_groups("drafting/attributions")["subordinating"]
_LIKELY = 0.1
_PREDICATES = frozenset({"VERB", "ADJS", "PRTS", "PRED"})


def is_predicate(word: Word) -> bool:
    if word.is_capital and word.start > 1:
        return False
    first = word.first_pos
    if first in ("VERB", "PRED"):
        return not word.has("VERB", "impr") or word.has("VERB", "indc")
    if first in ("ADJS", "PRTS"):
        return not word.pos("ADVB", "CONJ", "PRCL", "NOUN")
    # «готов» may be «готы» too.
    return any(str(one.tag.POS) == "ADJS" and one.score >= _LIKELY for one in word.readings)


def main_predicate(words: Sequence[Word]) -> int | None:
    depends = False
    first = None
    for place, word in enumerate(words):
        if word.before.strip().startswith(",") or not word.before:
            depends = bool(word.lemmas & _SUBORDINATING) and place > 0
        if (
            word.before.strip().startswith(",")
            and place + 1 < len(words)
            and words[place + 1].lemmas & {"который"}
        ):
            depends = True
        if not is_predicate(word):
            continue
        first = place if first is None else first
        if not depends and not (word.first_pos == "NOUN" and _has_verb(words[place + 1 :])):
            return place
    return (
        None
        if first is not None
        and any(word.before.strip() in "—–" and word.before.strip() for word in words[:first])
        else first
    )


def _has_verb(words: Sequence[Word]) -> bool:
    """«Судно вышло», «сыр зреет»: what may be an adjective is a noun beside a verb."""
    return any(word.first_pos == "VERB" and is_predicate(word) for word in words)


def predicate_readings(word: Word) -> list[Parse]:
    return [one for one in word.readings if str(one.tag.POS) in _PREDICATES and "impr" not in one.tag]
