"""Rules that refuse whatever the probability: the best fact contradicts the question or cannot answer it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from knowledge.data.tables import read_words
from knowledge.decision.rule_context import RuleContext, lacks_attribute, ordinals, refuse, unmatched_words
from knowledge.language.function_words import EXCLUSIONS
from knowledge.language.morphology import analyse
from knowledge.language.semantic_classes import TASKS
from knowledge.language.word_class import WordClass
from knowledge.results import Reason, Result, Slot
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.understanding.question import Question

_NEGATIONS = read_words("function_words/negations")
_DENIALS = tuple(read_words("verbs/denials"))
_NAMING = frozenset({"PRTF"})
_NEAREST = 3
"""A fact among so many nearest ones may say what is not so."""
_SURE_FROM = 0.8
"""From this probability on an unmatched «до», or verb of a follow-up, does not matter."""


def other_task(context: RuleContext) -> Result | None:
    """«Напиши стих про осень», «реши уравнение»: an order to do something else than answer."""
    question = context.search.question
    first = next((term for term in question.terms if term.word_class > WordClass.FUNCTION), None)
    ordered = (
        first is not None and "impr" in first.morphology.moods and TASKS.intersection(first.morphology.lemmas)
    )
    if question.slots or not ordered:
        return None
    return refuse(context, "other-task", Reason.OFF_TOPIC, 0.95)


def other_number(context: RuleContext) -> Result | None:
    """An ordinal that no fact has, or that numbers another thing there: the third dialogue."""
    best = context.best
    if best is None or not (best.features.missing_ordinal or best.features.ordinal_clash):
        return None
    named = unmatched_words(context, TermClass.ORDINAL) or tuple(ordinals(context))
    return refuse(context, "other-number", Reason.NO_SUCH_NUMBER, 0.9, named)


def other_side(context: RuleContext) -> Result | None:
    """A side is named, and the people of the best fact are of another."""
    if context.best is None or not context.best.features.side_clash:
        return None
    return refuse(context, "other-side", Reason.NO_SUCH_ENTITY, 0.8, unmatched_words(context, TermClass.NAME))


def turned_away(context: RuleContext) -> Result | None:
    """«Кто был министром до Линч», «кроме Линч»: the answer is anybody but whom the fact names."""
    relations = unmatched_words(context, TermClass.RELATION)
    excluding = [word for word in relations if _excludes(context, word.lower())]
    if not excluding or context.probability >= _SURE_FROM:
        return None
    return refuse(context, "turned-away", Reason.UNACCOUNTED, 0.8, tuple(excluding))


def _excludes(context: RuleContext, word: str) -> bool:
    """«До» excludes only before a person: «до Линч», unlike «до Актау» and «до вечера»."""
    if word != "до":
        return bool(EXCLUSIONS.intersection(word.split()))
    pairs = pairwise(context.search.question.terms)
    return any(term.word == word and after.morphology.animate for term, after in pairs)


def what_is_not(context: RuleContext) -> Result | None:
    """«Кто не приехал?» of a fact that says only who came."""
    question = context.search.question
    if (
        context.best is None
        or not question.request.negated
        or not question.slots
        or question.slot is Slot.YES_NO
    ):
        return None
    denied = _denied_keys(question)
    if any(denies(found, denied) for found in context.search.facts[:_NEAREST]):
        return None
    return refuse(context, "negated", Reason.NEGATED, 0.85)


def denying_first(search: SearchResult) -> SearchResult:
    """The facts found with those first that say what is not so, where one of the nearest does."""
    near, rest = search.facts[:_NEAREST], search.facts[_NEAREST:]
    denied = _denied_keys(search.question)
    return replace(search, facts=(*sorted(near, key=lambda found: not denies(found, denied)), *rest))


def _denied_keys(question: Question) -> frozenset[str]:
    """Lemmas of the words that the question denies."""
    terms = [question.terms[at] for at in question.request.negated if at < len(question.terms)]
    return frozenset(lemma for term in terms for lemma in term.morphology.lemmas)


def denies(found: ScoredFact, denied: frozenset[str]) -> bool:
    """Whether a fact says what is not so, or one of its examples denies the same word as the question."""
    if is_negative(found.fact.says):
        return True
    return any(denied & _denied_in(example) for example in found.fact.questions if is_negative(example))


def _denied_in(text: str) -> frozenset[str]:
    words = text.lower().replace("ё", "е").split()
    after = [word.strip(".,;:?«»()") for before, word in pairwise(words) if before in _NEGATIONS]
    return frozenset(lemma for word in after for lemma in analyse(word).lemmas)


def is_negative(text: str) -> bool:
    """Whether a text denies or forbids: «не пускают», «нельзя», «закрыт», «отменили»."""
    return bool(_words(text) & _NEGATIONS) or has_denial(text)


def has_denial(text: str) -> bool:
    """Whether a word other than «не» denies: «отменили», «закрыт»; «отменённые рейсы» only names them."""
    return any(word.startswith(_DENIALS) and analyse(word).first_pos not in _NAMING for word in _words(text))


def _words(text: str) -> set[str]:
    return {word.strip(".,;:?!«»()") for word in text.lower().replace("ё", "е").split()}


def attribute_missing(context: RuleContext) -> Result | None:
    """Age, price, reason and the like, which the best fact does not give."""
    best = context.best
    if best is None or not lacks_attribute(best):
        return None
    named = unmatched_words(context, TermClass.ATTRIBUTE)
    return refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.9, named)


def speaker_missing(context: RuleContext) -> Result | None:
    """«Что сказал губернатор?» of a fact without a speaker."""
    if context.best is None or not context.best.features.speech_lacking:
        return None
    return refuse(context, "not-said", Reason.NO_SUCH_SLOT, 0.85)


def follow_up_unmatched(context: RuleContext) -> Result | None:
    """A follow-up with a word of its own that the fact does not have: «А на нефть?»."""
    classes = set(TermClass)
    if context.probability >= _SURE_FROM:
        classes -= {TermClass.VERB, TermClass.OTHER}
    words = unmatched_words(context, *classes)
    unmatched = [word for word in words if context.own_words.intersection(word.lower().split())]
    if not unmatched:
        return None
    return refuse(context, "follow-up-lost", Reason.UNACCOUNTED, 0.8, tuple(unmatched))
