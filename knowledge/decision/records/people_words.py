"""Words of a question on a set of people: roles, posts, from which side, and what says more than that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.comparison import ABOVE, BELOW
from knowledge.decision.context.digest_subjects import HasSubjects, sides_named
from knowledge.facts.model import FactBase
from knowledge.language import question_words
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import readings
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Slot
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.understanding.question import Question

_PLACES = read_groups("requests/own_places")
_COUNTRY, _FROM = _PLACES["country"], read_groups("function_words/prepositions")["place_from"]
_OF_THEM = read_groups("function_words/prepositions")["of_them"]
_INSIDE = read_groups("function_words/prepositions")["place_into"]
_NOMINATIVE = frozenset({"nomn"})
_WHENCE = _PLACES["origin"] - _COUNTRY
_OF_SIDE = read_groups("function_words/prepositions")["of_side"]
_BEING, _RUNNING = read_words("verbs/being"), read_words("verbs/running")
_NOTHING_MORE = read_words("requests/people_sets") | ANYBODY


def denies_role(question: Question, roles: Mapping[int, str], place: int) -> bool:
    """«Кто не председательствовал от Китая» is of anybody; «кто из председателей не от Китая» is not."""
    counts = question.request.form is AnswerForm.HOW_MANY
    return counts or not roles or any(at > place for at in roles)


def is_from_side(question: Question, access: HasSubjects) -> bool:
    """«От Китая», «с американской стороны», «кто из трёх китаец»: «китайский лидер», «руководит Китаем» and
    «главный в Китае» name a post."""
    terms = question.terms
    return any(
        sides_named([term], access)
        and (
            (terms[at - 1].morphology.first_pos == "PREP" and terms[at - 1].word not in _INSIDE)
            or _is_person(term)
        )
        for at, term in enumerate(terms)
        if at
    )


def _is_person(term: Term) -> bool:
    """«Китаец», «китайцы»: a noun of somebody from there, as what is said of them."""
    marks = term.morphology
    return marks.first_pos == "NOUN" and marks.animate and bool(_NOMINATIVE & _cases(term.word))


def _cases(word: str) -> frozenset[str]:
    return frozenset().union(*(one.tag.grammemes for one in readings(word)))


def is_of_side_there(question: Question, sides: Mapping[int, str], base: FactBase, lexicon: Lexicon) -> bool:
    """«Кто был в Шуе от Вендии»: of a side, at an event that only its place names."""
    terms = question.terms
    of_side = any(at and terms[at - 1].word in _OF_SIDE for at in sides)
    places = [at for at in question.content_places if at not in sides and at not in question.asking_places]
    more = [terms[at] for at in places if says_more(terms[at])]
    is_there = any(_BEING.intersection(term.morphology.lemmas) for term in terms)
    if not (of_side and is_there and more and question.request.form is AnswerForm.WHO):
        return False
    towns = lexicon.sure(" ".join(one.where for one in base.events if one.where))
    return all(any(key in towns for key, _ in term.keys) for term in more)


def runs_all(question: Question) -> bool:
    """«Кто этим рулил?»: spoken verbs by which somebody heads what happens."""
    return any(_RUNNING.intersection(term.morphology.lemmas) for term in question.terms)


def counts_them(question: Question) -> bool:
    """«Из трёх»: those who are meant are only counted."""
    pairs = pairwise(question.terms)
    return any(
        before.word in _OF_THEM and any(key[0] == "#" for key, _ in after.keys) for before, after in pairs
    )


def names_post(question: Question, roles: Mapping[int, str], sides: Mapping[int, str]) -> bool:
    """«Председатель КНР» is a post; «председатель от КНР», «председателей: китайцев» are of a side."""
    terms = question.terms
    return any(
        at + 1 in sides
        and terms[at].morphology.first_pos == "NOUN"
        and not question.text[terms[at].token.end : terms[at + 1].token.start].strip()
        for at in roles
    )


def says_more(term: Term) -> bool:
    if any(key[0] == "№" for key, _ in term.keys):
        return True
    is_number = any(key[0] == "#" for key, _ in term.keys)
    content = term.word_class is WordClass.CONTENT and not is_number and term.word not in ABOVE | BELOW
    return content and not _NOTHING_MORE.intersection(term.morphology.lemmas) and not asks_post(term)


def asks_post(term: Term) -> bool:
    return any(question_words.NOUNS.get(lemma) is Slot.POST for lemma in term.morphology.lemmas)


def counted_rightly(terms: Sequence[Term], count: int) -> bool:
    numbers = {
        key[1:] for term in terms for key, level in term.keys if key[0] == "#" and level is Level.LEMMA
    }
    return not numbers or str(count) in numbers


def asks_origin(question: Question) -> bool:
    """«Из каких стран», «откуда»."""
    first = min(question.asking_places, default=0)
    asked = {lemma for at in question.asking_places for lemma in question.terms[at].morphology.lemmas}
    leads = first > 0 and question.terms[first - 1].word in _FROM
    return bool(_WHENCE & asked) or (leads and bool(_COUNTRY & asked))
