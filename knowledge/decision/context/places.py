"""Places: of a fact, by its record or in its statement's own words; countries apart from towns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from knowledge.data.tables import read_groups, read_table, read_words, split_cell
from knowledge.language.calendar_words import WEEKDAYS
from knowledge.language.function_words import PLACE_PREPOSITIONS
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import analyse
from knowledge.language.semantic_classes import TIMES
from knowledge.language.synonyms import Level
from knowledge.language.tokens import tokens

_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_PREPOSITIONS = read_groups("function_words/prepositions")
_BEFORE_PLACE = PLACE_PREPOSITIONS | _PREPOSITIONS["route"]
_BUILDINGS = read_words("places/buildings")
_ALONG = read_words("places/addresses") | read_words("places/venues")


@cache
def countries() -> frozenset[str]:
    """Lemmas of states and continents."""
    return read_words("places/countries")


def is_country(term: Term) -> bool:
    return bool(countries().intersection((term.word, *term.morphology.lemmas)))


@cache
def _capitals() -> Mapping[str, frozenset[str]]:
    """Capital -> the names of its state."""
    rows = read_table("places/capitals", "state", "capital")
    return {one: frozenset(split_cell(states)) for states, cell in rows for one in split_cell(cell)}


def venue_told(says: str, lexicon: Lexicon) -> str | None:
    """«В доме культуры»: the only building that a statement names as a place, with its preposition."""
    terms = lexicon.read(says)
    told = [(start, end) for start, end, noun in place_phrases(says, terms) if is_building(noun)]
    return says[told[0][0] : told[0][1]] if len(told) == 1 else None


def is_building(term: Term) -> bool:
    return not term.token.capitalised and bool(_BUILDINGS.intersection(term.morphology.lemmas))


def is_in_country(place: Sequence[Term], country: Term) -> bool | None:
    """Whether a place is the capital of a state; None where it is none that is known."""
    lemmas = (lemma for one in place for lemma in one.morphology.lemmas)
    states = next((_capitals()[lemma] for lemma in lemmas if lemma in _capitals()), None)
    if states is None or not is_country(country):
        return None
    return not states.isdisjoint((country.word, *country.morphology.lemmas))


@lru_cache(maxsize=4_096)
def _towns(says: str) -> tuple[frozenset[str], ...]:
    """The lemmas of each town after «в» or «на»."""
    found = pairwise(tokens(says))
    named = (word for before, word in found if before.word in PLACE_PREPOSITIONS and word.capitalised)
    read = map(analyse, (word.word for word in named))
    lemmas = (frozenset(one.lemmas) for one in read if "Geox" in one.marks)
    return tuple(one for one in lemmas if not one & countries())


def says_other_town(says: str, place: str) -> bool:
    """Whether a statement names towns where something is, none of them of a place: «в Твери» and «Псков»."""
    own = {lemma for token in tokens(place) for lemma in (token.word, *analyse(token.word).lemmas)}
    return bool(_towns(says)) and not any(one & own for one in _towns(says))


def is_land(name: str, lexicon: Lexicon) -> bool:
    """Whether a side is a country by its name, not a body or a team."""
    terms = lexicon.read(name)
    return any(is_country(one) or "Geox" in one.morphology.marks for one in terms[:1])


def place_phrases(says: str, terms: Sequence[Term]) -> Iterator[tuple[int, int, Term]]:
    """Where phrases of place begin and end in a statement, with their noun: «на большой сцене»."""
    place = 0
    while place < len(terms):
        along = terms[place].word in _PREPOSITIONS["place_along"]
        if along or terms[place].word in _BEFORE_PLACE:
            noun = _noun_after(terms, place)
            if noun is not None and _is_place_noun(terms[noun]) and (not along or _is_ground(terms, noun)):
                yield terms[place].token.start, phrase_end(says, terms, noun), terms[noun]
                place = noun
        place += 1


def _is_ground(terms: Sequence[Term], place: int) -> bool:
    """«По Пионерскому проспекту», unlike «по телефону»: a street or the like, here or next."""
    return any(_ALONG.intersection(term.morphology.lemmas) for term in terms[place : place + 2])


def _noun_after(terms: Sequence[Term], place: int) -> int | None:
    for at in range(place + 1, min(place + 5, len(terms))):
        pos = terms[at].morphology.first_pos
        if pos == "NOUN" or terms[at].token.capitalised:
            return at
        if pos not in _MODIFIERS and not terms[at].word.isdigit():
            return None
    return None


def _is_place_noun(term: Term) -> bool:
    morphology = term.morphology
    timed = (
        (TIMES | frozenset(WEEKDAYS)) & set(morphology.lemmas)
        or "воскресенье" in morphology.lemmas
        or any(key[0] in "/#" for key, _ in term.keys)
    )
    return not morphology.animate and not timed


def phrase_end(says: str, terms: Sequence[Term], noun: int) -> int:
    """After the noun, the genitives and the quoted or capitalised name that belong to it."""
    at = noun
    while at + 1 < len(terms):
        between = says[terms[at].token.end : terms[at + 1].token.start]
        after = terms[at + 1]
        if terms[at].token.capitalised and (listed := _next_listed(terms, at, between)) is not None:
            at = listed
            continue
        quoted = between.strip() in ("«", "-", '"')
        joined = between == " " and (
            (after.morphology.genitive and after.morphology.first_pos in ("NOUN", "ADJF"))
            or after.token.capitalised
            or (terms[at].morphology.first_pos == "ADJF" and after.morphology.first_pos == "NOUN")
        )
        if not (quoted or joined):
            break
        at += 1
    end = terms[at].token.end
    return end + 1 if says[end : end + 1] == "»" else end


def _next_listed(terms: Sequence[Term], at: int, between: str) -> int | None:
    """The next name of a list: «на станциях Липки, Депо и Сосновка»."""
    after = at + 1
    if between == " " and terms[after].word == "и" and after + 1 < len(terms):
        after += 1
    elif between != ", ":
        return None
    return after if terms[after].token.capitalised else None


def phrase_of(place: str, says: str, terms: Sequence[Term], lexicon: Lexicon) -> str | None:
    """A place in the statement's own form: «в Пекине» for «Пекин»."""
    wanted = [{key for key, level in term.keys if level is Level.LEMMA} for term in lexicon.read(place)]
    said = {key for term in terms for key, level in term.keys if level is Level.LEMMA}
    if not all(keys & said for keys in wanted):
        return None
    for start, end, noun in place_phrases(says, terms):
        if any(key in keys for keys in wanted for key, _ in noun.keys):
            return says[start:end]
    return None
