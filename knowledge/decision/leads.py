"""The first line of an answer: the value that was asked for, as the base has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.decision.event_edges import clock_text, edge_of
from knowledge.decision.places import phrase_of, place_phrases
from knowledge.decision.records import is_superseded, record_date, record_place
from knowledge.decision.tools import Tools
from knowledge.decision.value_comparison import comparison_lead
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Event, Fact, FactBase, Person
from knowledge.facts.partial_date import PartialDate
from knowledge.language.lexicon import Lexicon
from knowledge.language.morphology import analyse
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.results import Form, Held, Lead, ListLead, Participant, Shown, Slot, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.scoring.statement_values import (
    asked_kinds,
    best_part,
    matching_values,
    pick,
    sentence,
    values_of,
    wording,
)
from knowledge.understanding.request import Span

_QUOTED = re.compile(r"([^\W\d_]+ )?«([^»]+)»")
_ADDRESS = re.compile(
    rf"\b(?:{alternation(read_words('places/addresses'))})"
    r"[^.;()]*?(?:, ?(?:д\. ?)?\d+\w?)",
    re.IGNORECASE,
)
_MISSING = {Precision.DAY: "day", Precision.MONTH: "month"}


def lead_of(shown: Shown, query: QueryTerms, tools: Tools, event: Event | None) -> Lead | None:
    """The lead for one fact; None where its statement is the answer. `event`: what is asked about."""
    fact, form, lexicon = shown.fact, query.question.request.form, tools.lexicon
    match form:
        case Form.WHEN | Form.UNTIL:
            return when_lead(fact, query, tools, event)
        case Form.HOW_MANY | Form.HOW_MUCH | Form.HOW_LONG:
            return _quantity_lead(shown, query, tools)
        case Form.WHERE:
            return _where_lead(fact, query, tools, event)
        case Form.WHO | Form.LIST:
            return _people_lead(shown, query, lexicon)
        case Form.COMPARE:
            return comparison_lead(fact, query)
        case Form.WHICH:
            return _choice_lead(fact, query, lexicon)
    return None


def when_lead(fact: Fact, query: QueryTerms, tools: Tools, event: Event | None) -> Lead | None:
    base, lexicon = tools.base, tools.lexicon
    request = query.question.request
    record = record_date(fact, base)
    if record is not None:
        record = edge_of(record, query.question)
    clocks = [value for value in values_of(fact) if value.kind is ValueKind.CLOCK]
    dates = [value for value in values_of(fact) if value.kind is ValueKind.DATE]
    if request.clock or (request.form is Form.UNTIL and clocks and not dates):
        clock = pick(clocks, fact, query, lexicon, tools.own_words)
        if clock is not None:
            return ValueLead(held=sentence(wording(fact, clock, request)))
        if record is not None and (known := clock_text(record)) is not None:
            return ValueLead(held=known)
        return ValueLead(held=record, missing="clock") if record is not None else None
    own = pick(dates, fact, query, lexicon, tools.own_words)
    if (
        own is not None
        and not is_superseded(fact, base)
        and (
            record is None
            or not any(_fits(one, record) for one in own.dates)
            or own.is_range
            or request.form is Form.UNTIL
            or request.since
        )
    ):
        return ValueLead(held=sentence(wording(fact, own, request)))
    if record is not None and (fact.when is not None or event is not None or own is not None):
        wanted = request.exact
        missing = _MISSING.get(wanted, "") if wanted is not None and record.precision < wanted else ""
        return ValueLead(held=record, missing=missing)
    clock = pick(clocks, fact, query, lexicon, tools.own_words)
    return ValueLead(held=sentence(wording(fact, clock, request))) if clock is not None else None


def _fits(one: PartialDate, record: EdtfDate) -> bool:
    ends = [point for point in (record.start, record.end) if point is not None]
    return any(one.fits(PartialDate(point.year, point.month, point.day)) for point in ends)


def _quantity_lead(shown: Shown, query: QueryTerms, tools: Tools) -> Lead | None:
    base, lexicon = tools.base, tools.lexicon
    fact, request = shown.fact, query.question.request
    value = pick(matching_values(fact, query, lexicon), fact, query, lexicon, tools.own_words)
    if value is not None:
        return ValueLead(held=sentence(wording(fact, value, request)))
    if request.span is Span.LASTING:
        return None
    return _count_people(fact, query, base)


def _count_people(fact: Fact, query: QueryTerms, base: FactBase) -> Lead | None:
    """«Сколько председателей» of a fact that names them."""
    counted = query.question.counted_place
    if counted is None or ValueKind.COUNT not in asked_kinds(query):
        return None
    term = query.question.terms[counted]
    if not (term.morphology.animate or ANYBODY.intersection(term.morphology.lemmas)):
        return None
    people = [base.person_by_id[part.person] for part in fact.people if part.person in base.person_by_id]
    if len(people) < 2:
        return None
    asked = {key for word in query.terms for key, level in word.term.keys if level is Level.LEMMA}
    if not people or any(_is_named(person, asked) for person in people):
        return None
    return ValueLead(held=tuple(Participant(person=person) for person in people), computed=True)


def _is_named(person: Person, keys: set[str]) -> bool:
    return any(part.lower().replace("ё", "е") in keys for part in person.name.split())


_WHERE_FROM, _WHERE_TO, _WHERE_AT = (
    read_groups("function_words/prepositions")[f"place_{group}"] for group in ("from", "to", "at")
)


def _where_lead(fact: Fact, query: QueryTerms, tools: Tools, event: Event | None) -> Lead | None:
    """The statement's own phrase of place, unless that is the record's place; then the record's name."""
    base, lexicon = tools.base, tools.lexicon
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
    if phrases:
        made = [Value(kind=ValueKind.NUMBER, low=0, high=0, start=start, end=end) for start, end in phrases]
        best = pick(made, fact, query, lexicon, tools.own_words)
        assert best is not None
        return ValueLead(held=sentence(fact.says[best.start : best.end]))
    address = _ADDRESS.search(fact.says)
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


