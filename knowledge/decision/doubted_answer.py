"""«Точно?», «это прямо сказано?» after an answer: whether its fact is stated, inferred or only planned."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.data.tables import read_words
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.last_event import told_event
from knowledge.facts.model import Basis, FactBase
from knowledge.language.function_words import POLITE
from knowledge.language.tokens import tokens
from knowledge.results import Answer, AnswerForm, BasisLead, Explanation, Polarity, Shown, Slot, YesNoLead
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.pronouns import agrees, gender_of

_BESIDE = read_words("requests/wish_fillers") | POLITE
_PLAN, _STATED, _WHO = "plan", "stated", "who"


def doubted(text: str, conversation: Conversation, base: FactBase) -> Answer | None:
    """What the fact told last rests on; None where nothing was told, or the message asks more."""
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    label = _doubt(text) if fact is not None and not conversation.refused else None
    if fact is None or label is None or (label == _WHO and not _means_told(text, conversation, base)):
        return None
    event = told_event(conversation, base)
    when = event.when if event is not None else None
    planned = when if when is not None and is_ahead(when, base) else None
    if label == _PLAN and planned is None:
        return None
    lead: BasisLead | YesNoLead = BasisLead(
        stated=fact.basis is Basis.STATED,
        paragraph=fact.paragraph,
        because=fact.because or "",
        affirms=label != _STATED,
        planned=planned,
    )
    if label == _PLAN:
        lead = YesNoLead(polarity=Polarity.PLANNED, held=planned)
    return Answer(
        rule="basis",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.STATEMENT),),
        lead=lead,
        form=AnswerForm.SOURCE,
        why=Explanation(understood=conversation.question, carried=(conversation.question,)),
    )


def _doubt(text: str) -> str | None:
    """The kind of doubt that a whole message is."""
    words = [token.word for token in tokens(text)]
    found = find_phrases("answer_doubts", [frozenset({word}) for word in words])
    for label in (_PLAN, _STATED, _WHO, "doubt"):
        first, after = found.get(label, (0, 0))
        if after and _BESIDE.issuperset(words[:first]) and _BESIDE.issuperset(words[after:]):
            return label
    return None


def _means_told(text: str, conversation: Conversation, base: FactBase) -> bool:
    """Whether «он», «она» or «они» are those whom the first line of the answer named."""
    people = [base.person_by_id[one] for one in conversation.people if one in base.person_by_id]
    gender = gender_of({token.word for token in tokens(text)})
    if gender is None or not people or (gender == "plur") != (len(people) > 1):
        return False
    return all(agrees(person, gender) for person in people)
