"""«Сколько человек в очереди» of «180 детей, ещё 40 в очереди»: asked of the people whom the fact counts."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.leads.leads import lead_of
from knowledge.decision.rules import rules
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.morphology import readings
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, ValueLead
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question, parse_question

_AWAITING = read_words("values/awaiting")
_ASKED = frozenset({"gent", "plur"})


def counted_as_named(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The number of the only people whom the best fact counts; None unless it answers for them by itself."""
    question, best = context.search.question, context.best
    counted = question.counted_place
    if question.request.form is not AnswerForm.HOW_MANY or question.request.negated or best is None:
        return None
    if counted is None or not ANYBODY.intersection(question.terms[counted].morphology.lemmas):
        return None
    people = _counted_people(best.fact, access.lexicon)
    if people is None or not _says_all(question, best.fact, access.lexicon):
        return None
    token, text = question.terms[counted].token, question.text
    left = parse_question(f"{text[: token.start]}{people}{text[token.end :]}", access.lexicon, asking=True)
    judged = access.judge(left)
    asked = replace(context, search=judged.search, probability=judged.probability)
    result = rules.decide(asked)
    if not isinstance(result, Answer) or [one.fact for one in result.shown] != [best.fact]:
        return None
    lead = result.lead or lead_of(result.shown[0], asked.search.query, access, None)
    return replace(result, lead=lead, form=question.request.form) if isinstance(lead, ValueLead) else None


def _says_all(question: Question, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether the statement has what they do and where: «работают» is no «занимаются»; to wait for anything
    is to be «в очереди»."""
    said = lexicon.read(fact.says)
    waits = any(_AWAITING.intersection(term.morphology.lemmas) for term in said)
    keys = {key for term in said for key, level in term.keys if level > Level.ROOT}
    for at, term in enumerate(question.terms):
        awaited = at and _AWAITING.intersection(question.terms[at - 1].morphology.lemmas)
        if at == question.counted_place or term.word_class is not WordClass.CONTENT:
            continue
        if waits and (awaited or _AWAITING.intersection(term.morphology.lemmas)):
            continue
        if at in question.content_places and not any(
            key in keys for key, level in term.keys if level > Level.ROOT
        ):
            return False
    return True


def _counted_people(fact: Fact, lexicon: Lexicon) -> str | None:
    """The only people that a statement counts, in the genitive plural."""
    nouns = {
        one.nouns[0]
        for one in values_of(fact)
        if one.kind is ValueKind.COUNT and one.nouns and lexicon.word(one.nouns[0]).morphology.animate
    }
    if len(nouns) != 1:
        return None
    parse = next((one for one in readings(nouns.pop()) if one.tag.POS == "NOUN"), None)
    form = parse.inflect(_ASKED) if parse is not None else None
    return str(form[0]) if form is not None else None
