"""«А кто ещё?», «они втроём?»: asked of the people of the fact that was told last."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups, read_table
from knowledge.decision.context.event_records import people_named
from knowledge.facts.model import Fact, FactBase
from knowledge.language.tokens import normalize, tokens
from knowledge.results import Answer, AnswerForm, Participant, Polarity, Shown, Slot, YesNoLead

_TOGETHER = {word: int(number) for number, word in read_table("numerals/together", "number", "word")}
_WORDS = read_groups("requests/last_told")


def of_last_told(text: str, conversation: Conversation, base: FactBase) -> Answer | None:
    """Who is named, and that of others nothing is said; or if they are so many; None where more is asked."""
    words = {token.word for token in tokens(normalize(text))}
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    people = people_named(fact, base) if fact is not None else ()
    if fact is None or not people:
        return None
    if words & _WORDS["who"] and words & _WORDS["else"] and words <= frozenset().union(*_WORDS.values()):
        return _answer(fact, YesNoLead(polarity=Polarity.SET, held=people), AnswerForm.WHO)
    number = next((_TOGETHER[word] for word in words if word in _TOGETHER), None)
    if number is None or not words - _TOGETHER.keys() <= _WORDS["they"] | _WORDS["link"]:
        return None
    return _answer(fact, _of_number(number, people), AnswerForm.YES_NO)


def _of_number(number: int, people: tuple[Participant, ...]) -> YesNoLead:
    if number == len(people):
        return YesNoLead(polarity=Polarity.YES)
    return YesNoLead(polarity=Polarity.SET, held=people)


def _answer(fact: Fact, lead: YesNoLead, form: AnswerForm) -> Answer:
    shown = (Shown(fact=fact, slot=Slot.STATEMENT),)
    return Answer(rule="last-told", confidence=0.8, shown=shown, lead=lead, form=form)
