"""The message to a reader whose error report an editor has settled."""

from __future__ import annotations

from bot.replies.parts import Part, Quote, Reply, Strong, Text
from bot.replies.truncation import shorten

CORRECTED = "Спасибо: ошибку, о которой вы сообщили, исправили."
KEPT = "Редактор проверил ответ, о котором вы сообщили. Он остаётся прежним."
_LENGTH = 200


def corrected(question: str, says: str | None) -> Reply:
    """`says`: what the fact of the answer says now; None where the base has it no more."""
    now: tuple[Part, ...] = () if says is None else (Text("\nТеперь:\n"), Quote((Text(says),)))
    return Reply(parts=(Strong(CORRECTED), _asked(question), *now))


def kept(question: str) -> Reply:
    """The answer was found right."""
    return Reply(parts=(Strong(KEPT), _asked(question)))


def _asked(question: str) -> Text:
    return Text(f"\nВопрос: «{shorten(question, _LENGTH)}»")
