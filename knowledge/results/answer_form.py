"""What a question asks for: the form of the answer, and the slot that it fills."""

from __future__ import annotations

from enum import StrEnum


class AnswerForm(StrEnum):
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
