"""«Что такое комета?»: only a fact that says what the thing is answers, not one that merely names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Reason, Result
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.phrase_patterns import find_phrases

_DASH = re.compile(r"\s[—–-]\s")
_VERBS = frozenset({"VERB", "INFN", "PRTS", "GRND"})
_ASKING = {"asks", "kind", "means"}
_THINGS = frozenset({"NOUN", "ADJF", "PRTF"})


def definition_missing(context: RuleContext) -> Result | None:
    """What a thing is, which the best fact does not say."""
    best, terms = context.best, context.search.question.terms
    found = find_phrases("definitions", [_forms(term) for term in terms])
    places = found.get("asks") or found.get("means")
    if best is None or places is None:
        return None
    after = [term for term in terms[places[1] :] if term.word_class is WordClass.CONTENT]
    is_thing = all(term.morphology.first_pos in _THINGS and not term.morphology.animate for term in after)
    if not after or not is_thing or any(_is_action(term) for term in terms[places[1] :]):
        return None
    if _asks_the_same(best, after, context) or _says(best, after, context):
        return None
    if "asks" in found and _is_event(best, after, context):
        return None
    return refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.8)


def _forms(term: Term) -> frozenset[str]:
    return frozenset((term.word, *term.morphology.lemmas))


def _is_action(term: Term) -> bool:
    return term.morphology.first_pos in _VERBS and term.word_class is WordClass.CONTENT


def _asks_the_same(found: ScoredFact, things: Sequence[Term], context: RuleContext) -> bool:
    """Whether an example asks of the fact what the thing is."""
    examples = (context.lexicon.read(one.text) for one in found.parsed.examples)
    return any(
        _ASKING & find_phrases("definitions", list(map(_forms, terms))).keys() and _has_all(things, terms)
        for terms in examples
    )


def _says(found: ScoredFact, things: Sequence[Term], context: RuleContext) -> bool:
    """Whether the statement begins with the thing, and a dash or «это» comes before any verb."""
    says = found.fact.says
    terms = context.lexicon.read(says)
    dash = _DASH.search(says)
    linked = find_phrases("definitions", list(map(_forms, terms))).get("says")
    ends = [dash.start()] if dash else []
    ends += [terms[linked[0]].token.start] if linked else []
    if not ends:
        return False
    head = [term for term in terms if term.token.end <= min(ends)]
    return _has_all(things, head) and not any(map(_is_action, head))


def _is_event(found: ScoredFact, things: Sequence[Term], context: RuleContext) -> bool:
    """Whether the thing is the event that the fact is about: what is told of it says what it is."""
    events = context.base.event_by_id
    titles = [context.lexicon.read(events[one].title) for one in found.fact.about[:1] if one in events]
    for title in titles:
        head = next((term for term in title if term.morphology.first_pos == "NOUN"), None)
        if head is not None and _has_all(things, title) and any(_are_same(one, head) for one in things):
            return True
    return False


def _has_all(things: Sequence[Term], terms: Sequence[Term]) -> bool:
    return all(any(_are_same(one, term) for term in terms) for one in things)


def _are_same(one: Term, other: Term) -> bool:
    keys = {key for key, level in one.keys if level >= Level.SYNONYM}
    return any(key in keys for key, level in other.keys if level >= Level.SYNONYM)
