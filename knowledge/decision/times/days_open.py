"""«Сколько дней канатка уже работает?»: counted from the day on which it opened to today."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_edges import ENDING
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.times.dated_things import Dated
from knowledge.decision.times.time_answers import dated_answer
from knowledge.decision.times.time_spans import UNITS, span_between
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question
from knowledge.understanding.request import Span

_GOING_ON = read_words("verbs/being_open")
_ALREADY = read_groups("function_words/particles")["already"]
_OPENING = read_words("nouns/openings")


def days_open(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The time since the only opening of all that is named; None where a statement tells it itself, or
    tells that the thing has closed."""
    question = context.search.question
    if question.request.span is not Span.LASTING or question.request.negated:
        return None
    verb = next((term for term in question.terms if _goes_on(term)), None)
    if verb is None or not _counts_days(question):
        return None
    things = _things(question, verb)
    named = [one for one in access.base.events if things and _names_all(one, things, access)]
    if any(_begins_with(ENDING, one, access) for one in named):
        return None
    opened = [one for one in named if _begins_with(_OPENING, one, access) and _is_past_day(one, access)]
    if len(opened) != 1 or any(_tells_length(one, verb, things, access) for one in access.base.facts):
        return None
    event = opened[0]
    if event.when is None:
        return None
    today = EdtfDate.parse(access.today.isoformat())
    lead = span_between("since", event.when, today, context)
    return dated_answer(
        context, lead, (Dated(title=event.title, when=event.when, event=event),), (event.when,)
    )


def _goes_on(term: Term) -> bool:
    """«Работает», «открыта»; no «работала»."""
    morphology = term.morphology
    is_now = "pres" in morphology.moods or morphology.first_pos == "PRTS"
    return is_now and bool(_GOING_ON.intersection(morphology.lemmas))


def _counts_days(question: Question) -> bool:
    """«Сколько дней», or «сколько уже»; «сколько часов» is of each day."""
    if question.counted_place is not None:
        return not UNITS.keys().isdisjoint(question.terms[question.counted_place].morphology.lemmas)
    return any(term.word in _ALREADY for term in question.terms)


def _things(question: Question, verb: Term) -> list[Term]:
    """The words of content besides the verb and the unit."""
    return [
        term
        for at, term in enumerate(question.terms)
        if term is not verb
        and at != question.counted_place
        and at not in question.asking_places
        and term.word not in _ALREADY
        and term.word_class in (WordClass.CONTENT, WordClass.LIGHT)
        and term.morphology.first_pos not in ("PRCL", "CONJ", "ADVB", "NPRO")
    ]


def _names_all(event: Event, things: Sequence[Term], access: BaseAccess) -> bool:
    keys = access.resolver.keys_of(event)
    return all(any(key in keys for key, level in term.keys if level >= Level.SYNONYM) for term in things)


def _begins_with(words: frozenset[str], event: Event, access: BaseAccess) -> bool:
    title = access.lexicon.read(event.title)[:1]
    return any(words.intersection(term.morphology.lemmas) for term in title)


def _is_past_day(event: Event, access: BaseAccess) -> bool:
    when = event.when
    is_day = when is not None and when.start == when.end
    return is_day and when is not None and not event.cancelled and when.last_day <= access.today


def _tells_length(fact: Fact, verb: Term, things: Sequence[Term], access: BaseAccess) -> bool:
    """Whether a statement has the deed, the thing and a length of time."""
    says = {key for term in access.lexicon.read(fact.says) for key, level in term.keys if level >= Level.ROOT}
    met = all(any(key in says for key, _ in term.keys) for term in (verb, *things))
    return met and any(value.kind is ValueKind.DURATION for value in values_of(fact))
