"""Whether a question asks for what came before or after an event: «а после него?», «что было до визита?»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_words
from knowledge.language.lexicon import Term
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm
from knowledge.understanding.pronouns import PERSONAL, THERE
from knowledge.understanding.question import Question
from knowledge.understanding.request import Request

_WORDS = read_groups("requests/beside_events")
_BESIDE = _WORDS["before"] | _WORDS["after"]
_ALONE = _WORDS["alone_before"] | _WORDS["alone_after"]
_POINTING = PERSONAL | THERE | _WORDS["pointing"]
_HAPPENING = read_words("verbs/happening") | read_words("verbs/meeting")
_FORMS = (
    AnswerForm.WHEN,
    AnswerForm.WHERE,
    AnswerForm.WHAT,
    AnswerForm.WHICH,
    AnswerForm.LIST,
    AnswerForm.ORDER,
    AnswerForm.OTHER,
)


@dataclass(frozen=True, slots=True)
class BesideEvent:
    """`anchor`: the words of content that name the event; none where it is only pointed at."""

    earlier: bool
    anchor: tuple[Term, ...]
    pointed: bool
    """«До этого», «после него»; neither this nor an anchor stands beside «потом»."""
    by_person_word: bool
    """Whether the pronoun may as well stand for a person: «после него»."""
    asks_nothing: bool
    """«А потом?»: only the time is new, the rest is that of the last question."""
    several: bool


def read_beside_event(question: Question) -> BesideEvent | None:
    """What a question asks beside an event, None where it asks for more than what, when or where."""
    terms = question.terms
    at = next((at for at, term in enumerate(terms) if _is_in(term, _BESIDE | _ALONE)), None)
    if at is None or not _may_ask(question.request):
        return None
    length = _anchor_length(question, at)
    anchor, rest = terms[at + 1 : at + 1 + length], [*terms[:at], *terms[at + 1 + length :]]
    if not anchor and terms[at].word not in _ALONE:
        return None
    if not all(_asks_only_event(question, term) for term in rest):
        return None
    named = tuple(term for term in anchor if _names(term))
    pointed = any(term.word in _POINTING for term in anchor)
    if not named and anchor and not pointed:
        return None
    says = [term for term in rest if term.word_class is WordClass.CONTENT or _happens(term)]
    return BesideEvent(
        earlier=_is_in(terms[at], _WORDS["before"]),
        anchor=named if not pointed or not all(map(_is_kind, named)) else (),
        pointed=pointed,
        by_person_word=any(term.word in PERSONAL for term in anchor),
        asks_nothing=not says and not question.slots,
        several=any(_is_kind(term) and "plur" in term.morphology.genders for term in rest),
    )


def _may_ask(request: Request) -> bool:
    """Whether the form may ask for an event, and no date or number counts from or for something."""
    is_bare = request.form is AnswerForm.YES_NO and not request.predicate  # «А после него?»
    is_counted = any(value.kind is not ValueKind.ORDINAL for value in request.values)
    return (is_bare or request.form in _FORMS) and not (is_counted or request.negated or request.span)


def _is_in(term: Term, words: frozenset[str]) -> bool:
    return bool(words.intersection((term.word, *term.morphology.lemmas)))


def _anchor_length(question: Question, at: int) -> int:
    """How many words after the one at `at` name the event: up to a verb or a word that asks."""
    terms, end = question.terms, at + 1
    while end < len(terms):
        is_end = end in question.asking_places or _happens(terms[end]) or terms[end].word in _ALONE
        if is_end or terms[end].morphology.first_pos in ("VERB", "CONJ"):
            break
        end += 1
    return end - at - 1


def _asks_only_event(question: Question, term: Term) -> bool:
    """Whether a word asks, ties, or says no more than that something took place."""
    is_asking = any(question.terms[at] is term for at in question.asking_places)
    if is_asking or term.word in PERSONAL | THERE or _says_nothing(term):
        return True
    return term.word_class is not WordClass.CONTENT and term.morphology.first_pos != "PREP"


def _says_nothing(term: Term) -> bool:
    lemmas = {term.word, *term.morphology.lemmas}
    return bool(lemmas & (_WORDS["says_nothing"] | _WORDS["kinds"])) or _happens(term)


def _happens(term: Term) -> bool:
    return bool(_HAPPENING.intersection(term.morphology.lemmas))


def _is_kind(term: Term) -> bool:
    return bool(_WORDS["kinds"].intersection(term.morphology.lemmas))


def _names(term: Term) -> bool:
    return term.word_class is WordClass.CONTENT and term.word not in _POINTING


def names_nobody(terms: Sequence[Term], person_keys: frozenset[str]) -> bool:
    """Whether no word is a person's name: «до Линч» asks who held her post."""
    return not any(key in person_keys for term in terms for key, _ in term.keys)
