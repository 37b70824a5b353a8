"""Rules that refuse a fact about others than are asked about: another person, line or kind."""

from __future__ import annotations

from knowledge.decision.context.agents import deed_of_another, does_the_opposite
from knowledge.decision.context.named_people import lacks_named
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.language.antonyms import antonyms
from knowledge.language.attributes import stated_attributes
from knowledge.language.lexicon import Term
from knowledge.language.role_words import role_of
from knowledge.results import AnswerForm, Reason, Result, Slot
from knowledge.retrieval.matching import match_level
from knowledge.retrieval.query_terms import TermClass
from knowledge.understanding.modifiers import find_modifiers

_COMING, _LEADING = frozenset({"guest", "member"}), "chair"
_NONE: frozenset[str] = frozenset()


def other_person(context: RuleContext) -> Result | None:
    """«Сколько прыгнул Гусев?» of a fact on Фомин, where the base knows both."""
    best = context.best
    if best is None or not context.named or not lacks_named(best, context.named):
        return None
    lacking = tuple(one.term.token.written for one in context.named if lacks_named(best, (one,)))
    return refuse(context, "other-name", Reason.NO_SUCH_ENTITY, 0.8, lacking)


def other_agent(context: RuleContext) -> Result | None:
    """«Что сломал Гусев?» of «упали Фомин и Гусев, причём Фомин сломал руку»."""
    best, question = context.best, context.search.question
    if best is None or not context.named:
        return None
    says = best.fact.says
    if not deed_of_another(says, question, context.named, context.base, context.lexicon):
        return None
    if question.slot is Slot.NUMBER and does_the_opposite(says, question, context.named[0], context.lexicon):
        return None  # the statement tells what the one named did instead
    return refuse(context, "other-name", Reason.NO_SUCH_ENTITY, 0.8, (context.named[0].term.token.written,))


def other_rank(context: RuleContext) -> Result | None:
    """«Кто первый?» of «третьей стала Рив»: only the number of the event is the one asked for."""
    best, question = context.best, context.search.question
    if best is None or question.slot is not Slot.PERSON:
        return None
    terms = [one.term for one in context.search.query.terms if one.term_class is TermClass.ORDINAL]
    told = any(key[0] == "№" and key[1:].isdecimal() for key in best.parsed.statement_keys)
    lacking = [term for term in terms if match_level(term, best.parsed.text_keys) is None]
    if not told or not lacking:
        return None
    return refuse(context, "other-number", Reason.NO_SUCH_NUMBER, 0.8, (lacking[0].token.written,))


def other_role(context: RuleContext) -> Result | None:
    """«Сколько человек приехало?» of «председательствовали трое»: those of one role are not all who came."""
    best, question = context.best, context.search.question
    if best is None or question.request.form is not AnswerForm.HOW_MANY:
        return None
    counted = question.counted_place
    if counted is not None and not question.terms[counted].morphology.animate:
        return None  # «из скольких городов приедут»
    asked = {role_of(term) for term in question.terms}
    if not asked & _COMING or _LEADING in asked or best.same_example is not None:
        return None
    told = {role_of(term) for term in context.lexicon.read(best.fact.says)}
    if _LEADING not in told or told & _COMING:
        return None
    return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8)


def other_code(context: RuleContext) -> Result | None:
    """«Сколько ждёт Т2?» of a fact on Т1 and Т3: letters with a number name one thing."""
    best = context.best
    if best is None or context.search.question.request.alternatives:
        return None
    for one in context.search.query.terms:
        if one.is_in_base and _is_code(one.term) and match_level(one.term, best.parsed.keys) is None:
            return refuse(context, "other-name", Reason.NO_SUCH_ENTITY, 0.8, (one.term.token.written,))
    return None


def other_value(context: RuleContext) -> Result | None:
    """«Где купить синий билет?» of a fact on the red one: a thing has one colour, one shape."""
    best, question = context.best, context.search.question
    if best is None or question.request.alternatives:
        return None
    told = best.parsed.statement.all_modified_nouns
    for found in find_modifiers(question.text, question.terms):
        noun, modifier = question.terms[found.noun], question.terms[found.modifier]
        values = stated_attributes((modifier,)) if modifier.morphology.first_pos == "ADJF" else _NONE
        if not values or match_level(modifier, best.parsed.text_keys) is not None:
            continue
        others = frozenset(lemma for keys, other in told if match_level(noun, keys) for lemma in other)
        if any(values & stated_attributes(context.lexicon.read(lemma)) for lemma in sorted(others)):
            return refuse(context, "other-kind", Reason.UNACCOUNTED, 0.75, (modifier.token.written,))
    return None


def _is_code(term: Term) -> bool:
    word = term.word
    return word[:1].isalpha() and word[-1:].isdigit()


def other_kind(context: RuleContext) -> Result | None:
    """«Цена зимних рейсов» of a base on summer ones, which are in its title: their opposite."""
    best = context.best
    if best is None:
        return None
    title = _NONE
    for one in context.search.query.terms:
        opposites = _NONE.union(*(antonyms().get(lemma, _NONE) for lemma in one.term.morphology.lemmas))
        if not opposites or match_level(one.term, best.parsed.text_keys) is not None:
            continue
        title = title or context.lexicon.content(context.base.source.title)
        if opposites & title:
            named = (one.term.token.written,)
            return refuse(context, "other-kind", Reason.UNACCOUNTED, 0.75, named)
    return None
