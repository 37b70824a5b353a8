"""What a link opens: a question with its answer, or a friendly page where the link is wrong or old."""

from __future__ import annotations

from collections.abc import Collection

from bot.replies.answers import menus
from bot.replies.parts import Button, Emphasis, Link, Reply, Text
from knowledge.facts.model import FactBase

ASK_BOT = "Спросить у бота"
NOTHING_FOUND = "Ничего не нашлось. Спросить у бота"
_WRONG = "По этой ссылке уже ничего нет: сведение сняли, или ссылка неполная."


def asked(question: str, answer: Reply) -> Reply:
    """The reader sees only «/start»: the question stands above its answer."""
    return Reply(parts=(Emphasis(f"«{question}»"), Text("\n\n"), *answer.parts), buttons=answer.buttons)


def wrong(base: FactBase, hidden: Collection[int] = ()) -> Reply:
    """What the base is about, with its examples."""
    page = menus.start(base, hidden=hidden)
    return Reply(parts=(Text(f"{_WRONG}\n\n"), *page.parts), buttons=page.buttons)


def shared(answer: Reply, address: str) -> Reply:
    """An answer that is sent to another chat: without buttons, with a link to the bot."""
    return Reply(parts=(*answer.parts, Text("\n\n"), Link(ASK_BOT, address)))


def share_button(question: str) -> Button:
    """Opens the inline mode with the question in a chat of the reader's choice."""
    return Button(label="Поделиться", action="share", argument=question)
