"""How long until, since and between: from the dates of the base and the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.differences import told_differences
from knowledge.decision.context.event_edges import awaited_edge
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.times.dated_parts import dated_parts
from knowledge.decision.times.dated_things import Dated, find_dated
from knowledge.decision.times.held_lengths import asks_of_way, is_held, tells_length_itself
from knowledge.decision.times.time_spans import CLOCK_AND_CALENDAR, UNITS, span_between
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, OrderLead, Shown, Slot, SpanLead, YesNoLead
from knowledge.retrieval.event_resolver import main_event
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question
from knowledge.understanding.request import Span

_REMAINING = read_groups("calendar/groups")["remain"]
_OWN = frozenset({"1per", "2per", "infn"})
"""Marks of a verb of which the asker may be the subject."""
_WAITING = read_words("verbs/waiting")
_OF_CLOCK = ("hour", "minute")
_START = read_groups("function_words/prepositions")["range_start"]
_END = read_groups("function_words/prepositions")["range_end"]
_BEFORE = _START | {"за"}
_LONG = read_groups("calendar/groups")["long"]
_NO_THINGS = read_groups("calendar/groups")["no_thing"]
_TIMELY = CLOCK_AND_CALENDAR.keys() | _NO_THINGS
_LEAST = 2
_BETWEEN = read_groups("function_words/prepositions")["between"]


def answer_time(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer to a question about a length of time, None where the dates are not found."""
    request = context.search.question.request
    if not _asks_time(context) or _is_told_otherwise(context):
        return None
    match request.span:
        case Span.UNTIL:
            return _between(context, access) if _names_two(context) else _until(context, access)
        case Span.SINCE:
            two = None if _names_one_whole(context, access) else _between(context, access)
            return two or (None if _numbers_none(context, access) else _since(context, access))
        case Span.BETWEEN:
            return _between(context, access) or (_since(context, access) if _names_start(context) else None)
    return None


def _asks_time(context: RuleContext) -> bool:
    """«Сколько стоит билет до Пекина» and «сколько доз осталось» ask for no length of time."""
    question = context.search.question
    counted = question.counted_place
    if question.request.form is AnswerForm.COMPARE:
        return True  # «насколько позже визита»
    if counted is not None and not _is_governed(question, counted) and _is_genitive(question, counted):
        lemmas = question.terms[counted].morphology.lemmas
        span = question.request.span
        # «Сколько минут пройдёт от вылета до посадки» too
        is_between = span is Span.BETWEEN or (span is Span.SINCE and _names_two(context))
        known = CLOCK_AND_CALENDAR if is_between else UNITS
        return any(lemma in known or lemma in _NO_THINGS or lemma in _LONG for lemma in lemmas)
    return question.request.measure in (None, ValueKind.DURATION)


def _is_told_otherwise(context: RuleContext) -> bool:
    """«На сколько обогнала» of «обогнала на 0,3»: the nearest fact tells by how much, and not in time."""
    best, question = context.best, context.search.question
    if best is None or question.request.span is not Span.BETWEEN or question.counted_place is not None:
        return False
    return any(one.kind is not ValueKind.DURATION for one in told_differences(best.fact))


def _is_genitive(question: Question, counted: int) -> bool:
    """«На сколько публикация отстаёт» counts no publications."""
    return question.terms[counted].morphology.genitive


def _is_governed(question: Question, counted: int) -> bool:
    """«Сколько до второго финала», «через сколько после визита Си»: a preposition stands before the noun."""
    start = max((at for at in question.asking_places if at < counted), default=-1)
    return any(term.morphology.first_pos == "PREP" for term in question.terms[start + 1 : counted])


def _names_start(context: RuleContext) -> bool:
    """«Сколько прошло с диалога»: only where it begins is named."""
    return any(term.word in _START for term in context.search.question.terms)


def _names_two(context: RuleContext) -> bool:
    """«До диалога после визита», «от визита до диалога», «за сколько дней до диалога был визит»."""
    words = [term.word for term in context.search.question.terms]
    until = words.index("до") if "до" in words else 0
    return "после" in words or not _BEFORE.isdisjoint(words[:until])


