"""«Какая у него должность?», «а дама?», «второй из них кто?»: the posts of the people told of last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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

_WORDS = read_groups("requests/last_told")
_OF_THEM = read_groups("function_words/prepositions")["of_them"]
_SEXES = {"woman": "femn", "man": "masc"}


def posts_of_last_told(text: str, conversation: Conversation, searcher: Searcher) -> Answer | None:
    """Who those of the fact told last are, whom a message chooses by «он», sex or place; None where more is
    asked, or where the last question names somebody itself."""
    base, lexicon = searcher.base, searcher.lexicon
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    people = [one.person for one in people_of(fact, base)] if fact is not None else []
    last = lexicon.read(conversation.question)
    if fact is None or not people or people_named(last, searcher):
        return None
    question = parse_question(text, lexicon, asking=True)
    asks = question.slots[:1] == (Slot.POST,) or any(asks_post(term) for term in question.terms)
    if not (asks or _chooses(question)) or question.request.negated or _says_more(question):
        return None
    sides = sides_named(last, searcher)
    sided = [one for one in people if one.side in sides]
    chosen = _chosen(question, sided or people)
    return _answer(chosen, fact, searcher) if chosen and all(one.post for one in chosen) else None


def _chooses(question: Question) -> bool:
    """«А дама?», «второй из них кто?» ask who that is without a word for a post."""
    words = {term.word for term in question.terms}
    asks_who = bool(words & _WORDS["who"]) or len(question.content_places) == 1
    if not asks_who or question.slots[:1] not in ((), (Slot.PERSON,), (Slot.POST,)):
        return False
    is_place = _place(question) is not None and _is_of_them(question)
    is_one = bool(words & _WORDS["who"]) and gender_of(words) in _SEXES.values()
    return is_place or is_one or any(_in(term, group) for term in question.terms for group in _SEXES)


def _is_of_them(question: Question) -> bool:
    pairs = pairwise(term.word for term in question.terms)
    return any(before in _OF_THEM and after in PERSONAL for before, after in pairs)


def _says_more(question: Question) -> bool:
    """Whether a word of content is neither of a post nor chooses one of them."""
    choosing = ("all", "last", "holding", "person", *_SEXES)
    return any(
        term.word_class is WordClass.CONTENT
        and not asks_post(term)
        and not any(_in(term, group) for group in choosing)
        and not ORDINALS.keys() & {*term.morphology.lemmas}
        and at not in question.asking_places
        for at, term in enumerate(question.terms)
    )


def _in(term: Term, group: str) -> bool:
    return bool(_WORDS[group].intersection((term.word, *term.morphology.lemmas)))


def _place(question: Question) -> int | None:
    """Which of them in the order told: «второй» 1, «последний» -1."""
    for term in question.terms:
        if _in(term, "last"):
            return -1
        number = next((ORDINALS[lemma] for lemma in term.morphology.lemmas if lemma in ORDINALS), None)
        if number is not None:
            return number - 1
    return None


def _chosen(question: Question, people: Sequence[Person]) -> list[Person]:
    place = _place(question)
    if place is not None:
        return list(people[place:][:1])
    words = {term.word for term in question.terms}
    for group, sex in _SEXES.items():
        if any(_in(term, group) for term in question.terms):
            return _only([one for one in people if sex in name_genders(one)])
    gender = gender_of(words)
    if gender in ("masc", "femn"):
        sure = [one for one in people if gender in name_genders(one)]
        return _only(sure or [one for one in people if agrees(one, gender)])
    return list(people)


def _only(people: list[Person]) -> list[Person]:
    return people if len(people) == 1 else []


def _answer(people: Sequence[Person], told: Fact, searcher: Searcher) -> Answer:
    naming = [identity_of(one, searcher.base, searcher.lexicon) for one in people]
    facts = [one for one in naming if one is not None]
    lead: Lead | None = None
    if len(people) > 1:
        lead = ListLead(items=tuple(f"{one.name}: {one.post}" for one in people))
    elif not facts:
        lead = DigestLead(title=people[0].name, about=people[0].post or "")
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in dict.fromkeys(facts or [told]))
    return Answer(rule="last-told", confidence=0.8, shown=shown, lead=lead, form=AnswerForm.WHO)
