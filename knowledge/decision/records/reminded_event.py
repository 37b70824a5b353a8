"""Which event a wish to be reminded, or to follow, means, by the events of the base and the conversation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from knowledge.conversation import Conversation
from knowledge.data.tables import read_words
from knowledge.decision.context.event_records import event_of
from knowledge.facts.model import Event
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens
from knowledge.results import Wish, WishedReminder
from knowledge.retrieval.event_resolver import EventResolver
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.wished_reminders import read_reminder

_OF_FOLLOWING = read_words("requests/follow_words") | read_words("requests/wish_fillers")
_VERBS = ("VERB", "INFN")


def wished_reminder(
    text: str, conversation: Conversation, now: datetime, searcher: Searcher
) -> WishedReminder:
    """What a wish to be reminded says; an event that is not named is the one last spoken of.

    Where it says no time, an event is told only if no other fits as well; one of the past only if named.
    """
    today = _today(now, searcher)
    named: list[str] = []

    def resolve(words: str) -> tuple[Event | None, tuple[str, ...]]:
        named.append(words)
        return _event_named(words, today, searcher)

    reminder = read_reminder(text, resolve)
    if named or reminder.unknown:
        alone = reminder.says_when or not named or reminder.unknown
        return (
            reminder
            if alone
            else replace(reminder, event=_only_one(_terms(named[0], searcher), today, searcher))
        )
    known = (searcher.base.fact_by_id[one] for one in conversation.facts if one in searcher.base.fact_by_id)
    spoken_of = next((event for fact in known if (event := event_of(fact, searcher.base))), None)
    if spoken_of is None or not _is_ahead(spoken_of, today):
        return reminder
    return replace(reminder, event=spoken_of)


def followed_event(text: str, now: datetime, searcher: Searcher) -> Event | None:
    """The one event that a wish to follow names («следи за вторым диалогом»), one ahead before others."""
    return _only_one(_naming(text, searcher), _today(now, searcher), searcher)


def unfollowed_event(text: str, now: datetime, searcher: Searcher) -> WishedReminder:
    """The event that a wish to stop names («отпишись от второго диалога»), else the words that name none."""
    event = followed_event(text, now, searcher)
    if event is not None:
        return WishedReminder(event=event)
    _, lacking = searcher.events.resolve(_naming(text, searcher))
    return WishedReminder(unknown=tuple(term.token.written for term in lacking))


def _names_new_events(text: str) -> bool:
    words = [frozenset({token.word, *analyse(token.word).lemmas}) for token in tokens(text)]
    return bool(find_phrases("new_events", words))


def _naming(text: str, searcher: Searcher) -> list[Term]:
    """The words of a wish that may name an event."""
    return [
        term
        for term in _terms(text, searcher)
        if term.morphology.first_pos not in _VERBS and not _OF_FOLLOWING.intersection(term.morphology.lemmas)
    ]


def _only_one(terms: list[Term], today: date, searcher: Searcher) -> Event | None:
    found = searcher.events.with_all(terms)
    ahead = [event for event in found if _is_ahead(event, today)]
    fitting = ahead or found
    return fitting[0] if len(fitting) == 1 else None


def _event_named(words: str, today: date, searcher: Searcher) -> tuple[Event | None, tuple[str, ...]]:
    """The event that words name (one ahead, if they fit it as well) and the words that it lacks."""
    terms = _terms(words, searcher)
    ahead = replace(searcher.base, events=tuple(one for one in searcher.base.events if _is_ahead(one, today)))
    resolvers = (EventResolver(ahead, searcher.lexicon), searcher.events)
    event, lacking = min((one.resolve(terms) for one in resolvers), key=lambda found: len(found[1]))
    return event, tuple(term.token.written for term in lacking)


def _terms(words: str, searcher: Searcher) -> list[Term]:
    return list(searcher.lexicon.read(searcher.spell_checker.repair(words).text))


def _today(now: datetime, searcher: Searcher) -> date:
    return now.astimezone(ZoneInfo(searcher.base.source.zone)).date()


def _is_ahead(event: Event, today: date) -> bool:
    return not event.cancelled and event.when is not None and event.when.last_day >= today


def reminder_of(
    wish: Wish | None, text: str, conversation: Conversation, now: datetime, searcher: Searcher
) -> WishedReminder | None:
    """Of what, and when, a wish to be reminded or to follow speaks."""
    if wish in (Wish.REMIND, Wish.UNREMIND, Wish.POSTPONE):
        return wished_reminder(text, conversation, now, searcher)
    if wish in (Wish.UNFOLLOW, Wish.PAUSE, Wish.RESUME):
        return unfollowed_event(text, now, searcher)
    if wish is Wish.FOLLOW:
        event = followed_event(text, now, searcher)
        return WishedReminder(event=event, new_events=event is None and _names_new_events(text))
    return None
