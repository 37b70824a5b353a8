"""«Что ещё он говорил?», «Что заявил?»: further words of the speaker told of last."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.digests.told_facts import MOST
from knowledge.facts.model import Fact, FactBase
from knowledge.language.semantic_classes import SAYING
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Shown, Slot
from knowledge.understanding.pronouns import PERSONAL, THERE
from knowledge.understanding.question import Question

_ELSE = read_groups("requests/last_told")["else"]
_FORMS = (AnswerForm.QUOTE, AnswerForm.WHAT, AnswerForm.SUMMARY)


def words_of_last(question: Question, conversation: Conversation, base: FactBase) -> Answer | None:
    """What the speaker of the last fact said besides, or the only person told of last; None where more is
    asked."""
    if not _asks_only_words(question):
        return None
    said = [
        fact
        for fact in base.facts
        if fact.said_by is not None and fact.said_by == _speaker(conversation, base)
    ]
    new = [fact for fact in said if fact.id not in conversation.facts]
    return _answer(new, question) if new else None


def _asks_only_words(question: Question) -> bool:
    """Whether nothing is asked but what was said: no name, no topic."""
    if question.request.form not in _FORMS or question.request.negated or not question.slots:
        return False
    words = [(term, {term.word, *term.morphology.lemmas}) for term in question.terms]
    speaks = any(lemmas & SAYING for _, lemmas in words)
    return speaks and all(
        bool(lemmas & (SAYING | _ELSE)) or at in question.asking_places or term.word in PERSONAL | THERE
        for at, (term, lemmas) in enumerate(words)
        if at in question.content_places and term.word_class is not WordClass.FUNCTION
    )


def _speaker(conversation: Conversation, base: FactBase) -> str | None:
    """Of the fact told last; else the only person of whom it tells."""
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    if fact is None:
        return None
    people = {part.person for part in fact.people}
    return fact.said_by or (next(iter(people)) if len(people) == 1 else None)


def _answer(facts: Sequence[Fact], question: Question) -> Answer:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:MOST])
    return Answer(
        rule="digest",
        confidence=0.85,
        shown=shown,
        further=tuple(facts[MOST:]),
        form=question.request.form,
    )
