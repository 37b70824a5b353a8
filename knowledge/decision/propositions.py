"""Questions of yes or no: what they state is held against what the base has.

Each value that the question states (a date, a number, a place, a person) is taken out and asked for; the fact that
answers holds the same value, another one, or a less exact one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.decision.comparison import Match, compare_dates, compare_values
from knowledge.decision.event_edges import edge_of
from knowledge.decision.event_records import named_event
from knowledge.decision.hard_rules import is_negative
from knowledge.decision.places import is_country, phrase_of, place_phrases
from knowledge.decision.records import event_of, people_named, record_date, record_place
from knowledge.decision.rule_context import RuleContext
from knowledge.decision.tools import Tools
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, Person
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import POSTS
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, Form, Polarity, Result, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import best_part, values_of, wording
from knowledge.understanding.question import Question

ASKED_FROM = 0.35
"""The chance from which the fact that has the rest of the proposition is taken to be about it."""
SURE_FROM = 0.5
_VERB_LOST_FROM = 0.7
"""From this chance a verb of the question may be another than the fact's where the fact denies."""
_WHOLLY = frozenset("все всё весь вся всю всех полностью целиком".split())
CANCELLED = "отменено"
"""What the base holds of an event that was called off."""
_IN = frozenset("в во на из с со до к под".split())
_NAMES_LISTED = re.compile(r"[А-ЯЁ][\w-]+(?:, [А-ЯЁ][\w-]+)* и [А-ЯЁ][\w-]+")
_NAMES = frozenset({"Name", "Surn", "Patr"})
_SLOTS = {
    ValueKind.DATE: Slot.DATE,
    ValueKind.WEEKDAY: Slot.DATE,
    ValueKind.CLOCK: Slot.DATE,
}


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that the question states, at these places of its words."""

    places: frozenset[int]
    slot: Slot
    value: Value | None = None
    kind: str = "value"
    """`value`, `place` or `person`."""


def judge(context: RuleContext, tools: Tools) -> Result | None:
    """The answer to a proposition, None where the common rules should judge it."""
    question = context.search.question
    stated = list(_stated(question, tools))
    direct = _directly(stated, context, tools)
    if direct is not None:
        return direct
    for one in reversed(stated):
        rest = _without(question, one)
        recorded = _by_record(one, rest, context, tools)
        if recorded is not None:
            return recorded
        found = _about(rest, tools) if rest is not None else None
        if rest is None or found is None:
            continue
        lead = _lead(one, found, question, context, tools)
        if lead is not None and _rest_is_met(rest, found, spoken=one.kind == "person"):
            return _answer(found, lead, context)
    return None


def _by_record(one: Stated, rest: Question | None, context: RuleContext, tools: Tools) -> Answer | None:
    """«Ярмарка будет 5 мая?»: nothing but the event and a date is named, so its record answers."""
    event = named_event(rest, tools.resolver) if rest is not None else None
    value = one.value
    if event is None or event.when is None or value is None or value.kind is not ValueKind.DATE:
        return None
    question = context.search.question
    match = compare_dates(value, edge_of(event.when, question), [], context.base.source.published.end.year)
    lead = _verdict(match, event.when, question.text[value.start : value.end])
    if lead is None:
        return None
    if event.when.is_interval and lead.polarity is Polarity.YES:
        lead = replace(lead, held=event.when)
    if event.cancelled:
        lead = YesNoLead(polarity=Polarity.NO, held=CANCELLED)
    shown = tuple(Shown(fact=fact, slot=Slot.YES_NO) for fact in _of_event(event, context)[:1])
    return Answer(
        rule="event-record",
        confidence=0.9,
        shown=shown,
        events=(event,),
        lead=lead,
        form=Form.YES_NO,
        why=context.why,
    )


def _of_event(event: Event, context: RuleContext) -> list[Fact]:
    """Facts about an event, those that name a date first."""
    about = [fact for fact in context.base.facts if fact.about[:1] == (event.id,) and fact.said_by is None]
    return sorted(about, key=lambda fact: not any(one.kind is ValueKind.DATE for one in values_of(fact)))


def _directly(stated: Sequence[Stated], context: RuleContext, tools: Tools) -> Answer | None:
    """The nearest fact, where it has every word: each value of the question is held against its own."""
    best = context.best
    if (
        best is None
        or not stated
        or context.probability < SURE_FROM
        or not _rest_is_met(context.search.question, best, spoken=True)
    ):
        return None
    leads = [_lead(one, best, context.search.question, context, tools) for one in stated]
    if any(lead is None for lead in leads):
        return None
    for polarity in (Polarity.NO, Polarity.COARSER, Polarity.OPEN, Polarity.SET):
        found = next((lead for lead in leads if lead is not None and lead.polarity is polarity), None)
        if found is not None:
            return _answer(best, found, context)
    first = leads[0]
    return _answer(best, first, context) if first is not None else None


def confirm(context: RuleContext, answer: Answer, tools: Tools) -> Answer:
    """An answer to a proposition without values, with its «да» or «нет» where that is sure."""
    fact = answer.shown[0].fact if answer.shown else None
    best, question = context.best, context.search.question
    if fact is None or best is None or fact != best.fact or answer.lead is not None:
        return answer
    if not (question.request.tagged or question.request.predicate):
        return answer
    event = event_of(fact, context.base)
    if event is not None and event.cancelled:
        return replace(answer, lead=YesNoLead(polarity=Polarity.NO, held=CANCELLED))
    planned = _planned(question, fact, context)
    if planned is not None:
        return replace(answer, lead=planned)
    if any(term.word in _WHOLLY for term in question.terms):
        return replace(answer, lead=_partly(fact))
    polarity = _polarity(context, best, tools)
    return replace(answer, lead=YesNoLead(polarity=polarity)) if polarity is not None else answer


def _polarity(context: RuleContext, best: ScoredFact, tools: Tools) -> Polarity | None:
    """«Да» where the statement has every word of content, «нет» where one of the two denies; else None."""
    question = context.search.question
    lost, weak = 0, 0
    for at in question.content_places:
        term = question.terms[at]
        level = max((level for key, level in term.keys if key in best.parsed.text_keys), default=None)
        if term.word_class is not WordClass.CONTENT and term.morphology.first_pos != "ADVB":
            continue
        if level is None:
            lost += 1 if term.morphology.first_pos in ("NOUN", "ADJF", "ADVB", "PRTF") or term.is_name else 0
            weak += 1
        elif level < Level.ROOT and term.morphology.first_pos in ("VERB", "INFN", "PRTS"):
            weak += 1
    if best.features.opposite:
        return Polarity.NO if not lost and context.probability >= SURE_FROM else None
    if lost or (weak and context.probability < _VERB_LOST_FROM) or weak > 1:
        return None
    same = bool(question.request.negated) == is_negative(
        best_part(best.fact.says, context.search.query, tools.lexicon)
    )
    if weak and same:
        return None
    return Polarity.YES if same else Polarity.NO


def _partly(fact: Fact) -> YesNoLead | None:
    """«Всё скосили?» of a fact that gives a share."""
    shares = [value for value in values_of(fact) if value.kind is ValueKind.PERCENT]
    if not shares:
        return None
    whole = any(value.low >= 100 for value in shares)
    return YesNoLead(polarity=Polarity.YES if whole else Polarity.NO, held=wording(fact, shares[0]))


def _answer(found: ScoredFact, lead: YesNoLead, context: RuleContext) -> Answer:
    event = event_of(found.fact, context.base)
    if event is not None and event.cancelled:
        lead = YesNoLead(polarity=Polarity.NO, held=CANCELLED)
    chance = 0.9 if lead.polarity in (Polarity.YES, Polarity.NO) else 0.8
    shown = (Shown(fact=found.fact, slot=Slot.YES_NO),)
    return Answer(
        rule="proposition", confidence=chance, shown=shown, form=Form.YES_NO, lead=lead, why=context.why
    )


def _stated(question: Question, tools: Tools) -> Iterator[Stated]:
    """The values, places and people of a question, in the order of its words."""
    found: list[Stated] = []
    for value in question.request.values:
        if value.kind in (ValueKind.ORDINAL, ValueKind.NUMBER):
            continue
        places = frozenset(
            at for at, term in enumerate(question.terms) if value.start <= term.token.start < value.end
        )
        if places:
            found.append(Stated(places, _SLOTS.get(value.kind, Slot.NUMBER), value))
    taken = frozenset().union(*(one.places for one in found)) if found else frozenset()
    for at, term in enumerate(question.terms):
        if at in taken:
            continue
        if _is_place(term, tools):
            found.append(Stated(frozenset({at}), Slot.PLACE, kind="place"))
    found += [Stated(places, Slot.PERSON, kind="person") for places in _people(question, tools, taken)]
    return iter(sorted(found, key=lambda one: min(one.places)))


def _is_place(term: Term, tools: Tools) -> bool:
    if any(key in tools.place_keys for key, level in term.keys if level is Level.LEMMA):
        return True
    return (
        "Geox" in term.morphology.marks
        and term.token.capitalised
        or is_country(term)
        and term.token.capitalised
    )


def _people(question: Question, tools: Tools, taken: frozenset[int]) -> list[frozenset[int]]:
    """Places of each name: words in a row."""
    runs: list[set[int]] = []
    for at, term in enumerate(question.terms):
        named = any(key in tools.person_keys for key, level in term.keys if level >= Level.ROOT)
        marked = bool(term.morphology.marks & _NAMES) and (
            term.token.capitalised or term.morphology.always_name
        )
        if at in taken or not (named or marked) or _is_place(term, tools):
            continue
        if runs and at - 1 in runs[-1]:
            runs[-1].add(at)
        else:
            runs.append({at})
    return [frozenset(run) for run in runs]


def _without(question: Question, stated: Stated) -> Question | None:
    """The question that asks for the value instead of stating it."""
    left = tuple(at for at in question.content_places if at not in stated.places)
    if not any(question.terms[at].word_class is WordClass.CONTENT for at in left):
        return None
    return replace(
        question, content_places=left, slots=(stated.slot,), counted_place=None, head_places=frozenset()
    )


def _about(rest: Question, tools: Tools) -> ScoredFact | None:
    search = tools.search(rest)
    if not search.facts or tools.probability(search) < ASKED_FROM:
        return None
    return search.facts[0]


def _rest_is_met(rest: Question, found: ScoredFact, *, spoken: bool = False) -> bool:
    """Whether the fact has every noun, verb, name and number of a question; `spoken`: in its own words."""
    keys = found.parsed.text_keys if spoken else found.parsed.keys
    for at in rest.content_places:
        term = rest.terms[at]
        if term.word_class is not WordClass.CONTENT:
            continue
        heavy = term.morphology.first_pos in ("NOUN", "VERB", "INFN", "PRTS", "PRTF") or term.is_name
        stated = any(value.start <= term.token.start < value.end for value in rest.request.values)
        if heavy and not (spoken and stated) and not any(key in keys for key, _ in term.keys):
            return False
    return True


def _lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, tools: Tools
) -> YesNoLead | None:
    match stated.kind:
        case "place":
            lead = _place_lead(stated, found, question, context, tools)
        case "person":
            lead = _person_lead(stated, found, question, context, tools)
        case _:
            lead = _value_lead(stated, found, question, context, tools)
    if lead is None:
        return None
    denied = stated.places & question.request.negated
    if denied and lead.polarity in (Polarity.YES, Polarity.NO):
        other = Polarity.NO if lead.polarity is Polarity.YES else Polarity.YES
        lead = replace(lead, polarity=other)
    planned = _planned(question, found.fact, context)
    return planned if planned is not None and lead.polarity is Polarity.YES else lead


def _given(question: Question, places: frozenset[int]) -> str:
    first, last = question.terms[min(places)].token, question.terms[max(places)].token
    return question.text[first.start : last.end]


def _value_lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, tools: Tools
) -> YesNoLead | None:
    value, fact = stated.value, found.fact
    assert value is not None
    given = question.text[value.start : value.end]
    values = values_of(fact)
    if value.kind is ValueKind.DATE:
        own = [one for one in values if one.kind is ValueKind.DATE]
        record = record_date(fact, context.base)
        match = compare_dates(value, record, own, context.base.source.published.end.year)
        held: str | EdtfDate | None = (
            record if record is not None else (wording(fact, own[0]) if own else None)
        )
        return _verdict(match, held, given)
    if value.kind is ValueKind.WEEKDAY:
        return _weekday_lead(value, found, context, given)
    held_values = [one for one in values if one.kind is value.kind and one.unit == value.unit]
    if value.kind is ValueKind.COUNT:
        held_values = [one for one in held_values if _same_noun(value, one, tools.lexicon)]
    at = min(stated.places)
    before = question.terms[at - 1].word if at else ""
    match = compare_values(value, held_values, before)
    return _verdict(match, wording(fact, held_values[0]) if held_values else None, given)


def _verdict(match: Match, held: str | EdtfDate | None, given: str) -> YesNoLead | None:
    match match:
        case Match.SAME:
            return YesNoLead(polarity=Polarity.YES)
        case Match.OTHER:
            return YesNoLead(polarity=Polarity.NO, held=held, given=given)
        case Match.COARSER:
            return YesNoLead(polarity=Polarity.COARSER, held=held, given=given)
    return None


def _weekday_lead(value: Value, found: ScoredFact, context: RuleContext, given: str) -> YesNoLead | None:
    own = [one for one in values_of(found.fact) if one.kind is ValueKind.WEEKDAY]
    record = record_date(found.fact, context.base)
    day = (
        record.start.first_day.weekday()
        if record is not None
        and record.start is not None
        and (record.start.day is not None and not record.is_interval)
        else None
    )
    if own:
        same = any(one.low == value.low for one in own)
        return YesNoLead(
            polarity=Polarity.YES if same else Polarity.NO, held=wording(found.fact, own[0]), given=given
        )
    if day is None:
        return None
    return YesNoLead(polarity=Polarity.YES if day == value.low else Polarity.NO, held=record, given=given)


def _same_noun(stated: Value, held: Value, lexicon: Lexicon) -> bool:
    if not stated.nouns or not held.nouns:
        return bool(held.nouns == stated.nouns)
    keys = {key for key, _ in lexicon.word(stated.nouns[0]).keys}
    mine, theirs = lexicon.word(stated.nouns[0]).morphology, lexicon.word(held.nouns[0]).morphology
    people = mine.animate and theirs.animate and "человек" in (*stated.nouns, *held.nouns)
    return people or any(key in keys for noun in held.nouns for key, _ in lexicon.word(noun).keys)


def _place_lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, tools: Tools
) -> YesNoLead | None:
    fact = found.fact
    term = question.terms[min(stated.places)]
    terms = tools.lexicon.read(fact.says)
    record = record_place(fact, context.base)
    keys = {key for one in terms for key, _ in one.keys}
    keys |= {key for one in tools.lexicon.read(record or "") for key, _ in one.keys}
    if any(key in keys for key, level in term.keys if level >= Level.SYNONYM):
        return YesNoLead(polarity=Polarity.YES)
    given = _given(question, stated.places)
    before = min(stated.places) - 1
    if before < 0 or question.terms[before].word not in _IN:
        named = _NAMES_LISTED.search(fact.says)
        return YesNoLead(polarity=Polarity.SET, held=named[0]) if named else None
    if before >= 0 and question.terms[before].morphology.first_pos == "PREP":
        given = f"{question.terms[before].word} {given}"
    held = _held_place(fact, record, terms, tools)
    if held is None:
        return None
    held_country = any(is_country(one) for one in tools.lexicon.read(record or held))
    if is_country(term) != held_country:
        return YesNoLead(polarity=Polarity.OPEN, held=held, given=given)
    return YesNoLead(polarity=Polarity.NO, held=held, given=given)


def _held_place(fact: Fact, record: str | None, terms: Sequence[Term], tools: Tools) -> str | None:
    if record is not None:
        return phrase_of(record, fact.says, terms, tools.lexicon) or record
    named = next(((start, end) for start, end, noun in place_phrases(fact.says, terms) if noun.is_name), None)
    return fact.says[named[0] : named[1]] if named is not None else None


def _person_lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, tools: Tools
) -> YesNoLead | None:
    fact = found.fact
    asked = {key for at in stated.places for key, level in question.terms[at].keys if level >= Level.ROOT}
    says = {key for term in tools.lexicon.read(fact.says) for key, level in term.keys if level >= Level.ROOT}
    if asked & says:
        return YesNoLead(polarity=Polarity.YES)
    people = people_named(fact, context.base)
    if not people:
        return None
    part = best_part(fact.says, context.search.query, tools.lexicon)
    here = {key for term in tools.lexicon.read(part) for key, level in term.keys if level is Level.LEMMA}
    near = tuple(one for one in people if here & _person_keys(one.person, tools.lexicon))
    people = near or people
    if any(asked & _person_keys(one.person, tools.lexicon) for one in people):
        return YesNoLead(polarity=Polarity.YES)
    given = _given(question, stated.places)
    if len(people) == 1 and people[0].role not in ("member", "guest"):
        return YesNoLead(polarity=Polarity.NO, held=people, given=given)
    return YesNoLead(polarity=Polarity.SET, held=people, given=given)


def _person_keys(person: Person, lexicon: Lexicon) -> set[str]:
    return {
        key
        for name in (person.name, *person.names)
        for term in lexicon.read(name)
        for key, level in term.keys
        if level >= Level.ROOT
    }


def _planned(question: Question, fact: Fact, context: RuleContext) -> YesNoLead | None:
    """«Второй уже прошёл?»: the source knows only that it was to come."""
    record = record_date(fact, context.base)
    if (
        record is None
        or record.first_day is None
        or record.first_day <= context.base.source.published.last_day
    ):
        return None
    past = any(
        "past" in term.morphology.moods and term.morphology.first_pos in ("VERB", "PRTS")
        for term in question.terms
    )
    done = any(term.word == "уже" for term in question.terms)
    return YesNoLead(polarity=Polarity.PLANNED, held=record) if past or done else None


def is_post_question(question: Question) -> bool:
    """«Го это министр юстиции?»: whether a person has a post."""
    return any(POSTS.intersection(term.morphology.lemmas) for term in question.terms)
