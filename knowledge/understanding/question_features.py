"""What a question shows whatever fact it is held against, worked out once for all candidates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.post_nouns import POSTS
from knowledge.language.synonyms import Level
from knowledge.results import Slot
from knowledge.understanding.modifiers import bonds
from knowledge.understanding.question import Question

_MORE = frozenset(
    (
        *question_words.WHICH,
        *(word for word, slot in question_words.QUESTION_WORDS.items() if slot is not Slot.NUMBER),
    )
)
_NAMELY = frozenset("как какое какая какую каково какова".split())
_NAMING = frozenset("называться назвать звать название наименование фамилия имя именоваться".split())
_ABOUT = frozenset("о об обо про насчет относительно".split())
_NEGATIONS = frozenset("не ни нет".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFeatures:
    """Terms are those of the question."""

    known: frozenset[str]
    """Sure keys of the matter: what the question names itself is no answer to it."""
    keys: frozenset[str]
    """All keys of the matter."""
    bonds: tuple[tuple[Term, Term], ...]
    """Nouns with the words of the matter that tell which one is meant."""
    posts: tuple[Term, ...]
    negated: frozenset[int]
    """Where words stand that «не» denies."""
    topics: frozenset[int]
    """Places of the nouns after «о», «про»: what is to be told about."""
    heads: tuple[Term, ...]
    """Nouns after «какой», and plural ones that name a kind of place or time: which ones is asked."""
    asks_name: bool
    asks_more: bool
    """«Кто ещё», «какие ещё»; not «сколько ещё»."""
    is_future: bool


def question_features(question: Question) -> QuestionFeatures:
    terms = question.terms
    query = [terms[place] for place in question.content_places]
    plural = {place for place in question.asking if "plur" in terms[place].morphology.genders}
    pairs = [(before.word, after) for before, after in pairwise(terms)]
    return QuestionFeatures(
        known=frozenset(key for term in query for key, level in term.keys if level is Level.LEMMA),
        keys=frozenset(key for term in query for key, _ in term.keys),
        bonds=tuple(
            (terms[bond.noun], terms[bond.modifier])
            for bond in bonds(question.text, terms)
            if bond.modifier in question.content_places
        ),
        posts=tuple(term for term in query if POSTS.intersection(term.morphology.lemmas)),
        negated=frozenset(after.token.start for before, after in pairs if before in _NEGATIONS),
        topics=frozenset(_topics(terms)),
        heads=tuple(terms[place] for place in question.heads | plural if place != question.counted),
        asks_name=asks_name(terms),
        asks_more=any(before in _MORE and after.word == "еще" for before, after in pairs),
        is_future=_is_future(terms),
    )


def _topics(terms: Sequence[Term]) -> Iterator[int]:
    for place, term in enumerate(terms):
        if term.word in _ABOUT:
            after = range(place + 1, min(place + 4, len(terms)))
            noun = next((at for at in after if terms[at].morphology.first_pos == "NOUN"), None)
            if noun is not None:
                yield noun


def asks_name(terms: Sequence[Term]) -> bool:
    """«Как называется», «как назвали», «какое название», «как зовут»."""
    return any(
        _NAMING.intersection(after.morphology.lemmas)
        for place, term in enumerate(terms)
        if term.word in _NAMELY
        for after in terms[place + 1 : place + 3]
    )


def _is_future(terms: Sequence[Term]) -> bool:
    moods = [t.morphology.moods for t in terms if t.morphology.first_pos == "VERB" and t.morphology.moods]
    return bool(moods) and all("futr" in one and not one & {"past", "pres"} for one in moods)