def _numbers_none(context: RuleContext, access: BaseAccess) -> bool:
    """«Между вторым и третьим» where there is no third: from the other alone nothing is counted."""
    terms = context.search.question.terms
    if not any(term.word in _BETWEEN for term in terms):
        return False
    held = frozenset().union(*map(access.resolver.keys_of, access.base.events))
    numbers = {key for term in terms for key, level in term.keys if level is Level.LEMMA and key[0] == "№"}
    return not numbers <= held


def _names_one_whole(context: RuleContext, access: BaseAccess) -> bool:
    """«С открытия линии до Заречья»: the title of one event has every word, «до» too; that of «Суд о
    забастовке» names no «с забастовки до суда»."""
    question = context.search.question
    words = {term.word for term in question.terms}
    event, lacking = access.resolver.resolve(
        [question.terms[at] for at in question.content_places if at not in question.asking_places],
        question.terms,
    )
    if event is None or any(term.word_class is WordClass.CONTENT for term in lacking):
        return False
    between = words & _END if words & _START else frozenset()
    return between <= {term.word for term in access.lexicon.read(event.title)}


def _until(context: RuleContext, access: BaseAccess) -> Answer | None:
    if any(term.word == "за" for term in context.search.question.terms) or is_told(context):
        return None
    if is_held(context) or asks_of_way(context.search.question, access):
        return None
    thing = _thing(context.search.question, access)
    if thing is None or thing.when.first_day is None or tells_length_itself(context, thing):
        return None
    if (_waits(context) and thing.fact is not None) or _somebody_waits(context):
        return None  # «Сколько минут ждать трамвая?»: not how long until a fact's own day
    today = EdtfDate.parse(access.today.isoformat())
    if thing.when.last_day < access.today:
        return dated_answer(context, _passed("passed", thing, today, context), (thing,), (thing.when,))
    when = thing.when
    if thing.when.first_day > access.today:
        when = awaited_edge(thing.when, context.search.question)
    return dated_answer(context, span_between("until", today, when, context), (thing,), (when,))


def _waits(context: RuleContext) -> bool:
    """Whether it is asked how long one waits, in a unit of the clock."""
    lemmas = {lemma for term in context.search.question.terms for lemma in term.morphology.lemmas}
    return bool(lemmas & _WAITING) and any(CLOCK_AND_CALENDAR.get(one) in _OF_CLOCK for one in lemmas)


def _somebody_waits(context: RuleContext) -> bool:
    """«А сколько ждёт?» asks of others, perhaps how many they are."""
    verbs = (term for term in context.search.question.terms if term.morphology.first_pos == "VERB")
    return any(
        _WAITING.intersection(term.morphology.lemmas) and not term.morphology.moods & _OWN for term in verbs
    )


def is_told(context: RuleContext) -> bool:
    """«Через какое время сбросили ступень?» asks what was; «сколько осталось» counts from now."""
    return any(
        "past" in term.morphology.moods
        and term.morphology.first_pos == "VERB"
        and not _REMAINING.intersection(term.morphology.lemmas)
        for term in context.search.question.terms
    )


def _since(context: RuleContext, access: BaseAccess) -> Answer | None:
    thing = _thing(context.search.question, access)
    if thing is None or thing.when.first_day is None or thing.when.first_day > access.today:
        return None
    if tells_length_itself(context, thing):
        return None
    today = EdtfDate.parse(access.today.isoformat())
    return dated_answer(context, _passed("since", thing, today, context), (thing,), (thing.when,))


def _passed(span: str, thing: Dated, today: EdtfDate, context: RuleContext) -> SpanLead:
    """The time since a thing; of a day that the source only plans it is not held that it took place."""
    lead = span_between(span, thing.when, today, context)
    events = (
        [thing.event.id] if thing.event is not None else thing.fact.about if thing.fact is not None else ()
    )
    cancelled = any(context.base.event_by_id[one].cancelled for one in events)
    return replace(lead, planned=is_ahead(thing.when, context.base) and not cancelled)


