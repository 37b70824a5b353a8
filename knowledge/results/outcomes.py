"""The three outcomes of a question: an answer, a choice, a refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact
from knowledge.results.answer_form import AnswerForm, Slot
from knowledge.results.explanation import NO_EXPLANATION, Explanation
from knowledge.results.leads import ChangeLead, Lead, Participant
from knowledge.results.wishes import Wish, WishedReminder

ShownValue = str | EdtfDate | tuple[Participant, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One fact of an answer. `value` is the part asked for; None where that is the statement."""

    fact: Fact
    slot: Slot
    value: ShownValue = None
    is_runner_up: bool = False
    """A close second, shown in case it was meant; left out where a message asks several questions."""


class SmallTalk(StrEnum):
    GREETING = "greeting"
    FAREWELL = "farewell"
    THANKS = "thanks"
    WHO_ARE_YOU = "who-are-you"
    HOW_ARE_YOU = "how-are-you"
    HELP = "help"
    PRAISE = "praise"
    COMPLAINT = "complaint"
    AGREEMENT = "agreement"
    SOURCE = "source"
    """Where all this is from: answered by the pack's source, not by a fact."""
    TOLD_ALL = "told-all"
    """The reader asks for more, and nothing is left."""


class Reason(StrEnum):
    """Why a question is refused."""

    NO_WORDS = "no-words"
    """No content words: noise, digits, emoji, only function words."""
    OFF_TOPIC = "off-topic"
    """No fact is near."""
    NO_SUCH_NUMBER = "no-such-number"
    """An ordinal, number or date that the base does not have; `named` quotes it."""
    NO_SUCH_ENTITY = "no-such-entity"
    """A person, place or country that the base does not have, or has in other facts."""
    NO_SUCH_SLOT = "no-such-slot"
    """The base has the subject of the question, but not the kind of thing asked for (`slot`)."""
    UNACCOUNTED = "unaccounted"
    """Content words that the best fact does not have; `named` quotes them."""
    NEGATED = "negated"
    """What is not so is asked; the base says only what is so."""
    NO_CONTEXT = "no-context"
    """A follow-up («А где?») with no question before it."""
    NOTHING_EARLIER = "nothing-earlier"
    """No event is held before the one told of last."""
    NOTHING_LATER = "nothing-later"
    AS_TYPED = "as-typed"
    """Without its corrections it is not understood."""
    TOO_LONG = "too-long"
    BAD_INPUT = "bad-input"


class Lack(StrEnum):
    """What the fact nearest to a refused question does not give."""

    VALUE = "value"
    """The kind of value that `slot` names."""
    CLOCK = "clock"
    START = "start"
    """The time of day at which it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """The clause of a double question that the base does not answer."""

    text: str
    reason: Reason
    slot: Slot = Slot.STATEMENT
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Facts that answer, or `small_talk` without facts."""

    rule: str
    confidence: float
    shown: tuple[Shown, ...] = ()
    form: AnswerForm = AnswerForm.OTHER
    lead: Lead | None = None
    """The first line, where the statement itself is not the answer as asked."""
    events: tuple[Event, ...] = ()
    """Events whose records answer, with or without a fact."""
    further: tuple[Fact, ...] = field(default=(), compare=False)
    """Of a digest: what comes next where the reader asks for more."""
    small_talk: SmallTalk | None = None
    wish: Wish | None = None
    reminder: WishedReminder | None = None
    """What a wish to be reminded says."""
    unanswered: tuple[Unanswered, ...] = ()
    why: Explanation = NO_EXPLANATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the facts on offer; `label` is an example question of the pack."""

    fact: Fact
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Two to four facts, one of which is believed to answer."""

    rule: str
    confidence: float
    options: tuple[Option, ...]
    form: AnswerForm = AnswerForm.OTHER
    why: Explanation = NO_EXPLANATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The base has no answer. `near` offers the nearest facts, best first, three at most."""

    rule: str
    confidence: float
    reason: Reason
    slot: Slot = Slot.STATEMENT
    named: tuple[str, ...] = ()
    """Words of the question, as typed, that occur nowhere in the base."""
    meant: tuple[str, ...] = ()
    """Of a follow-up, the things carried over from what was said before."""
    apart: tuple[str, ...] = ()
    """Two words of the question that the base has, though never together."""
    asked: str = ""
    """The question as typed, where it may be repeated before «не сказано»."""
    is_certain: bool = False
    """Whether the base surely has no answer: no fact met by all other words gives the attribute asked for."""
    lacks: Lack | None = None
    """The value that a fact met by all other words of the question does not give."""
    said: Fact | None = None
    """What is said instead, where it is asked what is not so."""
    held: ChangeLead | None = None
    """What the event's record has, where it is asked of a change of which nothing is said."""
    near: tuple[Option, ...] = ()
    form: AnswerForm = AnswerForm.OTHER
    why: Explanation = NO_EXPLANATION


Result = Answer | Choices | Refusal
