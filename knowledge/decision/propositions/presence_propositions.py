"""«Линч была на диалоге?»: nothing but an event and a person is named, so the event's record answers."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import sides_named
from knowledge.decision.context.identity_facts import tells_post
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.context.stated_values import Stated, stated_values
from knowledge.decision.leads.named_people import person_keys
from knowledge.decision.records.record_answers import named_event
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import (
    Answer,
    AnswerForm,
    Participant,
    Polarity,
    Reason,
    Result,
    Shown,
    Slot,
    YesNoLead,
)
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.pronouns import THERE
from knowledge.understanding.question import Question

NO_EVENT = "no-event"
"""The rule of a refusal of «А Линч там была?» where nothing says where."""
_STAYING = read_words("verbs/staying")
_LIKE = Level.SYNONYM
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_PRESENT = _STAYING | read_words("verbs/being") | set(ROLE_WORDS["member"])


def presence_answer(
    stated: Stated, rest: Question | None, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """Yes of who is in the record; of anybody else, who is, and that of others nothing is said."""
    rest = _without_staying(rest) if rest is not None else None
    event = named_event(rest, access.resolver) if rest is not None and stated.kind == "person" else None
    fact = _telling_fact(event, context) if event is not None else None
    if rest is None or event is None or fact is None or event.cancelled:
        return None
    if not _is_named_itself(event, rest, access) or _says_more(context.search.question):
        return None
    return _of_record(event, fact, stated, context, access)


def denied_presence(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Почему Линч не приехала?» of one who was there: the premise is not held."""
    question = context.search.question
    stated = [one for one in stated_values(question, access) if one.kind == "person"]
    if question.request.form is not AnswerForm.REASON or not question.request.negated or len(stated) != 1:
        return None
    taken = stated[0].places | frozenset(question.asking_places)
    rest = [question.terms[at] for at in question.content_places if at not in taken]
    acts = [term for term in rest if term.morphology.first_pos in _VERBS]
    if not acts or any(_PRESENT.isdisjoint(term.morphology.lemmas) for term in acts):
        return None
    named = [term for term in rest if term not in acts]
    event, lacking = access.resolver.resolve(named) if named else (main_event(access.base), ())
    fact = _telling_fact(event, context) if event is not None and not lacking else None
    if event is None or fact is None or event.cancelled:
        return None
    if event.when is not None and is_ahead(event.when, context.base):
        return None
    answer = _of_record(event, fact, stated[0], context, access)
    was_there = isinstance(answer.lead, YesNoLead) and answer.lead.polarity is Polarity.YES
    return replace(answer, lead=YesNoLead(polarity=Polarity.NO, denying=True)) if was_there else None


def _without_staying(rest: Question) -> Question:
    """«Линч приехала на диалог?»: the verb says no more than that somebody was there."""
    places = tuple(at for at in rest.content_places if not _stays(rest.terms[at]))
    return replace(rest, content_places=places)


def presence_there(context: RuleContext, access: BaseAccess) -> Result | None:
    """«А Линч там была на диалоге?»: the record of the event that was carried over to «там».

    A refusal where there is none, or its record names nobody; None where more is asked.
    """
    question = context.search.question
    stated = [one for one in stated_values(question, access) if one.kind == "person"]
    if not any(term.word in THERE for term in question.terms) or len(stated) != 1:
        return None
    rest = [question.terms[at] for at in question.content_places if at not in stated[0].places]
    content = [term for term in rest if term.word_class is WordClass.CONTENT and not _stays(term)]
    if any(POSTS.intersection(term.morphology.lemmas) for term in content):
        return None  # «это председатель»: a post
    if not content:
        refusal = refuse(context, NO_EVENT, Reason.NO_CONTEXT, 0.8)
        return replace(refusal, form=AnswerForm.YES_NO)
    event, lacking = access.resolver.resolve(content)
    if event is None or any(term.word_class is WordClass.CONTENT for term in lacking):
        return None
    fact = _telling_fact(event, context)
    if fact is None or event.cancelled:
        # No word is named: those of the title are not the reader's.
        return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.7)
    return _of_record(event, fact, stated[0], context, access)


def _says_more(question: Question) -> bool:
    """«Линч говорила на диалоге?»: a verb, light or not, that says more than that somebody was there."""
    acts = (term for term in question.terms if term.morphology.first_pos in ("VERB", "PRTS"))
    return any(not _PRESENT.intersection(term.morphology.lemmas) for term in acts)


def _stays(term: Term) -> bool:
    return bool(_STAYING.intersection(term.morphology.lemmas))


def _of_record(event: Event, fact: Fact, stated: Stated, context: RuleContext, access: BaseAccess) -> Answer:
    question, base = context.search.question, context.base
    asked = {key for at in stated.places for key, level in question.terms[at].keys if level >= Level.ROOT}
    people = [base.person_by_id[part.person] for part in event.people if part.person in base.person_by_id]
    if any(asked & person_keys(one, access.lexicon) for one in people):
        lead = YesNoLead(polarity=Polarity.YES)
    else:
        lead = YesNoLead(
            polarity=Polarity.SET, held=tuple(Participant(person=one, role="member") for one in people)
        )
    return Answer(
        rule="event-record",
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.YES_NO),),
        events=(event,),
        lead=lead,
        form=AnswerForm.YES_NO,
        why=context.why,
    )


def _is_named_itself(event: Event, rest: Question, access: BaseAccess) -> bool:
    """Whether every noun left stands in the event's title, not only one of like meaning but for the main
    event, and no side."""
    title, alike = access.lexicon.sure(event.title), access.lexicon.content(event.title)
    is_main = event == main_event(access.base)
    content = [rest.terms[at] for at in rest.content_places]
    nouns = [term for term in content if term.morphology.first_pos == "NOUN"]
    return not sides_named(content, access) and all(
        term.lemma in title or (is_main and any(key in alike for key, level in term.keys if level >= _LIKE))
        for term in nouns
    )


def _telling_fact(event: Event, context: RuleContext) -> Fact | None:
    """The fact about an event that names everybody of its record."""
    people = {part.person for part in event.people}
    present = [context.base.person_by_id[one] for one in people if one in context.base.person_by_id]
    lexicon = context.lexicon
    about = (fact for fact in context.base.facts if fact.about[:1] == (event.id,) and fact.said_by is None)
    named = [fact for fact in about if people and people <= {part.person for part in fact.people}]
    # «Иван Рогов — мэр» only says who is in the record.
    return min(named, key=lambda fact: any(tells_post(fact, one, lexicon) for one in present), default=None)
