"""«Да» or «нет» before a fact that the common rules found for a question of yes or no."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.denials_apart import denials_of
from knowledge.decision.context.event_records import event_of
from knowledge.decision.context.polarity import (
    is_no_by_own_words,
    planned_lead,
    polarity_of,
    unless_denied_then,
)
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values, states_more_than_person
from knowledge.decision.leads.name_leads import is_only_named, says_was_there
from knowledge.decision.propositions.bare_measures import bare_measure
from knowledge.decision.propositions.noun_phrases import names_thing_of
from knowledge.decision.propositions.only_kinds import only_kind_lead
from knowledge.decision.propositions.partial_support import (
    has_amount_alone,
    is_of_some_only,
    is_wished_in_examples,
    partly_lead,
    tells_of_substitute,
)
from knowledge.decision.propositions.parts_of_day import part_of_day_lead
from knowledge.decision.propositions.record_propositions import CANCELLED, says_cancelled
from knowledge.decision.propositions.stated_amounts import amounts_lead, stated_amounts
from knowledge.decision.records.record_answers import named_event
from knowledge.facts.model import Fact
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Polarity, YesNoLead
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_NEAR = 4
_BY_WORDS = "keywords"
"""The rule of an answer for which no more speaks than that it has the words."""
_AT_A_QUALITY = ["NOUN", "PREP", "ADJF", "NOUN"]
_WHOLLY = read_groups("function_words/particles")["whole"]


def confirm(context: RuleContext, answer: Answer, access: BaseAccess) -> Answer:
    """An answer to a proposition without values, with its «да» or «нет» where that is sure."""
    fact = answer.shown[0].fact if answer.shown else None
    best, question = context.best, context.search.question
    if fact is None or best is None or fact != best.fact or answer.lead is not None:
        return answer
    measured = bare_measure(fact, context.search.query, access.lexicon)
    if measured is not None:
        return replace(answer, lead=measured)
    amounts = amounts_lead(best, question, context, access)
    request = question.request
    is_numbered = amounts is not None and not _is_number_of_one(question)
    stated = list(stated_values(question, access))
    states = request.tagged or request.predicate
    if not states and names_thing_of(question, stated):
        return answer
    states = states or is_numbered or _is_described(question)
    if not states or not states_more_than_person(stated, question):
        return answer
    lead = _confirming(fact, best, amounts, context, access)
    if lead is None or lead.polarity is Polarity.UNTOLD or is_no_by_own_words(lead, question):
        return answer
    if answer.rule == _BY_WORDS and _is_value_alone(question):
        return answer
    if lead.polarity is Polarity.YES and _may_be_another(fact, best, context):
        return answer
    return replace(answer, lead=lead)


def _is_value_alone(question: Question) -> bool:
    """«Летом что ли?»: the fact that has the season may tell of another thing."""
    values = question.request.values
    return bool(values) and all(
        any(value.start <= question.terms[at].token.start < value.end for value in values)
        for at in question.content_places
    )


def _may_be_another(fact: Fact, best: ScoredFact, context: RuleContext) -> bool:
    """Whether a fact that seems to affirm tells of another person, of some only, or of a like number."""
    question = context.search.question
    return (
        _names_another(context)
        or _says_post_of_all(fact, context)
        or is_of_some_only(question, fact, context.lexicon)
        or has_amount_alone(question, best)
        or is_wished_in_examples(question, best)
        or tells_of_substitute(question, fact.says, context.lexicon)
    )


def _names_another(context: RuleContext) -> bool:
    """«У весты второе место?» of a fact that does not name it, where another writes it as a name."""
    best, others = context.search.facts[0], context.search.facts[1:_NEAR]
    levels = match_terms(context.search.query, best.parsed.keys)
    lost = {
        key
        for one, level in zip(context.search.query.terms, levels, strict=True)
        if level is None and one.term_class in (TermClass.NAME, TermClass.NOUN)
        for key, each in one.term.keys
        if each is Level.LEMMA
    }
    return any(
        key in lost
        for found in others
        for term in context.lexicon.read(found.fact.says)[1:]
        if term.token.capitalised
        for key, level in term.keys
        if level is Level.LEMMA
    )


def _says_post_of_all(fact: Fact, context: RuleContext) -> bool:
    """«Все три председателя — министры?» of a fact that names them: what post each has it does not say."""
    terms = context.search.question.terms
    if not any(term.word in _WHOLLY for term in terms):
        return False
    said = {
        key for term in context.lexicon.read(fact.says) for key, level in term.keys if level >= Level.ROOT
    }
    posts = (term for term in terms if POSTS.intersection(term.morphology.lemmas))
    return any(not any(key in said for key, level in term.keys if level >= Level.ROOT) for term in posts)


def _is_number_of_one(question: Question) -> bool:
    """«3 место?» asks of the third: nothing but a number, and a noun not in the form of things counted."""
    value = question.request.values[0]
    last = question.terms[-1]
    form = last.morphology
    in_value = all(
        value.start <= question.terms[at].token.start < value.end for at in question.content_places
    )
    return in_value and form.first_pos == "NOUN" and not form.genitive and last.word in form.lemmas


def _is_described(question: Question) -> bool:
    """«Вход бесплатный?», «форум на высоком уровне?»: what is after a noun, at the end, says how it is."""
    if [term.morphology.first_pos for term in question.terms[-4:]] == _AT_A_QUALITY:
        return True
    last = question.terms[-2:]
    is_pair = [term.morphology.first_pos for term in last] == ["NOUN", "ADJF"]
    return is_pair and all(term.word_class is WordClass.CONTENT for term in last)


def _confirming(
    fact: Fact, best: ScoredFact, amounts: YesNoLead | None, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    """What the fact that answers says to the proposition."""
    question = context.search.question
    event = event_of(fact, context.base) or named_event(question, access.resolver)
    if event is not None and event.cancelled and not says_cancelled(context):
        return YesNoLead(polarity=Polarity.NO, held=CANCELLED)
    if amounts is not None:
        return _by_amounts(amounts, fact, context, access)
    people = [one for one in stated_values(question, access) if one.kind == "person"]
    if says_was_there(question) and any(is_only_named(one, best, question) for one in people):
        return None
    told = planned_lead(question, fact, context) or part_of_day_lead(fact, question)
    if told is not None:
        return told
    if any(term.word in _WHOLLY for term in question.terms):
        return partly_lead(fact)
    only = only_kind_lead(question, best, access.lexicon)
    if only is not None:
        return only
    polarity = polarity_of(context, best, access) if not stated_amounts(question) else None
    if polarity is None:
        return None
    return YesNoLead(polarity=polarity, denying=bool(question.request.negated))


def _by_amounts(amounts: YesNoLead, fact: Fact, context: RuleContext, access: BaseAccess) -> YesNoLead | None:
    """What the amounts come to; no «да» where the statement denies something of it."""
    question = context.search.question
    if amounts.polarity is not Polarity.YES:
        return amounts
    if not question.request.negated and denials_of(question, fact.says, access.lexicon)[1]:
        doubted = unless_denied_then(amounts, fact, context, access)
        return doubted if doubted is not amounts else None
    return planned_lead(question, fact, context) or amounts
