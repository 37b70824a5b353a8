"""Where: places and venues of a sentence after a preposition of place, in the nominative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.phrases import NounPhrase, in_nominative, noun_phrase_at, phrase_text
from knowledge.drafting.grammar.words import Word
from knowledge.language.morphology import is_known

_VENUES = read_words("places/venues") | read_words("places/addresses")
_AT = read_groups("function_words/prepositions")["place_at"]
_CASES = frozenset({"loct", "loc1", "loc2"})
_OTHER_CASES = frozenset({"gent", "gen1", "gen2", "ablt"})
_LOCATIVE_PREPOSITIONS = read_groups("drafting/place_contexts")["locative"]
_WHOSE = read_groups("drafting/attributions")["whose"]
_INNER = read_groups("drafting/place_contexts")["inner"]
_OF_NO_ONE_PLACE = read_groups("drafting/place_contexts")["no_one_place"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place at `text[start:end]`, the preposition included; `name` in the nominative."""

    start: int
    end: int
    name: str
    is_venue: bool

    def phrase_of(self, text: str) -> str:
        """Its words with the preposition, as they stand inside a sentence."""
        return text[self.start].lower() + text[self.start + 1 : self.end]


def places_of(words: Sequence[Word], text: str) -> list[PlaceMention]:
    """The places of a sentence, in order."""
    found: list[PlaceMention] = []
    for place, word in enumerate(words[:-1]):
        if word.folded not in _AT or (found and word.start < found[-1].end):
            continue
        phrase = noun_phrase_at(words, place + 1, text)
        if phrase is None or not _names_place(words, phrase, word.folded):
            continue
        phrase = _without_name_tail(words, phrase)
        name = in_nominative(phrase, words, text)
        if name is None:
            name = phrase_text(phrase, words, text)
        end = words[phrase.end - 1].end
        if text[end : end + 1] in ("»", '"') and any(sign in name for sign in '«"'):
            end += 1
        found.append(PlaceMention(word.start, end, name, not words[phrase.head].is_capital))
    return found


def _without_name_tail(words: Sequence[Word], phrase: NounPhrase) -> NounPhrase:
    """A town ends with its name: «в Париже Го Шэнкунь …»."""
    if not words[phrase.head].is_capital:
        return phrase
    end = phrase.head + 1
    return NounPhrase(phrase.start, end, phrase.head, phrase.reading)


def _names_place(words: Sequence[Word], phrase: NounPhrase, preposition: str) -> bool:
    head = words[phrase.head]
    described = words[phrase.start : phrase.head]
    if any(word.lemmas & _OF_NO_ONE_PLACE or word.folded in _WHOSE for word in described):
        return False  # «в каждом районе», «в его залах»
    cases = {str(one.tag.case) for one in head.readings if str(one.tag.POS) == "NOUN"}
    wanted = _CASES if preposition in _LOCATIVE_PREPOSITIONS else _OTHER_CASES
    if not cases & wanted and not head.is_abbreviation:
        return False
    if head.is_abbreviation:
        return head.has("Geox")
    if head.is_capital:
        return head.has("Geox") or (not is_known(head.folded) and not head.has("anim"))
    return bool(head.lemmas & _VENUES)


def _is_inner(mention: PlaceMention) -> bool:
    """«первый этаж» of a building that is named elsewhere or not at all."""
    return not _INNER.isdisjoint(mention.name.lower().split())


def joined_place(mentions: Sequence[PlaceMention]) -> str | None:
    """The places of one clause as one text: the town, then the venue."""
    telling = [one for one in mentions if not one.is_venue or (" " in one.name and not _is_inner(one))]
    names = list(dict.fromkeys(one.name for one in sorted(telling, key=lambda one: one.is_venue)))
    return ", ".join(names[:2]) or None
