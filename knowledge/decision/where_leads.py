"""The first line that says where: a phrase of place, an address, a record's place."""

from __future__ import annotations

import re

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.decision.base_access import BaseAccess
from knowledge.decision.event_records import is_superseded, record_place
from knowledge.decision.places import phrase_of, place_phrases
from knowledge.facts.model import Event, Fact
from knowledge.language.question_words import PRECISE
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import Lead, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_wording import sentence
from knowledge.scoring.value_choice import pick_clear

_ADDRESS = re.compile(
    rf"\b(?:{alternation(read_words('places/addresses'))})"
    r"[^.;()]*?(?:, ?(?:д\. ?)?\d+\w?)",
    re.IGNORECASE,
)
_WHERE_FROM, _WHERE_TO, _WHERE_AT = (
    read_groups("function_words/prepositions")[f"place_{group}"] for group in ("from", "to", "at")
)


def where_lead(fact: Fact, query: QueryTerms, access: BaseAccess, event: Event | None) -> Lead | None:
    """The statement's own phrase of place, unless that is the record's place; then the record's name."""
    base, lexicon = access.base, access.lexicon
    terms = lexicon.read(fact.says)
    record = record_place(fact, base)
    asked = {key for word in query.terms for key, level in word.term.keys if level >= Level.SYNONYM}
    wanted = _prepositions(query)
    phrases = [
        (start, end)
        for start, end, noun in place_phrases(fact.says, terms)
        if fact.says[start:end].split(" ", 1)[0].lower() in wanted
        and not any(key in asked for key, _ in noun.keys)
    ]
    if record is not None and is_superseded(fact, base):
        return ValueLead(held=record)
    named = record is not None and phrase_of(record, fact.says, terms, lexicon) is not None
    if named and len(phrases) < 2:
        return ValueLead(held=record or "")
    address = _ADDRESS.search(fact.says)
    lemmas = {lemma for term in query.question.terms for lemma in term.morphology.lemmas}
    if address is not None and PRECISE & lemmas:
        return ValueLead(held=sentence(address[0].strip()))
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


def _prepositions(query: QueryTerms) -> frozenset[str]:
    words = {term.word for term in query.question.terms}
    terms = query.question.terms
    before_which = {terms[at - 1].word for at in query.question.asking_places if at}
    if "откуда" in words or before_which & _WHERE_FROM:
        return _WHERE_FROM
    return _WHERE_TO if "куда" in words else _WHERE_AT
