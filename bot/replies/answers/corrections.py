"""The line that says how a misspelt question was understood."""

from __future__ import annotations

from bot.replies.parts import Emphasis, Part, Text
from knowledge.results import Answer, Choices

UNDERSTOOD = "Понял вопрос как: «{question}»"


def parts(result: Answer | Choices) -> tuple[Part, ...]:
    """An empty line and the line; nothing where no word was read as another."""
    question = result.why.corrected.replace("«", "„").replace("»", "“")
    question = question[:1].upper() + question[1:]
    return (Text("\n\n"), Emphasis(UNDERSTOOD.format(question=question))) if question else ()
