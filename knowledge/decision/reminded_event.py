"""Which event a wish to be reminded means, by the events of the base and the conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from knowledge.conversation import Conversation
from knowledge.decision.event_records import event_of
from knowledge.facts.model import Event
from knowledge.results import WishedReminder
from knowledge.retrieval.event_resolver import EventResolver
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.wished_reminders import read_reminder


def wished_reminder(
    text: str, conversation: Conversation, now: datetime, searcher: Searcher
) -> WishedReminder:
    """What a wish to be reminded says; an event that is not named is the one last spoken of."""
    today = now.astimezone(ZoneInfo(searcher.base.source.zone)).date()
    reminder = read_reminder(text, lambda words: _event_named(words, today, searcher))
    known = (searcher.base.fact_by_id[one] for one in conversation.facts if one in searcher.base.fact_by_id)
    spoken_of = next((event for fact in known if (event := event_of(fact, searcher.base))), None)
    if reminder.event is None and not reminder.unknown:
        return replace(reminder, event=spoken_of)
    return reminder


def _event_named(words: str, today: date, searcher: Searcher) -> tuple[Event | None, tuple[str, ...]]:
    """The event that words name (one ahead, if they fit it as well) and the words that it lacks."""
    terms = searcher.lexicon.read(searcher.spell_checker.repair(words).text)
    ahead = replace(searcher.base, events=tuple(one for one in searcher.base.events if _is_ahead(one, today)))
    resolvers = (EventResolver(ahead, searcher.lexicon), searcher.events)
    event, lacking = min((one.resolve(terms) for one in resolvers), key=lambda found: len(found[1]))
    return event, tuple(term.token.written for term in lacking)


def _is_ahead(event: Event, today: date) -> bool:
    return not event.cancelled and event.when is not None and event.when.last_day >= today
