"""«Который по счёту это конгресс?»: the ordinal of a near fact's statement, «пятый конгресс»."""

from __future__ import annotations

from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import Answer, Shown, Slot, ValueLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence
from knowledge.understanding.phrase_patterns import find_phrases

_NEAR = 3
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


def told_ordinal(context: RuleContext) -> Answer | None:
    """The ordinal with its noun, of a near fact with every noun and name asked, the main event's first."""
    question = context.search.question
    words = [frozenset((term.word, *term.morphology.lemmas)) for term in question.terms]
    asking = {at for span in find_phrases("ordinals", words).values() for at in range(*span)}
    if not asking or question.request.negated or question.request.values:
        return None
    own = [
        question.terms[at]
        for at in question.content_places
        if at not in asking and question.terms[at].morphology.first_pos not in _VERBS
    ]
    main = main_event(context.base)
    near = context.search.facts[:_NEAR]
    for found in sorted(near, key=lambda one: main is None or one.fact.about[:1] != (main.id,)):
        ordinals = [one for one in values_of(found.fact) if one.kind is ValueKind.ORDINAL]
        if len(ordinals) == 1 and own and all(_is_said(term, found.parsed.text_keys) for term in own):
            held = sentence(_with_noun(ordinals[0], found.fact, context.lexicon))
            return Answer(
                rule="told-ordinal",
                confidence=0.8,
                shown=(Shown(fact=found.fact, slot=Slot.STATEMENT),),
                form=question.request.form,
                lead=ValueLead(held=held),
                why=context.why,
            )
    return None


def _is_said(term: Term, keys: frozenset[str]) -> bool:
    return any(key in keys for key, level in term.keys if level >= Level.ROOT)


def _with_noun(value: Value, fact: Fact, lexicon: Lexicon) -> str:
    """«Пятый международный конгресс»: to the noun that is numbered, if that comes next."""
    after = [term for term in lexicon.read(fact.says) if term.token.start >= value.end][:3]
    noun = next((term for term in after if term.morphology.first_pos not in ("ADJF", "PRTF")), None)
    is_numbered = noun is not None and bool(set(value.nouns) & set(noun.morphology.lemmas))
    return fact.says[value.start : noun.token.end if noun is not None and is_numbered else value.end]
