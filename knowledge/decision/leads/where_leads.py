"""The first line that says where: a phrase of place, an address, a record's place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import is_superseded, record_place
from knowledge.decision.context.places import is_country, phrase_of
from knowledge.decision.leads.told_places import told_places
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.question_words import PRECISE
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Lead, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_wording import sentence
from knowledge.scoring.value_choice import pick_clear
from knowledge.understanding.denials import is_negative

_ADDRESS = re.compile(
    rf"\b(?:{alternation(read_words('places/addresses'))})"
    r"[^.;()]*?(?:, ?(?:д\. ?)?\d+\w?)",
    re.IGNORECASE,
)
_WHERE_FROM, _WHERE_TO, _WHERE_AT = (
    read_groups("function_words/prepositions")[f"place_{group}"] for group in ("from", "to", "at")
)
_TOWNS = read_words("places/towns")
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_PARTS = re.compile(r"[,;:()—–]|\bи\b")
_WHERE_AT |= read_groups("function_words/prepositions")["place_along"]


def where_lead(fact: Fact, query: QueryTerms, access: BaseAccess, event: Event | None) -> Lead | None:
    """The statement's own phrase of place, unless that is the record's place; then the record's name."""
    base, lexicon = access.base, access.lexicon
    terms = lexicon.read(fact.says)
    own_record = _of_several(fact, event, access)
    if own_record is not None and not any(
        PRECISE.intersection(one.morphology.lemmas) for one in query.question.terms
    ):
        return ValueLead(held=own_record)
    record = record_place(fact, base)
    asked = frozenset(key for word in query.terms for key, level in word.term.keys if level >= Level.SYNONYM)
    wanted = _prepositions(query)
    phrases = told_places(
        fact.says, terms, wanted, asked, lexicon, also_denied=is_negative(query.question.text)
    )
    if record is not None and is_superseded(fact, base):
        return ValueLead(held=record)
    named = phrase_of(record, fact.says, terms, lexicon) if record is not None else None
    if record is not None and named is not None and len(phrases) < 2:
        narrower = next(
            (fact.says[start:end] for start, end in phrases if named in fact.says[start:end]), named
        )
        return ValueLead(held=sentence(narrower) if narrower != named else record)
    address = _ADDRESS.search(fact.says)
    lemmas = {lemma for term in query.question.terms for lemma in term.morphology.lemmas}
    if address is not None and PRECISE & lemmas:
        return ValueLead(held=sentence(address[0].strip()))
    own = _with_asked_verb(phrases, fact.says, terms, query, access.own_words)
    if own is not None:
        return ValueLead(held=sentence(fact.says[own[0] : own[1]]))
    if phrases:
        made = [
            Value(kind=ValueKind.NUMBER, low=start, high=end, start=start, end=end) for start, end in phrases
        ]
        best = pick_clear(made, fact, query, lexicon, access.own_words)
        return ValueLead(held=sentence(fact.says[best.start : best.end])) if best is not None else None
    if address is not None:
        return ValueLead(held=sentence(address[0].strip()))
    return (
        ValueLead(held=record)
        if record is not None and (event is not None or fact.where is not None)
        else None
    )


def marked_if_country(lead: Lead | None, query: QueryTerms, lexicon: Lexicon) -> Lead | None:
    """The lead; where a town is asked for and only a country is held, it says that the town is not named."""
    question = query.question
    is_town = any(_TOWNS.intersection(question.terms[at].morphology.lemmas) for at in question.asking_places)
    if not is_town or not isinstance(lead, ValueLead) or not isinstance(lead.held, str):
        return lead
    only = all(is_country(one) for one in lexicon.read(lead.held) if one.word_class is WordClass.CONTENT)
    return replace(lead, missing="town") if only else lead


def _of_several(fact: Fact, event: Event | None, access: BaseAccess) -> str | None:
    """The place of the event asked of, where a fact tells of several that were in different places."""
    about = [access.base.event_by_id[one] for one in fact.about if one in access.base.event_by_id]
    if event is None or event not in about or fact.said_by is not None:
        return None
    return event.where if len({one.where for one in about}) > 1 else None


def _with_asked_verb(
    phrases: Sequence[tuple[int, int]],
    says: str,
    terms: Sequence[Term],
    query: QueryTerms,
    own_words: frozenset[str],
) -> tuple[int, int] | None:
    """«В Мюнхене» of «родился в Кинешме, учился в Мюнхене» for «где учился»: the one beside the verb."""
    acts = [term for term in terms if term.morphology.first_pos in _VERBS]
    asked = {
        key
        for word in query.terms
        if word.term.morphology.first_pos in _VERBS and word.term.word in (own_words or {word.term.word})
        for key, level in word.term.keys
        if level >= Level.ROOT
    }
    marks = [found.start() for found in _PARTS.finditer(says)]

    def verbs_beside(phrase: tuple[int, int]) -> list[Term]:
        spans = ((min(phrase[0], one.token.start), max(phrase[0], one.token.start), one) for one in acts)
        return [one for first, last, one in spans if not any(first <= mark < last for mark in marks)]

    beside = [verbs_beside(phrase) for phrase in phrases]
    met = [
        phrase
        for phrase, verbs in zip(phrases, beside, strict=True)
        if any(key in asked for verb in verbs for key, level in verb.keys if level >= Level.ROOT)
    ]
    return met[0] if len(met) == 1 and len(phrases) > 1 and all(beside) else None


def _prepositions(query: QueryTerms) -> frozenset[str]:
    words = {term.word for term in query.question.terms}
    terms = query.question.terms
    before_which = {terms[at - 1].word for at in query.question.asking_places if at}
    if "откуда" in words or before_which & _WHERE_FROM:
        return _WHERE_FROM
    return _WHERE_TO if "куда" in words else _WHERE_AT
