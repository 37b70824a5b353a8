"""What a phrase names that has a date: an event of the base, or a fact that tells when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import record_date
from knowledge.facts.dates import CalendarDate, EdtfDate, Precision
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.facts.partial_date import PartialDate
from knowledge.language.antonyms import antonyms
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Slot
from knowledge.retrieval.matching import match_terms
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question

_PUBLISHED = read_groups("calendar/groups")["published"]
_PRESS = read_groups("requests/report_words")["press"]
_HAPPENING = read_words("verbs/happening")
_WHOLE = 0.99
"""The share of the words from which a statement has all of them."""
_SURE = 0.3
"""The chance from which a fact is taken to be the thing named."""
_READ = 0.5
"""That with the trained reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A thing with its date, and the event or the fact that it is."""

    title: str
    when: EdtfDate
    event: Event | None = None
    fact: Fact | None = None


def find_dated(
    question: Question,
    access: BaseAccess,
) -> Dated | None:
    """The dated thing that the content words of a question name."""
    terms = [question.terms[at] for at in question.content_places]
    nouns = [term for term in terms if term.morphology.first_pos == "NOUN"]
    # «Заметка вышла»: what also names a task of a pupil may be no word of content.
    nouns = nouns or [term for term in question.terms if term.morphology.first_pos == "NOUN"]
    if nouns and _PUBLISHED.intersection(nouns[0].morphology.lemmas) and all(map(is_of_report, nouns)):
        return _publication(access.base)
    told = _told_whole(question, terms, access)
    if told is not None:
        return told
    event, lacking = access.resolver.resolve(terms, question.terms)
    if event is not None and is_opposed(event, lacking, access):
        event = None
    if event is not None and event.when is not None and not any(_matters(term) for term in lacking):
        return Dated(title=event.title, when=event.when, event=event)
    asked = replace(question, slots=(Slot.DATE,), counted_place=None, head_places=frozenset())
    found = access.search(asked)
    is_sure = bool(found.facts) and access.probability(found) >= _SURE
    if not is_sure:
        judged = access.judge(asked)
        found, is_sure = judged.search, judged.probability >= _READ
    if is_sure:
        for one in found.facts[:2]:
            when = fact_date(one.fact, access.base)
            if when is not None and not _is_other_number(found, one):
                return Dated(title=one.fact.says.rstrip("."), when=when, fact=one.fact)
    if event is not None and event.when is not None and len(lacking) <= 1:
        return Dated(title=event.title, when=event.when, event=event)
    return None


def is_opposed(event: Event, terms: Sequence[Term], access: BaseAccess) -> bool:
    """«Каток открылся» is not the event of its closing: it has the opposite of a word, and no such word."""
    keys = access.resolver.keys_of(event)
    own = [one for one in terms if any(lemma in antonyms() for lemma in one.morphology.lemmas)]
    if any(key in keys for one in own for key, level in one.keys if level >= Level.ROOT):
        return False
    return any(
        not antonyms()[lemma].isdisjoint(keys)
        for one in own
        for lemma in one.morphology.lemmas
        if lemma in antonyms()
    )


def _is_other_number(search: SearchResult, found: ScoredFact) -> bool:
    """«Третью дозу» of «третью фазу», «вторую дозу»: an ordinal, a name or a number that the fact lacks."""
    levels = match_terms(search.query, found.parsed.keys)
    return any(
        level is None and one.term_class in (TermClass.ORDINAL, TermClass.NAME, TermClass.NUMBER)
        for one, level in zip(search.query.terms, levels, strict=True)
    )


def is_of_report(term: Term) -> bool:
    """«Сообщение агентства»."""
    return bool((_PUBLISHED | _PRESS).intersection(term.morphology.lemmas))


def _told_whole(question: Question, terms: Sequence[Term], access: BaseAccess) -> Dated | None:
    """«Отклонили протест»: a fact of its own day that has the verb too, rather than the event of the noun."""
    acts = any(
        term.morphology.first_pos == "VERB"
        and term.word_class is WordClass.CONTENT
        and not _HAPPENING.intersection(term.morphology.lemmas)
        for term in terms
    )
    if not acts:
        return None
    found = access.search(replace(question, slots=(Slot.DATE,), counted_place=None, head_places=frozenset()))
    best = found.facts[0] if found.facts else None
    if best is None or best.features.cover_says < _WHOLE or best.fact.when is None:
        return None
    when = fact_date(best.fact, access.base)
    return Dated(title=best.fact.says.rstrip("."), when=when, fact=best.fact) if when is not None else None


def _publication(base: FactBase) -> Dated:
    """The source itself, with the fact that says when it came out if there is one."""
    when = base.source.published
    facts = (fact for fact in base.facts if fact.when == when and fact.said_by is None)
    fact = next(facts, None)
    return Dated(title=fact.says.rstrip(".") if fact else base.source.title, when=when, fact=fact)


def _matters(term: Term) -> bool:
    return term.morphology.first_pos in ("NOUN", "ADJF") and term.word_class is WordClass.CONTENT


def fact_date(fact: Fact, base: FactBase) -> EdtfDate | None:
    """The date that the statement itself names, completed by the record's year; else the record's."""
    record = record_date(fact, base)
    year = record.end.year if record is not None else base.source.published.end.year
    own = [value for value in values_of(fact) if value.kind is ValueKind.DATE]
    if len(own) == 1:
        made = _completed(own[0].dates, year)
        if made is not None:
            return record if _tells_hour_of(record, made) else made
    return _with_hour(record, fact)


def _with_hour(record: EdtfDate | None, fact: Fact) -> EdtfDate | None:
    """A day with the only hour that the statement names."""
    hours = [value for value in values_of(fact) if value.kind is ValueKind.CLOCK]
    if record is None or record.is_interval or record.precision is not Precision.DAY or len(hours) != 1:
        return record
    if hours[0].is_range:
        return record
    hour, minute = divmod(int(hours[0].low), 60)
    point = replace(record.end, clock=time(hour % 24, minute))
    return EdtfDate(point, point)


def _tells_hour_of(record: EdtfDate | None, day: EdtfDate) -> bool:
    """Whether a record gives the hour of a day that the statement names."""
    if record is None or record.precision is not Precision.MINUTE:
        return False
    return (record.first_day, record.last_day) == (day.first_day, day.last_day)


def _completed(dates: Sequence[PartialDate], year: int) -> EdtfDate | None:
    points = []
    for one in dates:
        point = CalendarDate(one.year or year, one.month, one.day)
        try:
            _ = point.first_day
        except ValueError:
            return None
        points.append(point)
    return EdtfDate(points[0], points[-1]) if points else None
