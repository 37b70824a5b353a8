"""Whether a clause without a question word gives the value that its noun might ask for: «высота 3200?»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import POSTS
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.results import Slot
from knowledge.understanding.phrase_patterns import find_phrases

_PARTICLES = read_groups("function_words/particles")
_DATES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})
_BARE = frozenset({ValueKind.NUMBER, ValueKind.COUNT})


def states_measure(terms: Sequence[Term], slots: Sequence[Slot], text: str) -> bool:
    """Whether a value is stated to be confirmed: words say so, or it ends the question and fits the noun.

    `slots` are those that nouns of the clause might ask for. «Цена за 3 дня?» states nothing.
    """
    if _says_of_person(terms, slots):
        return True
    values = [value for value in read_values(text) if value.kind is not ValueKind.ORDINAL]
    words = [frozenset((term.word, *term.morphology.lemmas)) for term in terms]
    if not values or not terms:
        return False
    last = values[-1]
    after = [term.word for term in terms if term.token.start >= last.end]
    closed = bool(after) and all(word in _PARTICLES["closing"] for word in after)
    if (
        closed
        or "tag" in find_phrases("yes_no", words)
        or any(term.word in _PARTICLES["confirm"] for term in terms)
    ):
        return True
    if not text.rstrip().endswith("?"):
        return False
    if any(map(_states, terms)) and not any(term.word in _PARTICLES["either"] for term in terms):
        return True  # «время начала перенесли на 15:00?»
    if after:
        return False
    if last.kind in _DATES:
        return slots[:1] == (Slot.DATE,)
    return _fits(last, terms, words)


def _states(term: Term) -> bool:
    return term.morphology.first_pos in ("VERB", "PRTS") and "impr" not in term.morphology.moods


def _says_of_person(terms: Sequence[Term], slots: Sequence[Slot]) -> bool:
    """«А министр там был?»: whoever has a post did something, and no word asks who."""
    posts = [at for at, term in enumerate(terms) if POSTS.intersection(term.morphology.lemmas)]
    acts = any("past" in term.morphology.moods for term in terms[posts[0] :]) if posts else False
    return slots[:1] == (Slot.PERSON,) and acts


def _fits(value: Value, terms: Sequence[Term], words: Sequence[frozenset[str]]) -> bool:
    asked = [label for label in find_phrases("values", words) if label.startswith("kind-")]
    if not asked or f"kind-{value.kind.value}" in asked:
        return bool(asked) or not _follows_preposition(value, terms)
    return value.kind in _BARE and not _follows_preposition(value, terms)


def _follows_preposition(value: Value, terms: Sequence[Term]) -> bool:
    before = [term for term in terms if term.token.end <= value.start]
    return bool(before) and before[-1].morphology.first_pos == "PREP"
