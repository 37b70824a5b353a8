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
_BETWEEN = read_groups("function_words/prepositions")["between"]
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
    """What a question asks beside an event, None where it asks for more than what, where or how many."""
    terms = question.terms
    at = next((at for at, term in enumerate(terms) if _is_in(term, _BESIDE | _ALONE)), None)
    if at is None or not counts_nothing(question.request):
        return None
    length = _anchor_length(question, at)
    anchor, rest = terms[at + 1 : at + 1 + length], [*terms[:at], *terms[at + 1 + length :]]
    several = any(is_kind(term) and "plur" in term.morphology.genders for term in rest)
    if not _may_ask(question.request, several) or not all(asks_only_event(question, term) for term in rest):
        return None
    named = tuple(term for term in anchor if _names(term))
    pointed = any(term.word in _POINTING for term in anchor)
    is_alone = terms[at].word in _ALONE
    if (not anchor and not is_alone) or (anchor and not named and not pointed):
        return None
    says = [term for term in rest if term.word_class is WordClass.CONTENT or _happens(term)]
    return BesideEvent(
        earlier=_is_in(terms[at], _WORDS["before"]),
        anchor=named if not pointed or not all(map(is_kind, named)) else (),
        pointed=pointed,
        by_person_word=any(term.word in PERSONAL for term in anchor),
        asks_nothing=not says and not question.slots,
        several=several,
    )


def read_between(question: Question) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
    """The words of both events of «что было между визитом и диалогом», None where more is asked."""
    terms = question.terms
    at = next((at for at, term in enumerate(terms) if term.word in _BETWEEN), None)
    if at is None or not counts_nothing(question.request) or not _may_ask(question.request, several=False):
        return None
    end = at + 1 + _anchor_length(question, at, joins=True)
    rest = [*terms[:at], *terms[end:]]
    cut = next((one for one in range(at + 1, end) if terms[one].morphology.first_pos == "CONJ"), None)
    if cut is None or not all(asks_only_event(question, term) for term in rest):
        return None
    first = tuple(term for term in terms[at + 1 : cut] if _names(term))
    second = tuple(term for term in terms[cut + 1 : end] if _names(term))
    noun = next((term for term in second if term.morphology.first_pos == "NOUN"), None)
    if noun is not None and not any(term.morphology.first_pos == "NOUN" for term in first):
        first = (*first, noun)  # «Между первым и вторым диалогом»
    return (first, second) if first and second else None


def asks_what_comes(question: Question, *, is_cold: bool) -> bool:
    """«Что планируется?», «какие планы?»; with nothing said before it (`is_cold`) «что будет потом?» too."""
    if not question.slots or question.request.form not in _FORMS or not counts_nothing(question.request):
        return False
    comes = [term for term in question.terms if _is_in(term, _WORDS["ahead"])]
    later = [term for term in question.terms if term.word in _WORDS["alone_after"]]
    rest = (term for term in question.terms if term not in comes and term not in later)
    return bool(comes or (later and is_cold)) and all(asks_only_event(question, term) for term in rest)


def counts_nothing(request: Request) -> bool:
    """Whether no date or number counts from or for something, and nothing is denied."""
    is_counted = any(value.kind is not ValueKind.ORDINAL for value in request.values)
    return not (is_counted or request.negated or request.span)


def _may_ask(request: Request, several: bool) -> bool:
    """Whether the form may ask for an event: «а после него?», «какие были», of several also whether or how
    many there were."""
    is_bare = request.form is AnswerForm.YES_NO and not request.predicate
    is_of_several = several and request.form in (AnswerForm.YES_NO, AnswerForm.HOW_MANY)
    return is_bare or is_of_several or request.form in _FORMS


def _is_in(term: Term, words: frozenset[str]) -> bool:
    return bool(words.intersection((term.word, *term.morphology.lemmas)))


def _anchor_length(question: Question, at: int, *, joins: bool = False) -> int:
    """How many words after the one at `at` name the event: up to a verb or a word that asks, or to «и» unless
    it `joins`."""
    terms, end = question.terms, at + 1
    while end < len(terms):
        is_end = end in question.asking_places or _happens(terms[end]) or terms[end].word in _ALONE
        if is_end or terms[end].morphology.first_pos in (("VERB",) if joins else ("VERB", "CONJ")):
            break
        end += 1
    return end - at - 1


def asks_only_event(question: Question, term: Term) -> bool:
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


def is_kind(term: Term) -> bool:
    """«Встреча», «событие»."""
    return bool(_WORDS["kinds"].intersection(term.morphology.lemmas))


def _names(term: Term) -> bool:
    return term.word_class is WordClass.CONTENT and term.word not in _POINTING


def names_nobody(terms: Sequence[Term], person_keys: frozenset[str]) -> bool:
    """Whether no word is a person's name: «до Линч» asks who held her post."""
    return not any(key in person_keys for term in terms for key, _ in term.keys)
