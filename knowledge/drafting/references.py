"""The thing that a pronoun at the head of a sentence stands for: of its gender, in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_words
from knowledge.drafting.inflection import phrase_in
from knowledge.drafting.phrases import NounPhrase, noun_phrases
from knowledge.drafting.words import Word, words_of

_OF_PEOPLE = read_words("verbs/reporting") | read_words("verbs/voicing")
_UNITS = read_words("nouns/times")


def thing_meant(words: Sequence[Word], before: str) -> str | None:
    """«…поставили новую лампу. Она светит» -> «Новая лампа»; None where a person may be meant.

    In the accusative only of «Его построили», where nobody in particular acts.
    """
    if len(words) < 2 or any(word.lemmas & _OF_PEOPLE for word in words[:4]):
        return None
    pronoun, told = words[0], words_of(before)
    case = "nomn" if pronoun.has("NPRO", "nomn") else "accs"
    if case == "accs" and not _is_of_nobody(words[1:4]):
        return None
    gender = next((one.tag.gender for one in pronoun.readings if "NPRO" in one.tag), None)
    phrases = [one for one in noun_phrases(told, before) if _may_be_meant(one, told, gender)]
    if any(word.is_capital and word.start and word.has("anim", str(gender)) for word in told):
        return None
    found = next((one for one in phrases if told[one.head].has("nomn")), next(iter(phrases), None))
    if found is None:
        return None
    made = phrase_in(told[found.start : found.end], found.head - found.start, found.reading, case)
    return made[:1].upper() + made[1:] if made is not None else None


def _is_of_nobody(words: Sequence[Word]) -> bool:
    """«построили», «снова зажгли»."""
    verb = next((word for word in words if word.first_pos == "VERB"), None)
    return verb is not None and verb.has("VERB", "plur", "tran")


def _may_be_meant(phrase: NounPhrase, words: Sequence[Word], gender: object) -> bool:
    head, tag = words[phrase.head], phrase.reading.tag
    if (head.is_capital and head.start) or "anim" in tag or head.lemmas & _UNITS or str(tag.POS) != "NOUN":
        return False
    return tag.number != "plur" and tag.gender == gender
