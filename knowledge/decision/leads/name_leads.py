"""The first line for a place or a person that a question states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import event_of, people_named, record_place
from knowledge.decision.context.places import (
    is_building,
    is_country,
    is_in_country,
    phrase_of,
    place_phrases,
    venue_told,
)
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.speakers import named_sides
from knowledge.decision.context.stated_values import Stated, given_words
from knowledge.decision.leads.named_people import own_post_of, person_keys, with_listed
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Participant, Polarity, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_wording import best_part
from knowledge.understanding.question import Question

_PLACING = read_groups("function_words/prepositions")["place_stated"]
_FROM = read_groups("function_words/prepositions")["place_from"]
_STAYING = read_words("verbs/staying")
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_OF_SEVERAL = ("member", "guest", "speaker")
"""Roles that others may have had beside those who are named."""
_NAMES_LISTED = re.compile(r"[А-ЯЁ][\w-]+(?:, [А-ЯЁ][\w-]+)* и [А-ЯЁ][\w-]+\b(?! [А-ЯЁ])")
_NAME_BEFORE = re.compile(r"[А-ЯЁ][\w-]+ $")


def place_lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    fact = found.fact
    term = question.terms[min(stated.places)]
    terms = access.lexicon.read(fact.says)
    record = record_place(fact, context.base)
    keys = {key for one in terms for key, _ in one.keys}
    keys |= {key for one in access.lexicon.read(record or "") for key, _ in one.keys}
    if any(key in keys for key, level in term.keys if level >= Level.SYNONYM):
        return YesNoLead(polarity=Polarity.YES)
    given = given_words(question, stated.places)
    before = min(stated.places) - 1
    if before < 0 or question.terms[before].word not in _PLACING:
        named = _names_listed(fact.says, access.lexicon)
        return YesNoLead(polarity=Polarity.SET, held=named) if named else None
    if not question.terms[min(stated.places)].token.capitalised:
        given = ""  # «в лондоне» is not repeated as it was typed
    elif before >= 0 and question.terms[before].morphology.first_pos == "PREP":
        given = f"{question.terms[before].word} {given}"
    if question.terms[before].word in _FROM:
        # The record says where it took place, never where something comes from.
        origin = _origin(fact, terms)
        return YesNoLead(polarity=Polarity.NO, held=origin, given=given) if origin else None
    held = _held_place(fact, record, terms, access)
    if held is None or held.split(" ", 1)[0].lower() in _FROM:
        return None  # «из Вашингтона» does not say where it was
    held_terms = access.lexicon.read(record or held)
    if is_building(term) and not any(is_building(one) for one in held_terms):
        venue = venue_told(fact.says, access.lexicon)
        return YesNoLead(
            polarity=Polarity.NO if venue is not None else Polarity.OPEN, held=venue or held, given=given
        )
    held_country = any(is_country(one) for one in held_terms)
    within = None if held_country else is_in_country(held_terms, term)
    if within:
        return YesNoLead(polarity=Polarity.YES, held=held)
    if is_country(term) != held_country and within is None:
        return YesNoLead(polarity=Polarity.OPEN, held=held, given=given)
    return YesNoLead(polarity=Polarity.NO, held=held, given=given)


def _origin(fact: Fact, terms: Sequence[Term]) -> str | None:
    """«Из Твери»: where the statement says that something comes from."""
    phrases = (fact.says[start:end] for start, end, _ in place_phrases(fact.says, terms))
    return next((one for one in phrases if one.split(" ", 1)[0].lower() in _FROM), None)


def _names_listed(says: str, lexicon: Lexicon) -> str | None:
    """«Китай и США» of «главы Китая и США»: in the nominative, None where its form is not sure."""
    listed = _NAMES_LISTED.search(says)
    if listed is None or _NAME_BEFORE.search(says[: listed.start()]):
        return None  # «Эва Линд и Улла Берг» are names of two words
    terms = [term for term in lexicon.read(listed[0]) if term.token.capitalised]
    if not all(term.morphology.known and term.morphology.first_pos == "NOUN" for term in terms):
        return None
    names = [term.token.written if term.token.written.isupper() else _nominative(term) for term in terms]
    return f"{', '.join(names[:-1])} и {names[-1]}"


def _nominative(term: Term) -> str:
    lemma = term.morphology.lemmas[0]
    return lemma[:1].upper() + lemma[1:]


def _held_place(fact: Fact, record: str | None, terms: Sequence[Term], access: BaseAccess) -> str | None:
    if record is not None:
        return phrase_of(record, fact.says, terms, access.lexicon) or record
    named = next(((start, end) for start, end, noun in place_phrases(fact.says, terms) if noun.is_name), None)
    return fact.says[named[0] : named[1]] if named is not None else None


def person_lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    fact = found.fact
    asked = {key for at in stated.places for key, level in question.terms[at].keys if level >= Level.ROOT}
    says = {key for term in access.lexicon.read(fact.says) for key, level in term.keys if level >= Level.ROOT}
    present = says_was_there(question)
    if asked & says:
        return (
            None if present and is_only_named(stated, found, question) else YesNoLead(polarity=Polarity.YES)
        )
    people = _each_once(people_named(fact, context.base))
    if not people:
        return None
    part = best_part(fact.says, context.search.query, access.lexicon)
    here = {key for term in access.lexicon.read(part) for key, level in term.keys if level is Level.LEMMA}
    near = tuple(one for one in people if here & person_keys(one.person, access.lexicon))
    people = with_listed(near, people, fact, access.lexicon) or people
    if any(asked & person_keys(one.person, access.lexicon) for one in people):
        return YesNoLead(polarity=Polarity.YES)
    if present and is_only_named(stated, found, question):
        return None  # the people of another fact do not say who else was there
    given = given_words(question, stated.places)
    beside = _of_same_role(found, people, question, context)
    if any(asked & person_keys(one.person, access.lexicon) for one in beside):
        return None  # the fact is of another who did the same
    if not _asks_presence(question):
        beside = people
    is_word = fact.said_by is not None  # what one said another may have said too
    if not present and not is_word and len(beside) == 1 and beside[0].role not in _OF_SEVERAL:
        return YesNoLead(polarity=Polarity.NO, held=beside, given=given)
    tells_past = any("past" in term.morphology.moods for term in question.terms)
    own_post = None if present or tells_past else own_post_of(asked, found, people, access)
    if own_post is not None:
        return YesNoLead(polarity=Polarity.NO, held=own_post)
    return YesNoLead(polarity=Polarity.SET, held=beside, given=given)


def _each_once(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """A person who speaks and is named too, once."""
    return tuple({one.person.id: one for one in reversed(people)}.values())[::-1]


def says_was_there(question: Question) -> bool:
    """«Линч была на открытии?»: a verb that only says that somebody was there."""
    return any(
        term.morphology.first_pos in _VERBS and _STAYING.intersection(term.morphology.lemmas)
        for term in question.terms
    ) and not any(
        question.terms[at].morphology.first_pos in _VERBS
        and question.terms[at].word_class is WordClass.CONTENT
        and not _STAYING.intersection(question.terms[at].morphology.lemmas)
        for at in question.content_places
    )


def is_only_named(stated: Stated, found: ScoredFact, question: Question) -> bool:
    """Whether the statement has the name alone: «Линч сказала …» is no word of the opening."""
    nouns = [
        question.terms[at]
        for at in question.content_places
        if at not in stated.places and question.terms[at].morphology.first_pos == "NOUN"
    ]
    said = found.parsed.statement_keys
    return bool(nouns) and not any(key in said for term in nouns for key, _ in term.keys)


def _of_same_role(
    found: ScoredFact, people: tuple[Participant, ...], question: Question, context: RuleContext
) -> tuple[Participant, ...]:
    """The people of a fact and those of its event who had the same role, of the side that is asked for.

    Of any role where the question asks only whether somebody took part.
    """
    event = event_of(found.fact, context.base)
    roles = {one.role for one in people}
    if event is None or {None, "member"} & roles:
        return people
    if _asks_presence(question):
        roles |= {part.role for part in event.people}
    sides = named_sides(question, context.base, context.lexicon)
    known = {one.person.id for one in people}
    others = (
        Participant(person=context.base.person_by_id[part.person], role=part.role)
        for part in event.people
        if part.role in roles and part.person not in known and part.person in context.base.person_by_id
    )
    return (*people, *(one for one in others if not sides or one.person.side in sides))


def _asks_presence(question: Question) -> bool:
    """Whether no verb of content says more than that somebody took part."""
    content = (term for term in question.terms if term.word_class is WordClass.CONTENT)
    verbs = (term for term in content if term.morphology.first_pos in _VERBS)
    return all(any(key in ROLE_WORDS["member"] for key, _ in term.keys) for term in verbs)
