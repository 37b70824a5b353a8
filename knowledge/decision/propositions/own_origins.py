"""«Севмост из Москвы?»: a name and where it is from, of a fact that says so right after the name."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.places import place_phrases
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import stated_values
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.question import Question

_FROM = read_groups("function_words/prepositions")["place_from"]
_NEAREST = 5
_BETWEEN = 2
"""So many marks or letters stand between a name and its place: «Севмост» из Яренска."""


def judge_origin(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Yes or no where nothing is named but the name and the place."""
    question = context.search.question
    stated = list(stated_values(question, access))
    if [one.kind for one in stated] != ["place"] or question.request.negated or question.slots:
        return None
    at = min(stated[0].places)
    names = [question.terms[one] for one in question.content_places if one not in stated[0].places]
    names = [term for term in names if term.word_class is WordClass.CONTENT]
    if not names or at == 0 or question.terms[at - 1].word not in _FROM:
        return None
    for found in context.search.facts[:_NEAREST]:
        held = _origin(found.fact, names, access)
        if held is None:
            continue
        phrase, terms = held
        lead = _lead(question, at, phrase, terms)
        if lead.polarity is Polarity.YES and question.request.form is not AnswerForm.YES_NO:
            return None  # «Севмост из Яренска» asks nothing
        return Answer(
            rule="proposition",
            confidence=0.85,
            shown=(Shown(fact=found.fact, slot=Slot.YES_NO),),
            form=AnswerForm.YES_NO,
            lead=lead,
            why=context.why,
        )
    return None


def _lead(question: Question, at: int, held: str, terms: Sequence[Term]) -> YesNoLead:
    place = question.terms[at]
    if any(key in dict(one.keys) for one in terms for key, level in place.keys if level >= Level.SYNONYM):
        return YesNoLead(polarity=Polarity.YES)
    words = question.text[question.terms[at - 1].token.start : place.token.end]
    return YesNoLead(polarity=Polarity.NO, held=held, given=words if place.token.capitalised else "")


def _origin(fact: Fact, names: list[Term], access: BaseAccess) -> tuple[str, Sequence[Term]] | None:
    """Where the thing of these names is said to be from, right after the last of them."""
    says = access.lexicon.read(fact.says)
    met = [
        [
            one
            for one in says
            if any(key in dict(one.keys) for key, level in term.keys if level is Level.LEMMA)
        ]
        for term in names
    ]
    if not all(met):
        return None
    end = max(one.token.end for group in met for one in group)
    for start, last, _ in place_phrases(fact.says, says):
        phrase = fact.says[start:last]
        if phrase.split(" ", 1)[0].lower() in _FROM and 0 < start - end <= _BETWEEN:
            return phrase, access.lexicon.read(phrase)
    return None
