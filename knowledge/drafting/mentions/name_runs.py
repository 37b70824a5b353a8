"""Runs of capitalised words that are people's names, with the post before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pymorphy3.analyzer import Parse

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.inflection import agrees
from knowledge.drafting.grammar.phrases import joined
from knowledge.drafting.grammar.words import Word
from knowledge.drafting.mentions.posts import post_before, post_before_dash
from knowledge.language.function_words import PLACE_PREPOSITIONS
from knowledge.language.morphology import is_known

_NAMES = frozenset({"Name", "Surn", "Patr"})
_MOST_WORDS = 6
"""Of capitalised words in a row: a post may open the sentence, and its town stand before the name."""
_OPENING = frozenset('«"„')
_CLOSING = frozenset('»"“')
_ADDRESSES = read_words("places/addresses")
_LANDS = read_words("places/lands")
_NAMED_AFTER = read_groups("drafting/name_contexts")["named_after"]


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words that may be a person's name: `words[start:end]`, after a post at `post_start`."""

    start: int
    end: int
    post_start: int | None = None
    post_head: int | None = None
    post_reading: Parse | None = None


def name_runs(words: Sequence[Word]) -> Iterator[NameRun]:
    """Runs of capitalised words that are names: by the dictionary, after a post, or as unknown words."""
    place = 0
    while place < len(words):
        end = _run_end(words, place)
        if end == place:
            place += 1
            continue
        start = place
        while start < end and not _may_begin(words, start, end):
            start += 1
        start = _first_name(words, start, end)
        if (
            start < end
            and not _is_quoted(words, start, end)
            and (found := _as_run(words, start, end)) is not None
        ):
            yield found
        place = end


def _first_name(words: Sequence[Word], start: int, end: int) -> int:
    """Where the name begins: in «мэр Усть-Каменки Андрей Лапшин» a town stands before it."""
    for place in range(start + 1, end - 1):
        before = words[start:place]
        if words[place].has("Name") and not words[place + 1].has("Patr"):
            is_name = any(word.text.endswith(".") or _is_beside(word, words[place]) for word in before)
            return start if is_name else place
    return start


def _is_beside(word: Word, first: Word) -> bool:
    """Whether a word may be a name in the case of a first name, as «Лапшин Андрей»."""
    named = {(one.tag.case, one.tag.gender) for one in first.readings if "Name" in one.tag}
    cases = {case for case, _ in named}
    mine = [one for one in word.readings if one.tag.number != "plur"]
    if any(one.tag.case == "nomn" and "nomn" in cases for one in mine):
        return True
    names = (one for one in mine if _NAMES & one.tag.grammemes)
    return any("Fixd" in one.tag or (one.tag.case, one.tag.gender) in named for one in names)


def _is_quoted(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a run stands in quotes alone: «паром „Анна Дурова“» is a thing that is named after her."""
    first = start
    while first > 0 and words[first].is_capital and joined(words[first]):
        first -= 1
    if words[first].before[-1:] not in _OPENING:
        return False
    return end == len(words) or words[end].before[:1] in _CLOSING


def _run_end(words: Sequence[Word], start: int) -> int:
    end = start
    while (
        end < len(words)
        and end - start < _MOST_WORDS
        and (_may_be_name(words[end]) or (end > start and _follows_name(words, end)))
    ):
        if end > start and not joined(words[end]):
            break
        end += 1
    return end


def _follows_name(words: Sequence[Word], place: int) -> bool:
    """«Ян Корпела»: after a first name a capitalised word is a surname whatever it looks like."""
    word = words[place]
    return (
        word.is_capital
        and not word.is_abbreviation
        and not word.is_number
        and words[place - 1].has("Name")
        and joined(word)
    )


def _may_be_name(word: Word) -> bool:
    if not word.is_capital or word.is_abbreviation or word.is_number or word.before[-1:] in _OPENING:
        return False
    return (
        not word.pos("PREP", "CONJ", "VERB", "INFN", "PRED", "NUMR") or word.has("Surn") or word.has("Name")
    )


def _may_begin(words: Sequence[Word], place: int, end: int) -> bool:
    """A sentence's first word is capitalised whatever it is."""
    word = words[place]
    if word.text.endswith("."):
        return True
    if place and not _opens_sentence(word):
        return not _is_plain_noun(word)
    named = any(_NAMES & one.tag.grammemes for one in word.readings)
    return named or (not _is_plain_noun(word) and not word.is_adjective and place + 1 < end)


def _opens_sentence(word: Word) -> bool:
    return bool(re.search(r"[.!?…—–]\s*[«\"]?$", word.before))


def _is_plain_noun(word: Word) -> bool:
    """A dictionary word that is no name: «Диалог», «Совет», «Россия»."""
    known = is_known(word.folded)
    named = any(_NAMES & one.tag.grammemes for one in word.readings)
    if known and word.has("Geox") and not named:
        return True
    return known and not named and word.first_pos in ("NOUN", "NPRO", "ADVB", "ADJF") and len(word.text) > 2


def _as_run(words: Sequence[Word], start: int, end: int) -> NameRun | None:
    run = words[start:end]
    if _describes(words, end):
        return None
    named = [any(_NAMES & one.tag.grammemes for one in word.readings) for word in run]
    initials = any(word.text.endswith(".") for word in run)
    post = post_before(words, start) or post_before_dash(words, start)
    if post is not None and not (len(run) == 1 and _is_place_here(words, start)):
        return NameRun(start, end, *post)
    if len(run) == 1:
        return NameRun(start, end) if named[0] and not _is_place_here(words, start) else None
    surname = any(word.has("Surn") or not word.has("Geox") for word in run)
    enough = (
        initials
        or any(word.has("Name") or word.has("Patr") for word in run)
        or all(not _is_plain_noun(word) for word in run)
    )
    return NameRun(start, end) if enough and surname and not _is_place_here(words, start) else None


def _describes(words: Sequence[Word], end: int) -> bool:
    """«Луговского района»: an adjective that may be a surname, before the noun that it describes."""
    if end == len(words) or not joined(words[end]) or words[end].is_capital:
        return False
    nouns = [one for one in words[end].readings if str(one.tag.POS) == "NOUN" and "anim" not in one.tag]
    modifiers = [one for one in words[end - 1].readings if str(one.tag.POS) == "ADJF"]
    return words[end].first_pos == "NOUN" and any(agrees(one, noun) for one in modifiers for noun in nouns)


def _is_place_here(words: Sequence[Word], start: int) -> bool:
    if start and (words[start - 1].lemmas & _ADDRESSES or words[start - 1].folded in _NAMED_AFTER):
        return True
    if start and words[start - 1].lemmas & _LANDS and joined(words[start]):
        return True  # «на острове Сухом»
    return (
        start > 0
        and joined(words[start])
        and words[start - 1].folded in PLACE_PREPOSITIONS
        and words[start].has("loct")
    )
