"""Features of a question that do not depend on the fact, computed once for all candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.results import Slot
from knowledge.understanding.modifiers import find_modifiers
from knowledge.understanding.question import Question

_MORE = frozenset(
    (
        *question_words.WHICH,
        *(word for word, slot in question_words.QUESTION_WORDS.items() if slot is not Slot.NUMBER),
    )
)
_NAME_ASKED = read_groups("question_words/groups")["name_asked"]
_NAMING = read_groups("question_words/groups")["name"]
_ABOUT = read_groups("function_words/prepositions")["about"]
_NEGATIONS = read_groups("function_words/particles")["negate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFeatures:
    """All terms are those of the question."""

    lemma_keys: frozenset[str]
    """Keys of the content words' lemmas: what the question names itself does not answer it."""
    keys: frozenset[str]
    """All keys of the content words."""
    modified_nouns: tuple[tuple[Term, Term], ...]
    """Nouns with the content words that modify them."""
    posts: tuple[Term, ...]
    negated_starts: frozenset[int]
    """Offsets in the text of the words after «не»."""
    topic_places: frozenset[int]
    """Places of the nouns after «о», «про»: what the question is about."""
    heads: tuple[Term, ...]
    """Nouns after «какой», and plural ones that name a kind of place or time: asked is which ones."""
    asks_name: bool
    asks_more: bool
    """«Кто ещё», «какие ещё»; not «сколько ещё»."""
    is_future: bool
    """Whether every verb is in the future."""


def question_features(question: Question) -> QuestionFeatures:
    terms = question.terms
    content = [terms[place] for place in question.content_places]
    plural = {place for place in question.asking_places if "plur" in terms[place].morphology.genders}
    pairs = [(before.word, after) for before, after in pairwise(terms)]
    return QuestionFeatures(
        lemma_keys=frozenset(key for term in content for key, level in term.keys if level is Level.LEMMA),
        keys=frozenset(key for term in content for key, _ in term.keys),
        modified_nouns=tuple(
            (terms[found.noun], terms[found.modifier])
            for found in find_modifiers(question.text, terms)
            if found.modifier in question.content_places
        ),
        posts=tuple(term for term in content if POSTS.intersection(term.morphology.lemmas)),
        negated_starts=frozenset(after.token.start for before, after in pairs if before in _NEGATIONS),
        topic_places=frozenset(_topic_places(terms)),
        heads=tuple(
            terms[place] for place in question.head_places | plural if place != question.counted_place
        ),
        asks_name=asks_name(terms),
        asks_more=any(before in _MORE and after.word == "еще" for before, after in pairs),
        is_future=_is_future([term for at, term in enumerate(terms) if at not in question.request.worded]),
    )


def _topic_places(terms: Sequence[Term]) -> Iterator[int]:
    for place, term in enumerate(terms):
        if term.word in _ABOUT:
            after = range(place + 1, min(place + 4, len(terms)))
            noun = next((at for at in after if terms[at].morphology.first_pos == "NOUN"), None)
            if noun is not None:
                yield noun


def asks_name(terms: Sequence[Term]) -> bool:
    """Whether a name is asked for: «как называется», «какое название», «как зовут»."""
    return any(
        _NAMING.intersection(after.morphology.lemmas)
        for place, term in enumerate(terms)
        if term.word in _NAME_ASKED
        for after in terms[place + 1 : place + 3]
    )


def _is_future(terms: Sequence[Term]) -> bool:
    moods = [t.morphology.moods for t in terms if t.morphology.first_pos == "VERB" and t.morphology.moods]
    return bool(moods) and all("futr" in one and not one & {"past", "pres"} for one in moods)
