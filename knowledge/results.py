"""What the engine says to a question: an answer, a choice or a refusal, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactId, Person


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
    """A person in the part asked for; `role` is the pack's word, None where it is a mere mention."""

    person: Person
    role: str | None = None


Value = str | EdtfDate | tuple[Participant, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One fact of an answer. `value` is the part asked for, None where the statement is it."""

    fact: Fact
    slot: Slot
    value: Value = None
    beside: bool = False
    """A close second, shown in case it was meant; of several questions in one it is left out."""


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
    """Where all this is from: no fact, but the pack says it."""


class Reason(StrEnum):
    """Why the base does not answer."""

    NO_WORDS = "no-words"
    """Nothing to look up: noise, digits, emoji, only function words."""
    OFF_TOPIC = "off-topic"
    """The base holds nothing near."""
    NO_SUCH_NUMBER = "no-such-number"
    """An ordinal, number or date that the base holds nothing about; `named` quotes it."""
    NO_SUCH_ENTITY = "no-such-entity"
    """A person, place or country that the base does not hold, or holds elsewhere."""
    NO_SUCH_SLOT = "no-such-slot"
    """The matter is in the base, the kind of thing asked for (`slot`) is not."""
    UNACCOUNTED = "unaccounted"
    """Words that carry meaning and that no fact accounts for; `named` quotes them."""
    NO_CONTEXT = "no-context"
    """«А где?» with nothing asked before."""
    TOO_LONG = "too-long"
    BAD_INPUT = "bad-input"


class Reading(StrEnum):
    """How a word of the question was accounted for."""

    SAME = "same"
    SYNONYM = "synonym"
    DERIVED = "derived"
    ASKING = "asking"
    """A question word or its noun: says what is asked."""
    FUNCTION = "function"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTrace:
    """A word as the reader wrote it, as it was read (where repaired), and its account."""

    written: str
    read: str
    reading: Reading

    @property
    def repaired(self) -> bool:
        return self.written != self.read


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why the verdict is what it is, for `/why`. Scores are 0..1."""

    understood: str = ""
    """The question after repair and after the conversation filled it."""
    slot: Slot = Slot.STATEMENT
    words: tuple[WordTrace, ...] = ()
    carried: tuple[str, ...] = ()
    """Words taken over from the conversation."""
    best: FactId | None = None
    score: float = 0.0
    runner_up: FactId | None = None
    runner_up_score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """The part of a double question that the base does not answer."""

    text: str
    reason: Reason
    slot: Slot = Slot.STATEMENT
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Facts that answer, or `small_talk` with no facts."""

    rule: str
    confidence: float
    shown: tuple[Shown, ...] = ()
    small_talk: SmallTalk | None = None
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
    why: Explanation = Explanation()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """The base does not hold it. `near` are options of nearest facts, best first, at most three."""

    rule: str
    confidence: float
    reason: Reason
    slot: Slot = Slot.STATEMENT
    named: tuple[str, ...] = ()
    """Words of the question, as written, that the base knows nothing about."""
    near: tuple[Option, ...] = ()
    why: Explanation = Explanation()


Result = Answer | Choices | Refusal
