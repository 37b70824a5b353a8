"""Rules that refuse a fact about another thing: another end of a way, an opposite, no time of day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.event_edges import clock_text
from knowledge.decision.context.event_records import record_date
from knowledge.decision.context.range_ends import amounts_until
from knowledge.decision.context.rule_context import RuleContext, refuse, unmatched_words
from knowledge.facts.model import FactBase
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind, ValueRole
from knowledge.results import AnswerForm, Reason, Result
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question

_ENDS = (
    read_groups("function_words/prepositions")["way_from"],
    read_groups("function_words/prepositions")["way_to"],
)
_TIMES = frozenset({ValueKind.CLOCK, ValueKind.DATE})
_SPANS = (ValueRole.UNTIL, ValueRole.RANGE)
_HARMING = read_words("verbs/harming")
_CHANGES = (
    read_words("verbs/cancelling"),
    read_groups("requests/event_changes")["move"] | read_words("verbs/putting_off"),
)
"""Words of calling off, and of moving."""
_ACTS = frozenset({"VERB", "INFN", "PRTS"})
_APART = (
    read_groups("function_words/particles")["condition"] | read_groups("question_words/groups")["correlative"]
)
_SURE_FROM = 0.95
_REACHES = 3
_NEAREST = 3
"""A fact among so many nearest ones may be on the way that is asked for."""


def no_clock(context: RuleContext) -> Result | None:
    """«До скольки открыты отделения» of a fact without any time, whose event has no hour."""
    best, question = context.best, context.search.question
    if best is None or not question.request.clock or question.request.form is AnswerForm.YES_NO:
        return None
    if best.same_example is not None or any(value.kind in _TIMES for value in values_of(best.fact)):
        return None
    if question.request.form is AnswerForm.UNTIL and amounts_until(values_of(best.fact)):
        return None
    when = record_date(best.fact, context.base)
    if when is not None and (clock_text(when) is not None or not when.is_interval):
        return None
    return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8)


def harm_untold(context: RuleContext) -> Result | None:
    """«Сколько коров зарезали» of a fact that counts cows: nothing it tells befell anybody."""
    best, question = context.best, context.search.question
    if best is None or question.request.form is AnswerForm.YES_NO or best.same_example is not None:
        return None
    levels = match_terms(context.search.query, best.parsed.keys)
    terms = zip(context.search.query.terms, levels, question.content_places, strict=True)
    named = tuple(
        one.term.token.written
        for one, level, at in terms
        if level is None and _befell(one.term, at, question)
    )
    texts = (best.fact.says, *best.fact.questions)
    if not named or any(_harms(term) for text in texts for term in context.lexicon.read(text)):
        return None
    return refuse(context, "harm-untold", Reason.UNACCOUNTED, 0.85, named)


def _befell(term: Term, at: int, question: Question) -> bool:
    """Whether it is asked what befell: «обожжённый» only says which one is meant, «не ломать» and «если он
    сломается» say that nothing has."""
    before = {one.word for one in question.terms[:at]}
    apart = before & _APART
    return (
        _harms(term)
        and term.morphology.first_pos in _ACTS
        and at not in question.request.negated
        and not apart
    )


def _harms(term: Term) -> bool:
    return bool(_HARMING.intersection(term.morphology.lemmas))


def other_way(context: RuleContext) -> Result | None:
    """«От Ольхова до Аэропорта» of a fact on the way from Ольхов to Ключи: another end of it."""
    if context.best is None or not is_of_other_way(
        context.best, context.search.question, context.base, context.lexicon
    ):
        return None
    named = unmatched_words(context, TermClass.NAME)
    return refuse(context, "other-name", Reason.NO_SUCH_ENTITY, 0.8, named)


def same_way_first(search: SearchResult, base: FactBase, lexicon: Lexicon) -> SearchResult:
    """The same facts; where the best one is on another way than is asked, those that are not come first."""
    if not search.facts or not is_of_other_way(search.facts[0], search.question, base, lexicon):
        return search
    best, near, rest = search.facts[0], search.facts[:_NEAREST], search.facts[_NEAREST:]
    ends = [(asked, preps) for preps in _ENDS if (asked := list(_ends(search.question.terms, preps)))]

    def has_no_end(found: ScoredFact) -> bool:
        if _lacks(found) > _lacks(best):
            return True
        says = lexicon.read(found.fact.says)
        return not all(
            any(_are_same(term, one) for one in _ends(says, preps, named=True))
            for asked, preps in ends
            for term in asked
        )

    return replace(search, facts=(*sorted(near, key=has_no_end), *rest))


def _lacks(found: ScoredFact) -> float:
    """How much of the kind of value asked for a fact does not have."""
    features = found.features
    return features.value_lacking + features.uncounted + features.slot_lacking


def is_of_other_way(found: ScoredFact, question: Question, base: FactBase, lexicon: Lexicon) -> bool:
    """Whether a fact names another end of a way than the question does, and no example names the same."""
    says = lexicon.read(found.fact.says)
    for prepositions in _ENDS:
        asked = list(_ends(question.terms, prepositions))
        held = list(_ends(says, prepositions, named=True))
        if not asked or not held:
            continue
        held += [
            one
            for example in found.parsed.examples
            for one in _ends(example.question.terms, prepositions, named=True)
        ]
        for term in asked:
            known = lexicon.sure(term.word)
            is_name = known and _is_name_of_base(term, base, lexicon)
            if is_name and not any(_are_same(term, one) for one in held):
                return True
    return False


def _ends(terms: Sequence[Term], prepositions: frozenset[str], *, named: bool = False) -> Iterator[Term]:
    """The nouns after the prepositions of one end; `named`: only those that are written as names."""
    for at, term in enumerate(terms):
        if term.word not in prepositions:
            continue
        for after in terms[at + 1 : at + 1 + _REACHES]:
            if after.morphology.first_pos == "PREP":
                break
            if after.token.capitalised or (not named and after.morphology.first_pos == "NOUN"):
                yield after
                if not after.token.capitalised or after.morphology.first_pos == "NOUN":
                    break


def _is_name_of_base(term: Term, base: FactBase, lexicon: Lexicon) -> bool:
    """Whether the base writes the word as a name inside a sentence."""
    keys = {key for key, level in term.keys if level >= Level.SYNONYM}
    return any(
        one.token.capitalised and any(key in keys for key, level in one.keys if level is Level.LEMMA)
        for fact in base.facts
        for one in lexicon.read(fact.says)[1:]
    )


def _are_same(one: Term, other: Term) -> bool:
    keys = {key for key, level in one.keys if level >= Level.ROOT}
    return any(key in keys for key, level in other.keys if level >= Level.ROOT)


def other_change(context: RuleContext) -> Result | None:
    """«Почему отменили?» of a fact that says why it was moved: neither is the reason of the other."""
    best, question = context.best, context.search.question
    if best is None or question.request.form not in (AnswerForm.REASON, AnswerForm.WHO):
        return None
    asked = [words for words in _CHANGES if _has(question.terms, words)]
    said = context.lexicon.read(best.fact.says)
    told = [words for words in _CHANGES if _has(said, words)]
    if len(asked) != 1 or len(told) != 1 or asked == told:
        return None
    if any(_has(context.lexicon.read(one), asked[0]) for one in best.fact.questions):
        return None
    return refuse(context, "not-told", Reason.UNACCOUNTED, 0.8)


def _has(terms: Sequence[Term], lemmas: frozenset[str]) -> bool:
    return any(not lemmas.isdisjoint(term.morphology.lemmas) for term in terms)


def opposite(context: RuleContext) -> Result | None:
    """«У самого маленького телескопа» of a fact on the biggest one."""
    best, question = context.best, context.search.question
    if best is None or not best.features.opposite or best.same_example is not None:
        return None
    if question.request.form in (AnswerForm.YES_NO, AnswerForm.WHICH) or context.probability >= _SURE_FROM:
        return None
    if any(value.kind in _TIMES and value.role in _SPANS for value in values_of(best.fact)):
        return None  # «Когда закончится?» of «откроется 5 мая и продлится до 9 мая»
    return refuse(context, "words-left", Reason.UNACCOUNTED, 0.75)
