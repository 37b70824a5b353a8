"""«Они ещё встретятся?»: a meeting to come, by the record of the event that follows."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.propositions.record_propositions import facts_of_event
from knowledge.language.lexicon import Term
from knowledge.language.numerals import AGAIN, NEXT
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead

_MEETING = read_words("verbs/meeting")
_BEING = read_words("verbs/being")
_AGAIN = AGAIN | NEXT | {"еще"}


def judge_meeting_again(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Да» with the only event to come that follows another one; None where more is asked."""
    question, base = context.search.question, access.base
    if question.request.negated or not _asks_whether_they_meet(question.terms):
        return None
    ahead = [
        event
        for event in base.events
        if event.follows is not None and event.when is not None and is_ahead(event.when, base)
    ]
    if len(ahead) != 1 or ahead[0].cancelled:
        return None
    shown = tuple(Shown(fact=fact, slot=Slot.YES_NO) for fact in facts_of_event(ahead[0], context)[:1])
    if not shown:
        return None
    return Answer(
        rule="event-record",
        confidence=0.85,
        shown=shown,
        events=(ahead[0],),
        lead=YesNoLead(polarity=Polarity.YES),
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _asks_whether_they_meet(terms: tuple[Term, ...]) -> bool:
    """Whether nothing but «ещё» and a verb of meeting in the future has content."""
    verbs = [term for term in terms if term.morphology.first_pos in ("VERB", "INFN")]
    meets = [term for term in verbs if _MEETING.intersection(term.morphology.lemmas)]
    others = [
        term
        for term in terms
        if term.word_class is WordClass.CONTENT and term not in meets and not _again(term)
    ]
    is_future = any("futr" in term.morphology.moods for term in verbs)
    is_being = all(
        term in meets or _BEING.intersection(term.morphology.lemmas) or term.word_class < WordClass.CONTENT
        for term in verbs
    )
    return bool(meets) and not others and is_future and is_being and any(map(_again, terms))


def _again(term: Term) -> bool:
    return bool(_AGAIN.intersection((term.word, *term.morphology.lemmas)))
