"""A question in other words: one of its verbs replaced by a synonym in the same form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from knowledge.drafting.grammar.inflection import like
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.language.morphology import readings
from knowledge.language.synonyms import synonym_groups

_PARTS = frozenset({"VERB", "INFN"})
"""Nouns that a table joins differ too much to stand for each other: «сведения», «данные», «значения»."""
_MOST_SYNONYMS = 2


@cache
def _by_lemma() -> dict[str, tuple[str, ...]]:
    """A lemma -> single words of the first row in which it stands."""
    found: dict[str, tuple[str, ...]] = {}
    for group in synonym_groups():
        words = tuple(word for word in group if " " not in word)
        for word in words:
            found.setdefault(word, tuple(other for other in words if other != word))
    return found


def reworded(question: str) -> Iterator[str]:
    """A variant for each word that has a synonym of the same part of speech, aspect and gender."""
    for word in words_of(question):
        if str(word.readings[0].tag.POS if word.readings else "") not in _PARTS or word.is_capital:
            continue
        for form in _synonyms(word):
            yield question[: word.start] + like(form, word.text) + question[word.end :]


def _synonyms(word: Word) -> Iterator[str]:
    reading = word.readings[0]
    tag = reading.tag
    wanted = {str(part) for part in (tag.case, tag.number, tag.tense, tag.person) if part}
    if tag.tense == "past" and tag.gender:
        wanted.add(str(tag.gender))
    for lemma in _by_lemma().get(word.lemma, ())[:_MOST_SYNONYMS]:
        other = next((one for one in readings(lemma) if one.tag.POS == tag.POS), None)
        if other is None or other.tag.aspect != tag.aspect:
            continue
        if str(tag.POS) == "NOUN" and (other.tag.gender != tag.gender or other.tag.animacy != tag.animacy):
            continue
        form = other.inflect(frozenset(wanted)) if wanted else None
        if form is not None:
            yield str(form[0])
