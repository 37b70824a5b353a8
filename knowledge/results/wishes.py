"""What a reader wants of the bot itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.model import Event
from knowledge.facts.partial_date import PartialDate


class Wish(StrEnum):
    """What a reader wants of the bot itself; each opens the screen of a command."""

    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    UNFOLLOW_ALL = "unfollow-all"
    PAUSE = "pause"
    RESUME = "resume"
    SUBSCRIPTIONS = "subscriptions"
    REMIND = "remind"
    UNREMIND = "unremind"
    """Switch one reminder off: «не напоминай за неделю», «отмени напоминание завтра»."""
    POSTPONE = "postpone"
    """Another hour of the reminders, or a reminder again later: «отложи на час»."""
    FORGET = "forget"
    MY_DATA = "mydata"
    PRIVACY = "privacy"
    REPORT = "report"
    STOP = "stop"
    SOURCE = "source"
    TODAY = "today"
    TIMEZONE = "timezone"
    QUIET = "quiet"
    NO_QUIET = "noquiet"
    TOPICS = "topics"
    WHY = "why"
    REPEAT = "repeat"
    """The last answer once more."""
    HUMAN = "human"
    ACT = "act"
    """Something that the bot cannot do: «запишите меня к врачу»."""
    INSULT = "insult"
    ENGLISH = "english"


class EditorWishKind(StrEnum):
    """What an editor wants of the base; each opens the screen of a command, `FIX` that of «Исправить»."""

    NEW = "new"
    FIX = "fix"
    HISTORY = "history"
    INBOX = "inbox"
    DRAFTS = "drafts"
    EXPORT = "export"
    STATS = "stats"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorWish:
    """`said`: what follows the wish, as typed."""

    kind: EditorWishKind
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Months are not counted in days: a month before 31 March is the last day of February."""

    months: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WishedReminder:
    """What «напомни за 3 дня до второго диалога в 9 утра» says; None where it says nothing of it."""

    event: Event | None = None
    unknown: tuple[str, ...] = ()
    """Words for an event that the base does not have, as typed."""
    new_events: bool = False
    """Whether events that are not held yet are meant: «следи за новыми событиями»."""
    before: Duration | None = None
    """How long before the event."""
    also: tuple[Duration, ...] = ()
    """More such lengths, each for a reminder of its own: «за день и за час»."""
    instead: tuple[Duration, ...] = ()
    """Lengths that no reminder is wanted of any more: «за неделю, а не за 3 дня»."""
    after: Duration | None = None
    """How long from now."""
    in_days: int | None = None
    """0 is today."""
    weekday: int | None = None
    """0 is Monday: the next one."""
    date: PartialDate | None = None
    """A day and its month; the year may be unknown. Without a day only where the time is `vague`."""
    vague: str = ""
    """A time that names no day, as typed: «в июне», «на следующей неделе»."""
    clock: int | None = None
    """In minutes since midnight."""
    repeats: str = ""
    """How often, as typed: «каждый день»."""
    impossible: str = ""
    """A day or an hour that does not exist, as typed: «30 февраля», «25:00»."""
    zone: str = ""
    """Whose clock is meant («по Москве»), in the nominative; empty for the reader's own."""

    @property
    def says_when(self) -> bool:
        return self != WishedReminder(
            event=self.event, unknown=self.unknown, new_events=self.new_events, zone=self.zone
        )

    @property
    def is_clear(self) -> bool:
        """Whether it says when, or no event that the base lacks."""
        return self.says_when or not self.unknown
