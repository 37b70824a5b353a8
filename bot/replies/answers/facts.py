"""Facts as an answer: each statement unchanged, then its date, source and "as of" in one folded quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.replies import dates
from bot.replies.answers import moved_dates, sources, standing_records, timeliness
from bot.replies.editing.sources import EDITORS_WORD
from bot.replies.followups.zone_names import zone_words
from bot.replies.parts import Part, Quote, Text
from knowledge.decision.context.event_records import is_superseded
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Event, Fact, FactBase, FactId
from knowledge.results import Answer, EventsLead, JointLead, Lead, Polarity, Slot, SpanLead, YesNoLead

EARLIER = "Ранее сообщалось"
_SAME = str.maketrans("", "", " .,:;«»\"'—–-\n•")


def body(
    answer: Answer, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate], lead: str
) -> tuple[Text, ...]:
    """The statements, each once, and what the calendar adds: below a single one, beside one of several."""
    facts, notes = _facts(answer), _notes(answer, base, now, changed, lead)
    said = [(fact, "" if _says_all(lead, fact.says) else _statement(fact, base, lead)) for fact in facts]
    if len(facts) > 1:
        lines = [" ".join([statement, *notes.pop(fact.id, ())]) for fact, statement in said]
    else:
        lines = [statement for _, statement in said]
    if not answer.shown and not isinstance(answer.lead, EventsLead):
        lines += [standing_records.of_event(event) for event in answer.events]
    lines.append("\n".join(note for some in notes.values() for note in some))
    text = "\n\n".join(line.strip() for line in lines if line.strip())
    return (Text(text),) if text else ()


def _facts(answer: Answer) -> list[Fact]:
    return list(dict.fromkeys(one.fact for one in answer.shown))


def _telling(events: Sequence[Event], base: FactBase) -> list[Fact]:
    """For records shown without a fact: one about them of each source, unless the main one tells of them."""
    about = [fact for event in events for fact in base.facts if event.id in fact.about]
    by_source = {base.source_of(fact).id: fact for fact in reversed(about)}
    told = () if base.source.id in by_source else by_source.values()
    return [replace(fact, paragraph=None, basis=Basis.STATED) for fact in told]


def _says_all(lead: str, says: str) -> bool:
    """Whether a statement adds nothing to the line before it."""
    return bool(lead) and says.translate(_SAME).casefold() in lead.translate(_SAME).casefold()


def _statement(fact: Fact, base: FactBase, lead: str) -> str:
    says = f"{EARLIER}: {fact.says}" if is_superseded(fact, base) else fact.says
    return " ".join(filter(None, (standing_records.before(fact, base, lead), says)))


def _notes(
    answer: Answer, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate], lead: str
) -> dict[FactId | None, list[str]]:
    """What the calendar adds, each note with the last fact that it holds of, or with none."""
    is_said = _says_planned(answer.lead)
    owners: dict[str, FactId | None] = {}
    for event in answer.events if not answer.shown else ():
        owners |= dict.fromkeys(timeliness.not_vouched(event.until, now.date()))
    for fact in _facts(answer):
        known = sources.known_day(fact, base, changed)
        passed = timeliness.passed(known)
        standing = filter(None, [standing_records.after(fact, base, lead)])
        for note in (*standing, *timeliness.notes(fact, base, known, now.date())):
            if not is_said or note != passed:
                owners[note] = fact.id
    notes: dict[FactId | None, list[str]] = {}
    for note, owner in owners.items():
        notes.setdefault(owner, []).append(note)
    return notes


def _says_planned(lead: Lead | None) -> bool:
    """Whether the first line says already that it is not known whether it took place."""
    match lead:
        case YesNoLead(polarity=polarity):
            return polarity is Polarity.PLANNED
        case SpanLead(planned=planned):
            return planned
        case JointLead(leads=leads):
            return any(map(_says_planned, leads))
    return False


def footing(
    answer: Answer, base: FactBase, changed: Mapping[FactId, EdtfDate], shown: str
) -> tuple[Part, ...]:
    """The folded quote: the date where it adds something, the source, "as of", that something was inferred.

    `shown` is the text above it, of which nothing is said again.
    """
    facts = _facts(answer)
    cited = facts or _telling(answer.events, base)
    if not cited and answer.events and all(base.originals.get(one.id, one) is None for one in answer.events):
        return (Text("\n\n"), Quote((Text(f"{sources.SOURCE}{EDITORS_WORD}"),)))
    known = max(
        (sources.known_day(fact, base, changed) for fact in cited),
        key=lambda day: day.last_day,
        default=base.source.published,
    )
    inner: list[sources.QuotePart] = []
    when = facts[0].when if len(facts) == 1 and _adds_date(facts[0], base, answer, shown) else None
    if when is not None:
        inner.append(Text(f"Дата: {dates.short(when)}\n"))
    dated: dict[str, None] = {}
    for fact in facts if when is None else ():
        known_then = sources.known_day(fact, base, changed)
        dated |= dict.fromkeys(timeliness.event_dates(fact, base, known_then, shown))
    about = (base.event_by_id[one] for fact in facts for one in fact.about if one in base.event_by_id)
    events = (*answer.events, *about)
    told = moved_dates.with_whose_word(dated, events, cited, base, shown)
    inner += [Text(f"{line}\n") for line in (*told, *_zone(events, base, shown))]
    is_said = timeliness.passed(known) in shown
    return (Text("\n\n"), Quote((*inner, *sources.quote(cited, base, known, is_said=is_said))))


def _zone(events: Sequence[Event], base: FactBase, shown: str) -> Iterator[str]:
    """Whose clock it is, where the text above has the hour of an event's record."""
    points = (
        point for event in events if event.when is not None for point in (event.when.start, event.when.end)
    )
    clocks = (f"{point.clock:%H:%M}" for point in points if point is not None and point.clock is not None)
    if any(clock in shown for clock in clocks):
        words = zone_words(base.source.zone)
        yield f"{words[:1].upper()}{words[1:]}"


def _adds_date(fact: Fact, base: FactBase, answer: Answer, shown: str) -> bool:
    """Whether a fact's date is news: not of a post, and not in the text above."""
    if fact.when is None or any(one.slot in (Slot.POST, Slot.SIDE) for one in answer.shown):
        return False
    people = (base.person_by_id[part.person] for part in fact.people if part.person in base.person_by_id)
    is_post = any(one.post and one.name in fact.says and one.post in fact.says for one in people)
    return not is_post and str(fact.when.end.year) not in shown