def _people_lead(shown: Shown, query: QueryTerms, lexicon: Lexicon) -> Lead | None:
    value = shown.value
    if isinstance(value, tuple) and value and shown.slot is Slot.POST:
        posts = [one.person.post for one in value if one.person.post]
        return ValueLead(held=sentence("; ".join(posts))) if posts and len(value) == 1 else None
    people = _told_people(shown, query, lexicon)
    if not people:
        named = _named_agent(shown.fact, query, lexicon)
        return ValueLead(held=sentence(named)) if named else None
    if query.question.request.form is Form.LIST and len(people) > 1:
        return ListLead(items=tuple(one.person.name for one in people))
    return ValueLead(held=people)


def _told_people(shown: Shown, query: QueryTerms, lexicon: Lexicon) -> tuple[Participant, ...]:
    """Of the people found, those whom the part of the statement that has most of the question names; all of
    them where the question asks for their role."""
    value = shown.value
    if not isinstance(value, tuple) or not value:
        return ()
    keys = {key for word in query.terms for key, level in word.term.keys if level >= Level.ROOT}
    roles = [one for one in value if keys & set(ROLE_WORDS.get(one.role or "", ()))]
    if roles and len(roles) == len(value):
        return value
    part = best_part(shown.fact.says, query, lexicon)
    said = {key for term in lexicon.read(part) for key, level in term.keys if level is Level.LEMMA}
    return tuple(one for one in value if _is_named(one.person, said))


def _named_agent(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> str | None:
    """«Хор «Ручей»»: a noun with a name in quotes, in the part that has most of the question."""
    part = best_part(fact.says, query, lexicon)
    asked = {key for word in query.terms for key, level in word.term.keys if level is Level.LEMMA}
    for found in _QUOTED.finditer(part):
        inside = {key for term in lexicon.read(found[2]) for key, level in term.keys if level is Level.LEMMA}
        if not inside & asked:
            noun = found[1] or ""
            keep = noun and analyse(noun.strip().lower().replace("ё", "е")).first_pos == "NOUN"
            return f"{noun if keep else ''}«{found[2]}»"
    return None


def _choice_lead(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> Lead | None:
    """Which of «X или Y» the statement has, where it has but one."""
    terms = lexicon.read(fact.says)
    sides = query.question.request.alternatives
    if len(sides) != 2:
        return None
    met = []
    own = [_keys(query.question.terms[first:last]) for first, last in sides]
    for number, keys in enumerate(own):
        only = keys - own[1 - number]
        met.append(
            [term for term in terms if any(key in only for key, level in term.keys if level >= Level.ROOT)]
        )
    if bool(met[0]) == bool(met[1]):
        return None
    found = met[0] or met[1]
    start, end = found[0].token.start, found[-1].token.end
    last = next(at for at, term in enumerate(terms) if term.token.end == end)
    if terms[last].morphology.first_pos in ("ADJF", "NUMR") and last + 1 < len(terms):
        end = terms[last + 1].token.end
    first = next(at for at, term in enumerate(terms) if term.token.start == start)
    if first and terms[first - 1].morphology.first_pos == "PREP":
        start = terms[first - 1].token.start
    return ValueLead(held=sentence(fact.says[start:end]))


def _keys(terms: Iterable[object]) -> set[str]:
    return {key for term in terms for key, _ in getattr(term, "keys", ())}


HeldValue = Held
