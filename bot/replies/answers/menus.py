"""Replies to /start, /help and /source: what the base is about and how to ask."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies import dates
from bot.replies.answers import sources
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.model import FactBase

ENGLISH = "I answer in Russian only: please ask in Russian."
ASK = "Спросите своими словами, например:"
HOW_I_ANSWER = (
    "Отвечаю только тем, что есть в базе: с датой, источником и абзацем. Чего в ней нет, о том так и скажу."
)
COMMANDS = (
    ("topics", "все сведения по темам и по времени"),
    ("why", "почему такой ответ"),
    ("source", "откуда сведения"),
    ("cancel", "выйти из любого действия"),
    ("help", "как спрашивать"),
)


def start(base: FactBase, language: str | None = None) -> Reply:
    """What the base is about, with the pack's example questions as buttons.

    `language` is the reader's, as IETF names it: for another than Russian there is a line in English.
    """
    source = base.source
    russian = language is None or language.partition("-")[0] == "ru"
    english = "" if russian else f"\n\n{ENGLISH}"
    return Reply(parts=(Text(f"{source.about}\n\n{HOW_I_ANSWER}{english}\n\n{ASK}"),), buttons=examples(base))


def help_(base: FactBase, further: Sequence[tuple[str, str]] = ()) -> Reply:
    """How to ask, and the commands; `further`: commands that only Telegram has."""
    asked = "\n".join(f"• {example}" for example in base.source.examples)
    listed = "\n".join(f"/{name} — {about}" for name, about in (*COMMANDS, *further))
    return Reply(
        parts=(Text(f"{base.source.about}\n\n{HOW_I_ANSWER}\n\n{ASK}\n{asked}\n\nКоманды:\n{listed}"),)
    )


def source(base: FactBase) -> Reply:
    """Publisher, place and date of the source, and how the date was inferred."""
    source = base.source
    place = f", {source.place}" if source.place else ""
    parts: list[Part] = [Strong("Источник:"), Text(" "), sources.publisher(source)]
    parts.append(Text(f"{place}, {dates.short(source.published)}\n\n{source.title}\n\n"))
    if source.because:
        parts.append(Text(f"Как выведена дата: {source.because}\n\n"))
    for further in base.sources:
        published = f", {dates.short(further.published)}" if further.published is not None else ""
        parts += [
            Text("Ещё источник: "),
            sources.publisher(further),
            Text(f"{published}\n{further.title}\n\n"),
        ]
    parts.append(Text(f"Фактов в базе: {len(base.facts)}. "))
    parts.append(Emphasis(f"{sources.as_of(source.published)}."))
    return Reply(parts=tuple(parts))


def examples(base: FactBase) -> tuple[tuple[Button, ...], ...]:
    """Buttons with the pack's example questions; the argument is the example's number."""
    return tuple(
        (Button(label=shorten(example), action="example", argument=str(number)),)
        for number, example in enumerate(base.source.examples)
    )


def description(base: FactBase) -> str:
    """The text that Telegram shows in an empty chat, 512 characters at most."""
    return shorten(f"{base.source.about}\n\n{HOW_I_ANSWER}", 512)


def short_description(base: FactBase) -> str:
    """The line in the bot's profile, 120 characters at most."""
    return shorten(base.source.title, 120)
