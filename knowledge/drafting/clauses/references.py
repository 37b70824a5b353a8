"""The thing that a pronoun at the head of a sentence stands for: of its gender, in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.inflection import phrase_in
from knowledge.drafting.grammar.phrases import NounPhrase, noun_phrase_at, noun_phrases
from knowledge.drafting.grammar.words import Word, words_of

_OF_PEOPLE = read_words("verbs/reporting") | read_words("verbs/voicing")
_UNITS = read_words("nouns/times")
_PRONOUNS = read_groups("drafting/pronouns")["third"]
_WHOSE = read_groups("drafting/attributions")["whose"]
_NAMING = frozenset({"NOUN", "ADJF", "PRTF"})
_ONTO = "на"


def with_thing(text: str, words: Sequence[Word], before: str) -> str | None:
    """The text with its first pronoun that stands for a thing replaced by it; None where there is none.

    «Она светит», «На него нужно записаться» at the head, «В 2020 году его отменили» anywhere.
    """
    for place, word in enumerate(words):
        opens = place == 0 or (place == 1 and words[0].first_pos == "PREP")
        if (
            word.folded not in _PRONOUNS
            or is_possessive(words[place:])
            or not (opens or _is_of_nobody(words[place + 1 : place + 4]))
        ):
            continue
        thing = thing_meant(words[place:], before, words[place - 1] if place else None)
        if thing is not None:
            made = thing if place == 0 else thing[:1].lower() + thing[1:]
            return text[: word.start] + made + text[word.end :]
    return None


def is_possessive(words: Sequence[Word]) -> bool:
    """«её рейс отменили», but not «его построили»."""
    return words[0].folded in _WHOSE and len(words) > 1 and words[1].first_pos in _NAMING


def thing_meant(words: Sequence[Word], before: str, preposition: Word | None = None) -> str | None:
    """«…поставили новую лампу. Она светит» -> «Новая лампа»; None where a person may be meant.

    In the accusative without a preposition only of «Его построили», where nobody in particular acts.
    """
    if len(words) < 2 or any(word.lemmas & _OF_PEOPLE for word in words[:4]):
        return None
    pronoun, told = words[0], words_of(before)
    case = _case_of(pronoun, words[1:4], preposition)
    gender = next((one.tag.gender for one in pronoun.readings if "NPRO" in one.tag), None)
    if case is None or any(word.is_capital and word.start and word.has("anim", str(gender)) for word in told):
        return None
    phrases = [one for one in noun_phrases(told, before) if _may_be_meant(one, told, gender)]
    found = next((one for one in phrases if told[one.head].has("nomn")), next(iter(phrases), None))
    if found is None:
        return None
    start = next((at for at in range(found.start, found.head + 1) if not told[at].has("Anum")), found.head)
    made = phrase_in(told[start : found.end], found.head - start, found.reading, case)
    if made is None:
        return None
    return made[:1].upper() + made[1:] + ("»" if made.count("«") > made.count("»") else "")


def owner_meant(pronoun: Word, before: str) -> str | None:
    """«центра „Луч“» of «его директор», after «В городе работает центр „Луч“»."""
    gender = next((one.tag.gender for one in pronoun.readings if "NPRO" in one.tag), None)
    if pronoun.folded not in _WHOSE or gender is None:
        return None
    told = words_of(before)
    if any(word.is_capital and word.has("anim", str(gender), "sing") for word in told):
        return None  # a person may be meant
    phrases = [one for one in noun_phrases(told, before) if _may_be_meant(one, told, gender)]
    found = next((one for one in phrases if told[one.head].has("nomn")), None)
    if found is None:
        return None
    made = phrase_in(told[found.start : found.end], found.head - found.start, found.reading, "gent")
    made = lowered_opening(made, told[found.start]) if made is not None else None
    return made + ("»" if made.count("«") > made.count("»") else "") if made is not None else None


def lowered_opening(phrase: str, first: Word) -> str:
    """Inside a sentence the first word of another has a small letter, unless it is a name."""
    is_name = first.is_abbreviation or first.has("Geox") or first.has("Name") or first.has("Surn")
    return phrase if first.start or is_name else phrase[:1].lower() + phrase[1:]


def with_owner(text: str, words: Sequence[Word], before: str) -> str | None:
    """«В его залах …», «Его залы …» after «Музей хлеба открылся» -> «В залах музея хлеба …»."""
    at = next((place for place in (0, 1) if words[place:] and is_possessive(words[place:])), None)
    if at is None or (at and words[0].first_pos != "PREP"):
        return None
    owner, phrase = owner_meant(words[at], before), noun_phrase_at(words, at + 1, text)
    if owner is None or phrase is None or phrase.is_animate or phrase.end > phrase.head + 1:
        return None
    end = words[phrase.head].end
    made = f"{text[: words[at].start]}{text[words[at + 1].start : end]} {owner}{text[end:]}"
    return made[:1].upper() + made[1:]


def _case_of(pronoun: Word, after: Sequence[Word], preposition: Word | None) -> str | None:
    if preposition is not None and preposition.first_pos == "PREP":
        cases = [str(one.tag.case) for one in pronoun.readings if "NPRO" in one.tag]
        return "accs" if preposition.folded == _ONTO and "accs" in cases else next(iter(cases), None)
    if pronoun.has("NPRO", "nomn"):
        return "nomn"
    return "accs" if _is_of_nobody(after) else None


def _is_of_nobody(words: Sequence[Word]) -> bool:
    """«построили», «снова зажгли»."""
    verb = next((word for word in words if word.first_pos == "VERB"), None)
    return verb is not None and verb.has("VERB", "plur", "tran")


def _may_be_meant(phrase: NounPhrase, words: Sequence[Word], gender: object) -> bool:
    head, tag = words[phrase.head], phrase.reading.tag
    if (head.is_capital and head.start) or "anim" in tag or head.lemmas & _UNITS or str(tag.POS) != "NOUN":
        return False
    return tag.number != "plur" and tag.gender == gender
