"""The engine's reply to a question: an answer, a choice or a refusal, each with its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactId, Person
from knowledge.facts.partial_date import PartialDate


class Form(StrEnum):
    """The form of the answer that a question asks for; a contract of `ask --jsonl`."""

    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    HOW_MANY = "how-many"
    HOW_MUCH = "how-much"
    HOW_LONG = "how-long"
    UNTIL = "until"
    WHICH = "which"
    COMPARE = "compare"
    ORDER = "order"
    LIST = "list"
    SUMMARY = "summary"
    REASON = "reason"
    PURPOSE = "purpose"
    QUOTE = "quote"
    SOURCE = "source"
    YES_NO = "yes-no"
    WISH = "wish"
    OTHER = "other"


class Slot(StrEnum):
    """The kind of thing that a question asks for."""

    STATEMENT = "statement"
    """The statement itself: what, which, tell me about, what did X say."""
    PERSON = "person"
    SPEAKER = "speaker"
    """Who said it."""
    PLACE = "place"
    DATE = "date"
    POST = "post"
    SIDE = "side"
    NUMBER = "number"
    REASON = "reason"
    PURPOSE = "purpose"
    MANNER = "manner"
    YES_NO = "yes-no"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person of an answer; `role` is the pack's word, None where the person is only mentioned."""

    person: Person
    role: str | None = None


Value = str | EdtfDate | tuple[Participant, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One fact of an answer. `value` is the part asked for; None where that is the statement."""

    fact: Fact
    slot: Slot
    value: Value = None
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


class Polarity(StrEnum):
    """What a question of yes or no gets first."""

    YES = "yes"
    NO = "no"
    """The base holds another value of what can have but one."""
    PLANNED = "planned"
    """It was planned; whether it came about is not held."""
    SET = "set"
    """Some are named; of others nothing is said."""
    COARSER = "coarser"
    """The base is less exact than the question."""
    OPEN = "open"
    """A value is held that neither confirms nor denies."""


Held = str | EdtfDate | tuple[Participant, ...]
"""A value as the base has it: words of a statement, a date, people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNoLead:
    """The first line of an answer to a proposition. `held`: what the base has instead of `given`."""

    polarity: Polarity
    held: Held | None = None
    given: str = ""
    """The reader's own words for the value that is denied."""
    denying: bool = False
    """Whether the question itself denies («не приехал?»), so that a bare «да» would be unclear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLead:
    """The value asked for. `missing`: what of it the base does not say: `day`, `clock`, `month`."""

    held: Held
    missing: str = ""
    computed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLead:
    """How long until, since or between: from `low` to `high` units (`day`, `week`, `month`, `year`)."""

    span: str
    low: int
    high: int
    unit: str
    dates: tuple[EdtfDate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLead:
    """Things by their dates, the earliest first; `known` is False where the dates do not tell which is."""

    items: tuple[tuple[str, EdtfDate], ...]
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLead:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLead:
    """What a digest is of: a title, a few more words, the event whose record goes with it."""

    title: str
    about: str = ""
    event: Event | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JointLead:
    """The first lines of a question that asks for several things."""

    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtremeLead:
    """The part of a statement with the largest or smallest value, or how far two are apart."""

    text: str
    computed: bool = False


Lead = YesNoLead | ValueLead | SpanLead | OrderLead | ListLead | DigestLead | JointLead | ExtremeLead


class Wish(StrEnum):
    """What a reader wants of the bot itself; each opens the screen of a command."""

    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    SUBSCRIPTIONS = "subscriptions"
    REMIND = "remind"
    FORGET = "forget"
    MY_DATA = "mydata"
    PRIVACY = "privacy"
    REPORT = "report"
    STOP = "stop"
    SOURCE = "source"
    TODAY = "today"
    TIMEZONE = "timezone"
    TOPICS = "topics"
    WHY = "why"
    HUMAN = "human"
    ACT = "act"
    """Something that the bot cannot do: «запишите меня к врачу»."""
    INSULT = "insult"
    ENGLISH = "english"


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
    before: Duration | None = None
    """How long before the event."""
    after: Duration | None = None
    """How long from now."""
    in_days: int | None = None
    """0 is today."""
    weekday: int | None = None
    """0 is Monday: the next one."""
    date: PartialDate | None = None
    """A day and its month; the year may be unknown."""
    clock: int | None = None
    """In minutes since midnight."""

    @property
    def says_when(self) -> bool:
        return self != WishedReminder(event=self.event, unknown=self.unknown)


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
    TOO_LONG = "too-long"
    BAD_INPUT = "bad-input"


class Lack(StrEnum):
    """What the fact nearest to a refused question does not give."""

    VALUE = "value"
    """The kind of value that `slot` names."""
    CLOCK = "clock"
    START = "start"
    """The time of day at which it begins."""


class Reading(StrEnum):
    """How a word of the question was read."""

    SAME = "same"
    SYNONYM = "synonym"
    DERIVED = "derived"
    ASKING = "asking"
    """A question word or its noun, which says what is asked."""
    FUNCTION = "function"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTrace:
    """A word as the reader wrote it and as it was read: another one where its spelling was corrected."""

    written: str
    read: str
    reading: Reading

    @property
    def repaired(self) -> bool:
        return self.written != self.read


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why the result is what it is, for `/why`. Scores are 0..1."""

    understood: str = ""
    """The question with its spelling corrected and ellipsis filled."""
    corrected: str = ""
    """The message as typed with its misspelt words replaced; empty where none that matters was."""
    slot: Slot = Slot.STATEMENT
    words: tuple[WordTrace, ...] = ()
    carried: tuple[str, ...] = ()
    """Words carried over from the conversation."""
    best: FactId | None = None
    score: float = 0.0
    runner_up: FactId | None = None
    runner_up_score: float = 0.0


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
    form: Form = Form.OTHER
    lead: Lead | None = None
    """The first line, where the statement itself is not the answer as asked."""
    events: tuple[Event, ...] = ()
    """Events whose records answer, with or without a fact."""
    small_talk: SmallTalk | None = None
    wish: Wish | None = None
    reminder: WishedReminder | None = None
    """What a wish to be reminded says."""
    unanswered: tuple[Unanswered, ...] = ()
    why: Explanation = Explanation()


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
    form: Form = Form.OTHER
    why: Explanation = Explanation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The base has no answer. `near` offers the nearest facts, best first, three at most."""

    rule: str
    confidence: float
    reason: Reason
    slot: Slot = Slot.STATEMENT
    named: tuple[str, ...] = ()
    """Words of the question, as typed, that occur nowhere in the base."""
    apart: tuple[str, ...] = ()
    """Two words of the question that the base has, though never together."""
    asked: str = ""
    """The question as typed, where it may be repeated before «не сказано»."""
    is_certain: bool = False
    """Whether the base surely has no answer: neither the name or number, nor the value in the fact met."""
    lacks: Lack | None = None
    """The value that a fact met by all other words of the question does not give."""
    said: Fact | None = None
    """What is said instead, where it is asked what is not so."""
    near: tuple[Option, ...] = ()
    form: Form = Form.OTHER
    why: Explanation = Explanation()


Result = Answer | Choices | Refusal
