"""«Кто из них китайцы?», «а остальные?», «кто ещё от Китая?», «Рейн среди них?»: of people told of before."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.digest_subjects import lead_of_person, people_named, sides_named
from knowledge.decision.context.identity_facts import identity_of
from knowledge.decision.records.people_words import asks_post, is_from_side, says_more
from knowledge.facts.model import Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.role_words import role_of
from knowledge.language.word_class import WordClass
from knowledge.results import (
    Answer,
    AnswerForm,
    Lead,
    ListLead,
    Participant,
    Polarity,
    Shown,
    Slot,
    ValueLead,
    YesNoLead,
)
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.told_people import ToldPeople, means_of_them, told_people

_WORDS = read_groups("requests/last_told")
_ASKING = (AnswerForm.WHO, AnswerForm.WHICH, AnswerForm.LIST)
_BEING = read_words("verbs/being")


def of_told_set(question: Question, conversation: Conversation, searcher: Searcher) -> Answer | None:
    """The answer from the records of the people told of; None where a word asks for more."""
    of_them, of_rest = means_of_them(question.terms), means_rest(question.terms)
    is_else = any(term.word in _WORDS["else"] for term in question.terms)
    if not (of_them or of_rest or is_else):
        return None
    told = told_people(conversation, searcher.base)
    if not any(told.answers):
        return None
    if of_them:
        return _whether_among(question, told, searcher) or _of_side(question, told, searcher)
    if of_rest:
        return _rest(question, told, searcher)
    return _others_of_side(question, told, conversation, searcher)


def means_rest(terms: Sequence[Term]) -> bool:
    return any(is_rest(term) for term in terms)


def is_rest(term: Term) -> bool:
    return bool(_WORDS["rest"].intersection((term.word, *term.morphology.lemmas)))


def _left(question: Question) -> list[Term]:
    """The words of content that do not ask, point or say «был»."""
    return [
        term
        for at, term in enumerate(question.terms)
        if term.word_class is WordClass.CONTENT
        and at not in question.asking_places
        and not is_rest(term)
        and term.word not in _WORDS["else"] | _WORDS["link"]
        and not _BEING.intersection(term.morphology.lemmas)
    ]


def _whether_among(question: Question, told: ToldPeople, searcher: Searcher) -> Answer | None:
    """«И Рейн среди них?»: yes, or who is named."""
    left = _left(question)
    named = people_named(left, searcher)
    if not named or question.request.form is not AnswerForm.YES_NO or question.request.negated:
        return None
    if not all(people_named([term], searcher) for term in left) or not told.several:
        return None
    if all(one in told.several for one in named):
        return _answer(named, YesNoLead(polarity=Polarity.YES), AnswerForm.YES_NO, searcher)
    return _named_only(told.several, AnswerForm.YES_NO, searcher)


def _of_side(question: Question, told: ToldPeople, searcher: Searcher) -> Answer | None:
    """«Кто из них китайцы?», «кто из них представлял Китай?», also where that is denied."""
    left = _left(question)
    sided = [term for term in left if sides_named([term], searcher)]
    sides = sides_named(sided, searcher)
    more = [term for term in left if term not in sided and says_more(term)]
    if len(sides) != 1 or more or question.request.form not in _ASKING or not told.several:
        return None
    if not (_represents(left) or is_from_side(question, searcher)):
        return None
    if not all(one.side for one in told.several):
        return None
    denied = bool(question.request.negated)
    found = [one for one in told.several if (one.side in sides) is not denied]
    lead = ValueLead(held=tuple(Participant(person=one) for one in found))
    return _answer(found, lead, AnswerForm.WHO, searcher) if found else None


def _represents(terms: Sequence[Term]) -> bool:
    return any(_WORDS["representing"].intersection(term.morphology.lemmas) for term in terms)


def _rest(question: Question, told: ToldPeople, searcher: Searcher) -> Answer | None:
    """«А остальные?» with their posts; where there are no others, that only these are named."""
    if not told.last or any(not asks_post(term) for term in _left(question)):
        return None
    if question.slots[:1] not in ((), (Slot.PERSON,), (Slot.POST,), (Slot.YES_NO,)):
        return None
    if not told.rest:
        return _named_only(told.last, AnswerForm.WHO, searcher)
    items = tuple(f"{one.name}: {one.post}" if one.post else one.name for one in told.rest)
    lead = ListLead(items=items, people=told.rest) if items[1:] else lead_of_person(told.rest[0])
    return _answer(told.rest, lead, AnswerForm.LIST, searcher)


def _others_of_side(
    question: Question, told: ToldPeople, conversation: Conversation, searcher: Searcher
) -> Answer | None:
    """«Кто ещё от Китая?» after who one of them is; after who did something, only that one is named."""
    left = _left(question)
    sides = sides_named(left, searcher)
    more = [term for term in left if not sides_named([term], searcher) and says_more(term)]
    if len(sides) != 1 or more or question.request.form not in _ASKING or question.request.negated:
        return None
    if not is_from_side(question, searcher):
        return None
    own = [one for one in searcher.base.people if one.side in sides]
    known = {*told.one_by_one, *told.last}
    others = [one for one in own if one not in known]
    if others and not _asks_deed(conversation, searcher):
        lead = ValueLead(held=tuple(Participant(person=one) for one in others))
        return _answer(others, lead, AnswerForm.WHO, searcher)
    held = tuple(one for one in own if one in known)
    return _named_only(held, AnswerForm.WHO, searcher) if held else None


def _asks_deed(conversation: Conversation, searcher: Searcher) -> bool:
    """Whether the last question asked who did something or had a role, not who somebody is."""
    last = parse_question(conversation.question, searcher.lexicon, asking=True)
    verbs = (term for term in last.terms if term.morphology.first_pos in ("VERB", "PRTS"))
    return any(role_of(term) for term in last.terms) or any(
        not _BEING.intersection(term.morphology.lemmas) and term.word_class is WordClass.CONTENT
        for term in verbs
    )


def _named_only(people: Sequence[Person], form: AnswerForm, searcher: Searcher) -> Answer | None:
    held = tuple(Participant(person=one) for one in people)
    return _answer(people, YesNoLead(polarity=Polarity.SET, held=held), form, searcher)


def _answer(people: Sequence[Person], lead: Lead, form: AnswerForm, searcher: Searcher) -> Answer | None:
    """With the fact that names several people together, else those that say who each of them is."""
    base, ids = searcher.base, {one.id for one in people}
    alike = (fact for fact in base.facts if {part.person for part in fact.people} == ids)
    together = next((fact for fact in alike if fact.said_by is None), None)
    facts: list[Fact | None] = [identity_of(one, base, searcher.lexicon) for one in people]
    if together is not None and len(ids) > 1 and not isinstance(lead, ListLead):
        facts = [together]
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts) if fact is not None)
    return Answer(rule="last-told", confidence=0.85, shown=shown, lead=lead, form=form) if shown else None
