"""Phrases of a statement that say where: no «на самокат» or «около двухсот», lists and addresses in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.places import is_country, phrase_end, place_phrases
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import readings
from knowledge.language.synonyms import Level
from knowledge.understanding.denials import denied_places
from knowledge.understanding.set_phrases import set_phrase_places

_PREPOSITIONS = read_groups("function_words/prepositions")
_INTO = _PREPOSITIONS["place_into"]
_AT = _PREPOSITIONS["place_at"] | _PREPOSITIONS["place_along"]
_LOCATIVE = frozenset({"loct", "loc1", "loc2"})
_GROUNDS = read_words("places/venues") | read_words("places/addresses")
_DESTINATIONS = _GROUNDS | read_words("places/destinations")
_NUMBERED = re.compile(r" № ?\d+\w?")
_HOUSE = re.compile(r", (?:д\. ?|дом )?\d+\w?(?=[.,;)]|$)")
_WHICH = ", котор"
_DEEDS = frozenset({"VERB", "INFN", "PRTS", "PRED"})
_CLAUSES = re.compile(r"[,;:()—–]")
_LISTED = re.compile(r", |,? и ")


def told_places(
    says: str,
    terms: Sequence[Term],
    wanted: frozenset[str],
    asked: frozenset[str],
    lexicon: Lexicon,
    *,
    also_denied: bool = True,
) -> list[tuple[int, int]]:
    """Where phrases with the `wanted` prepositions begin and end, those that belong together as one.

    A noun of the `asked` keys says nothing new; `also_denied`: where something is not, too.
    """
    found: list[tuple[int, int, str]] = []
    idle = {terms[at].token.start for at in set_phrase_places(terms)}  # «в сфере безопасности»
    for start, end, noun in place_phrases(says, terms):
        before = says[start:end].split(" ", 1)[0].lower()
        if before not in wanted or any(key in asked for key, _ in noun.keys):
            continue
        if noun.token.start in idle and _DESTINATIONS.isdisjoint(noun.morphology.lemmas):
            continue
        last = _with_number(says, end, noun, terms)
        is_where = _says_where(says[start : noun.token.start], before, noun, lexicon)
        is_where = is_where and (also_denied or not _is_denied((start, last), says, terms))
        if is_where and not _is_measured(last, noun, terms):
            found.append((start, _with_second(says, last, terms), before))
    return _joined(says, found)


def _is_denied(phrase: tuple[int, int], says: str, terms: Sequence[Term]) -> bool:
    """«На борту» of «продают в кассе, на борту билет купить нельзя»; «без страховки» denies no place."""
    marks = [mark.start() for mark in _CLAUSES.finditer(says)]
    first = max((at for at in marks if at < phrase[0]), default=0)
    last = min((at for at in marks if at >= phrase[1]), default=len(says))
    part = [one for one in terms if first <= one.token.start < last]
    return any(part[at].morphology.first_pos in _DEEDS for at in denied_places(part))


def _says_where(lead: str, preposition: str, noun: Term, lexicon: Lexicon) -> bool:
    """Whether a noun after a preposition is a place: in the locative case, or what one goes to."""
    if preposition not in _INTO:
        numbers = [term for word in lead.split()[1:] for term in lexicon.read(word)]
        return not any(term.morphology.first_pos == "NUMR" or term.word.isdigit() for term in numbers)
    if noun.token.capitalised or not noun.morphology.known or noun.is_name or is_country(noun):
        return True
    if _is_locative(noun.token.written.lower()):
        return True
    lemmas = {key for key, level in noun.keys if level >= Level.SYNONYM} | {*noun.morphology.lemmas}
    return bool(_DESTINATIONS & lemmas)


@lru_cache(maxsize=4_096)
def _is_locative(word: str) -> bool:
    return any(str(one.tag.POS) == "NOUN" and str(one.tag.case) in _LOCATIVE for one in readings(word))


def _is_measured(end: int, noun: Term, terms: Sequence[Term]) -> bool:
    """«На глубине 47 метров», «при температуре минус двадцать»: the number is what is told."""
    after = [term for term in terms if term.token.start > end][:2]
    if noun.token.capitalised or not after or after[0].token.start != end + 1:
        return False
    numeral = next((term for term in after if term.morphology.first_pos not in ("NOUN", "ADVB")), after[0])
    is_number = numeral.word.isdigit() or numeral.morphology.first_pos == "NUMR"
    return is_number and not _GROUNDS.intersection(noun.morphology.lemmas)


def _with_second(says: str, end: int, terms: Sequence[Term]) -> int:
    """«В школе № 3 и спортивном комплексе «Юность»»: the second noun has no preposition of its own."""
    after = [at for at, term in enumerate(terms) if term.token.start > end]
    if not after or not says.startswith(" и ", end):
        return end
    for at in after[1:4]:
        pos = terms[at].morphology.first_pos
        if pos == "NOUN" and _is_locative(terms[at].token.written.lower()):
            return phrase_end(says, terms, at)
        if pos not in ("ADJF", "PRTF"):
            break
    return end


def _with_number(says: str, end: int, noun: Term, terms: Sequence[Term]) -> int:
    """«В поликлинике № 3», «на Набережной, 7»."""
    numbered = _NUMBERED.match(says, end)
    if numbered is not None:
        return numbered.end()
    last = next((term for term in reversed(terms) if term.token.end <= end), noun)
    house = _HOUSE.match(says, end) if last.token.capitalised else None
    return house.end() if house is not None else end


def _joined(says: str, found: Sequence[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """«В гараже в Васильеве», «в парке и на пляжах»: phrases with nothing between are one answer."""
    joined: list[tuple[int, int]] = []
    for start, end, before in found:
        between = says[joined[-1][1] : start] if joined else ""
        parted = says.startswith(_WHICH, end)  # «на стадионе, который ещё достраивают»
        listed = before in _AT and _LISTED.fullmatch(between) and not parted
        if joined and (between == " " or listed):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
