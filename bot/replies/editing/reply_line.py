"""A reply in one line, for editors to compare before and after an edit."""

from __future__ import annotations

from bot.replies.truncation import shorten
from knowledge.results import Answer, Choices, Refusal, Result

_LONGEST = 300
REFUSED = "отказ"
TALK = "ответ на приветствие и подобное"


def one_line(result: Result) -> str:
    """The text of the reply without date and source, which an edit rarely changes."""
    match result:
        case Answer(shown=()):
            return TALK
        case Answer(shown=shown):
            return shorten(" ".join(dict.fromkeys(one.fact.says for one in shown)), _LONGEST)
        case Choices(options=options):
            return shorten("выбор: " + " / ".join(option.label for option in options), _LONGEST)
        case Refusal():
            return REFUSED
