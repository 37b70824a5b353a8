"""Whether two places of a base differ; a hall, a street or a station may lie within a town."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.places import is_country, place_phrases
from knowledge.language.function_words import PLACE_PREPOSITIONS
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.word_class import WordClass

_TOWN = "Geox"
_HOUSE = re.compile(r",? ?(?:д\. ?|дом )?№? ?\d")
"""After a street: «на Набережной, 7»."""
_NOMINALS = frozenset({"NOUN", "ADJF", "PRTF"})
_IN_PLACE = PLACE_PREPOSITIONS - read_groups("function_words/prepositions")["past_place"]
"""«Через Каму» names what a way crosses, not where a thing is."""


def are_other_places(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether neither place can be the other or lie within it: two towns, or two sites; never a country."""
    mine, theirs = lexicon.read(one), lexicon.read(other)
    if lexicon.sure(one) & lexicon.sure(other) or any(map(is_country, (*mine, *theirs))):
        return False
    return _is_town(mine) == _is_town(theirs)


def named_towns(says: str, terms: Sequence[Term]) -> Iterator[tuple[str, Term]]:
    """Phrases of place with a proper name, of a town most likely: «в Пекине»."""
    for start, end, noun in place_phrases(says, terms):
        first = next(term for term in terms if term.token.start == start)
        quoted = says[noun.token.start - 1 : noun.token.start] in ("«", '"')
        if (
            first.word in _IN_PLACE
            and noun.token.capitalised
            and not (quoted or _qualifies(noun, terms) or _HOUSE.match(says, end))
        ):
            yield says[start:end], noun


def _qualifies(noun: Term, terms: Sequence[Term]) -> bool:
    """Whether it is an adjective of a common noun: «на Лиманском стекольном заводе»."""
    after = next((term for term in terms if term.token.start == noun.token.end + 1), None)
    if after is None or after.token.capitalised or noun.morphology.first_pos != "ADJF":
        return False
    return not _NOMINALS.isdisjoint(after.morphology.pos)


def _is_town(terms: Sequence[Term]) -> bool:
    """Whether it is a name throughout («Верхние Броды»), or one word that is no common noun."""
    content = [term for term in terms if term.word_class is WordClass.CONTENT]
    if len(content) == 1:
        morphology = content[0].morphology
        return _TOWN in morphology.marks or not morphology.known
    return all(term.token.capitalised for term in content)