def _between(context: RuleContext, access: BaseAccess) -> Answer | None:
    things = dated_parts(context.search.question, access)
    if len(things) < _LEAST:
        things = _chained(context, access)
    if len(things) < _LEAST or (
        _names_gap_only(context.search.question) and not all(t.event for t in things)
    ):
        return None
    if tells_length_itself(context, *things):
        return None  # «За сколько до вылета закроют регистрацию?» of «за 40 минут до вылета»
    first, second = sorted(things[:2], key=lambda one: one.when.last_day)
    if first.when.first_day is None or second.when.first_day is None:
        return None  # «Not later than» is no day to count from.
    if _counts_back(context) and not (_is_moment(first.when) and _is_moment(second.when)):
        return None  # From its beginning or from its end?
    lead = span_between("between", first.when, second.when, context)
    return dated_answer(context, lead, (first, second), (first.when, second.when))


def _names_gap_only(question: Question) -> bool:
    """«Каков разрыв между требуемым и предложенным?»: of what is no event, it need not be of time."""
    is_verb = (term.morphology.first_pos in ("VERB", "INFN") for term in question.terms)
    is_between = any(term.word in _BETWEEN for term in question.terms)
    return (
        is_between
        and question.counted_place is None
        and Slot.NUMBER not in question.slots
        and not any(is_verb)
    )


def _counts_back(context: RuleContext) -> bool:
    """«За сколько дней до диалога», «на сколько дней раньше»."""
    request = context.search.question.request
    return request.form is AnswerForm.COMPARE or request.span is Span.UNTIL


def _is_moment(when: EdtfDate) -> bool:
    return when.start == when.end


def _chained(context: RuleContext, access: BaseAccess) -> list[Dated]:
    """«Сколько между ними прошло?»: the two events of which one follows the other, if there are but two."""
    if not any(term.word in _BETWEEN for term in context.search.question.terms):
        return []
    by_id = access.base.event_by_id
    pairs = [
        (by_id[one.follows], one)
        for one in access.base.events
        if one.follows is not None and one.follows in by_id
    ]
    if len(pairs) != 1:
        return []
    if not _names_only(pairs[0], context, access):
        return []  # «разрыв между требуемой и предложенной прибавкой»
    return [Dated(title=one.title, when=one.when, event=one) for one in pairs[0] if one.when is not None]


def _names_only(pair: Sequence[Event], context: RuleContext, access: BaseAccess) -> bool:
    """Whether each noun and ordinal after «между» is of the two events, or only of time."""
    terms = context.search.question.terms
    first = next((at for at, term in enumerate(terms) if term.word in _BETWEEN), len(terms))
    keys = frozenset().union(*map(access.resolver.keys_of, pair))
    return all(
        any(key in keys for key, _ in term.keys) or bool(_TIMELY.intersection(term.morphology.lemmas))
        for term in terms[first:]
        if term.morphology.first_pos == "NOUN" or any(key[0] == "№" for key, _ in term.keys)
    )


def _thing(question: Question, access: BaseAccess) -> Dated | None:
    found = find_dated(question, access)
    if found is not None:
        return found
    event = main_event(access.base) if not _named(question) else None
    return (
        Dated(title=event.title, when=event.when, event=event)
        if event is not None and event.when is not None
        else None
    )


def _named(question: Question) -> bool:
    return any(
        question.terms[at].morphology.first_pos == "NOUN" and at not in question.head_places
        for at in question.content_places
    )


def dated_answer(
    context: RuleContext,
    lead: SpanLead | OrderLead | YesNoLead,
    things: Sequence[Dated],
    dates: tuple[EdtfDate, ...],
) -> Answer:
    """An answer computed from dates, with the facts that tell them."""
    if isinstance(lead, SpanLead):
        lead = replace(lead, dates=dates)
    facts = [_fact_of(one, context.base) for one in things]
    shown = tuple(Shown(fact=fact, slot=Slot.DATE) for fact in dict.fromkeys(facts) if fact is not None)
    return Answer(
        rule="time",
        confidence=0.85,
        shown=shown,
        events=tuple(one.event for one in things if one.event is not None),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )


def _fact_of(thing: Dated, base: FactBase) -> Fact | None:
    """The fact that tells the date: the thing itself, else one about the event that names a date."""
    if thing.fact is not None or thing.event is None:
        return thing.fact
    about = [fact for fact in base.facts if fact.about[:1] == (thing.event.id,) and fact.said_by is None]
    dated = (fact for fact in about if any(value.kind is ValueKind.DATE for value in values_of(fact)))
    return next(dated, next(iter(about), None))
