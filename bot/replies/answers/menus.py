"""Replies to /start, /help and /source: what the base is about and how to ask it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies import dates
from bot.replies.answers import sources
from bot.replies.answers.options import shorten
from bot.replies.parts import Button, Emphasis, Link, Part, Reply, Strong, Text
from knowledge.facts.model import FactBase

ASK = "Спросите своими словами, например:"
PROMISE = (
    "Отвечаю только тем, что есть в базе: с датой, источником и абзацем. Чего в ней нет, о том так и скажу."
)
COMMANDS = (
    ("topics", "все сведения по темам и по времени"),
    ("why", "почему такой ответ"),
    ("source", "откуда сведения"),
    ("cancel", "выйти из любого действия"),
    ("help", "как спрашивать"),
)


def start(base: FactBase) -> Reply:
    """The first minute: what this is about, and the pack's examples as buttons."""
    source = base.source
    return Reply(parts=(Text(f"{source.about}\n\n{PROMISE}\n\n{ASK}"),), buttons=examples(base))


def help_(base: FactBase, further: Sequence[tuple[str, str]] = ()) -> Reply:
    """How to ask, and the commands; `further` ones exist in Telegram alone."""
    asked = "\n".join(f"• {example}" for example in base.source.examples)
    listed = "\n".join(f"/{name} — {about}" for name, about in (*COMMANDS, *further))
    return Reply(parts=(Text(f"{base.source.about}\n\n{PROMISE}\n\n{ASK}\n{asked}\n\nКоманды:\n{listed}"),))


def source(base: FactBase) -> Reply:
    """Publisher, place and date of the source, and what of its date was inferred."""
    source = base.source
    name: Part = Link(source.publisher, source.url) if source.url else Text(source.publisher)
    place = f", {source.place}" if source.place else ""
    parts: list[Part] = [Strong("Источник:"), Text(" "), name]
    parts.append(Text(f"{place}, {dates.short(source.published)}\n\n{source.title}\n\n"))
    if source.because:
        parts.append(Text(f"Как выведена дата: {source.because}\n\n"))
    parts.append(Text(f"Фактов в базе: {len(base.facts)}. "))
    parts.append(Emphasis(f"{sources.as_of(source.published)}."))
    return Reply(parts=tuple(parts))


def examples(base: FactBase) -> tuple[tuple[Button, ...], ...]:
    """The pack's example questions; the argument is the number of the example."""
    return tuple(
        (Button(label=shorten(example), action="example", argument=str(number)),)
        for number, example in enumerate(base.source.examples)
    )


def description(base: FactBase) -> str:
    """What Telegram shows in an empty chat; at most 512 characters."""
    return shorten(f"{base.source.about}\n\n{PROMISE}", 512)


def short_description(base: FactBase) -> str:
    """The line in the bot's profile; at most 120 characters."""
    return shorten(base.source.title, 120)
