"""«Какая у него должность?», «а дама?», «второй из них кто?»: the posts of the people told of last."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.context.event_records import people_named as people_of
from knowledge.decision.context.identity_facts import identity_of
from knowledge.decision.records.people_words import asks_post
from knowledge.facts.model import Fact, Person
from knowledge.language.lexicon import Term
from knowledge.language.numerals import ORDINALS
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, DigestLead, Lead, ListLead, Shown, Slot
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.pronouns import PERSONAL, agrees, gender_of, name_genders
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.told_people import at_ordinal, means_of_them, ordinal_of, told_people

_WORDS = read_groups("requests/last_told")
_SEXES = {"woman": "femn", "man": "masc"}


def posts_of_last_told(text: str, conversation: Conversation, searcher: Searcher) -> Answer | None:
    """Who those of the fact told last are, whom a message chooses by «он», sex or place; None where more is
    asked, or where the last question names somebody itself."""
    base, lexicon = searcher.base, searcher.lexicon
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    people = _told(conversation, fact, searcher)
    last = lexicon.read(conversation.question)
    if fact is None or not people or people_named(last, searcher):
        return None
    question = parse_question(text, lexicon, asking=True)
    asks = question.slots[:1] == (Slot.POST,) or any(asks_post(term) for term in question.terms)
    left = _left(question)
    points = {term.word for term in question.terms} & PERSONAL
    named = [one for one in people_named(left, searcher) if one in people] if points else []
    more = [term for term in left if not (named and people_named([term], searcher))]
    if not (asks or _chooses(question)) or question.request.negated:
        return None
    sides = sides_named(last, searcher)
    sided = [one for one in people if one.side in sides]
    chosen = named[:1] if len(named) == 1 else _chosen(question, sided or people)
    if more and not (len(chosen) > 1 and _are_of_posts(more, chosen, searcher)):
        return None
    return _answer(chosen, fact, searcher) if chosen and all(one.post for one in chosen) else None


def _told(conversation: Conversation, fact: Fact | None, searcher: Searcher) -> list[Person]:
    """Those whom the last answer names in its first line, if several, else those of its first fact."""
    last = told_people(conversation, searcher.base).last
    if fact is None or len(last) > 1:
        return list(last)
    return [one.person for one in people_of(fact, searcher.base)]


def _are_of_posts(terms: Sequence[Term], people: Sequence[Person], searcher: Searcher) -> bool:
    """«Занимает ли он должность министра?» of several: their posts say."""
    held = {key for one in people for key in searcher.lexicon.sure(one.post or "")}
    return all(any(key in held for key, _ in term.keys) for term in terms)


def _chooses(question: Question) -> bool:
    """«А дама?», «второй из них кто?» ask who that is without a word for a post."""
    words = {term.word for term in question.terms}
    asks_who = bool(words & _WORDS["who"]) or len(question.content_places) == 1
    if not asks_who or question.slots[:1] not in ((), (Slot.PERSON,), (Slot.POST,)):
        return False
    is_place = ordinal_of(question.terms) is not None and means_of_them(question.terms)
    is_one = bool(words & _WORDS["who"]) and gender_of(words) in _SEXES.values()
    return is_place or is_one or any(_in(term, group) for term in question.terms for group in _SEXES)


def _left(question: Question) -> list[Term]:
    """The words of content that are neither of a post nor choose one of them."""
    choosing = ("all", "last", "holding", "person", *_SEXES)
    return [
        term
        for at, term in enumerate(question.terms)
        if term.word_class is WordClass.CONTENT
        and not asks_post(term)
        and not any(_in(term, group) for group in choosing)
        and not ORDINALS.keys() & {*term.morphology.lemmas}
        and at not in question.asking_places
    ]


def _in(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _chosen(question: Question, people: Sequence[Person]) -> list[Person]:
    number = ordinal_of(question.terms)
    if number is not None:
        one = at_ordinal(number, people)
        return [] if one is None else [one]
    words = {term.word for term in question.terms}
    for group, sex in _SEXES.items():
        if any(_in(term, group) for term in question.terms):
            return _only([one for one in people if sex in name_genders(one)])
    gender = gender_of(words)
    if gender in ("masc", "femn"):
        sure = [one for one in people if gender in name_genders(one)]
        # Of a name that the dictionary lacks «он» is as likely.
        return sure if gender == "femn" and sure else [one for one in people if agrees(one, gender)]
    return list(people)


def _only(people: list[Person]) -> list[Person]:
    return people if len(people) == 1 else []


def _answer(people: Sequence[Person], told: Fact, searcher: Searcher) -> Answer:
    naming = [identity_of(one, searcher.base, searcher.lexicon) for one in people]
    facts = [one for one in naming if one is not None]
    lead: Lead | None = None
    if len(people) > 1:
        lead = ListLead(items=tuple(f"{one.name}: {one.post}" for one in people), people=tuple(people))
    elif not facts:
        lead = DigestLead(title=people[0].name, about=people[0].post or "")
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts or [told]))
    return Answer(rule="last-told", confidence=0.8, shown=shown, lead=lead, form=AnswerForm.WHO)
