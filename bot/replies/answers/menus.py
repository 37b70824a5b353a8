"""Replies to /start, /help and /source: what the base is about and how to ask."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.replies import dates
from bot.replies.answers import sources
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.model import Fact, FactBase

ENGLISH = "I answer in Russian only: please ask in Russian."
ASK = "Спросите своими словами, например:"
IN_WORDS = (
    "Можно и словами: «напомни за три дня», «мои подписки», «отпиши меня». "
    "Об ошибке в ответе сообщает кнопка под ним."
)
HOW_I_ANSWER = "Отвечаю только по базе: с датой, источником и абзацем. Чего в ней нет, о том так и скажу."
COMMANDS = (
    ("topics", "все сведения по темам и по времени"),
    ("why", "почему такой ответ"),
    ("source", "откуда сведения"),
    ("cancel", "выйти из любого действия"),
    ("help", "как спрашивать"),
)
TELEGRAM_COMMANDS = (
    ("timeline", "что было и что будет, с рисунком"),
    ("people", "кто есть кто и что сказал"),
)
"""Commands that a terminal does not have."""
GROUP_COMMANDS = (
    "topics",
    "timeline",
    "people",
    "why",
    "source",
    "follow",
    "subscriptions",
    "timezone",
    "help",
)
"""What a group's menu has: what is personal works in a private chat only."""
ENGLISH_COMMANDS = {
    "topics": "all facts by topic",
    "timeline": "what was and what is to come",
    "people": "who is who",
    "why": "why this answer",
    "source": "where the facts come from",
    "cancel": "leave what was begun",
    "help": "how to ask (in Russian)",
    "follow": "be reminded of events",
    "subscriptions": "what you follow",
    "timezone": "time zone and quiet hours",
    "privacy": "what is stored about you",
    "mydata": "get all that is stored about you",
    "forget": "delete all that is stored about you",
}


def start(base: FactBase, language: str | None = None, hidden: Collection[int] = ()) -> Reply:
    """What the base is about, with the pack's example questions as buttons, but for the `hidden` ones.

    `language` is the reader's, as IETF names it: for another than Russian there is a line in English.
    """
    source = base.source
    russian = language is None or language.partition("-")[0] == "ru"
    english = "" if russian else f"\n\n{ENGLISH}"
    told = f"{source.about}\n\n{HOW_I_ANSWER}{english}\n\n{ASK}"
    return Reply(parts=(Text(told),), buttons=examples(base, hidden))


def help_(
    base: FactBase,
    further: Sequence[tuple[str, str]] = (),
    hidden: Collection[int] = (),
    *,
    private: bool = True,
) -> Reply:
    """How to ask, and the commands, in a group without the private ones.

    `further`: commands that only Telegram has.
    """
    shown = (example for place, example in enumerate(base.source.examples) if place not in hidden)
    asked = "\n".join(f"• {example}" for example in shown)
    named = [one for one in (*COMMANDS, *further) if private or one[0] in GROUP_COMMANDS]
    listed = "\n".join(f"/{name} — {about}" for name, about in named)
    words = f"\n\n{IN_WORDS}" if further else ""
    return Reply(parts=(Text(f"{ASK}\n{asked}\n\nКоманды:\n{listed}{words}"),))


def source(base: FactBase, last: Sequence[Fact] = ()) -> Reply:
    """Publisher, place and date of the source, and how the date was inferred.

    `last`: facts of the last answer.
    """
    source = base.source
    place = f", {source.place}" if source.place else ""
    told = f"Прошлый ответ: {sources.places(last, base)}.\n\n" if last else ""
    parts: list[Part] = [
        *([Text(told)] if told else ()),
        Strong("Источник:"),
        Text(" "),
        sources.publisher(source),
    ]
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


def examples(base: FactBase, hidden: Collection[int] = ()) -> tuple[tuple[Button, ...], ...]:
    """Buttons with the pack's example questions; the argument is the example's number."""
    return tuple(
        (Button(label=shorten(example), action="example", argument=str(number)),)
        for number, example in enumerate(base.source.examples)
        if number not in hidden
    )


def description(base: FactBase) -> str:
    """The text that Telegram shows in an empty chat, 512 characters at most."""
    return shorten(f"{base.source.about}\n\n{HOW_I_ANSWER}", 512)


def description_in_english(base: FactBase) -> str:
    return shorten(f"I answer questions in Russian, only from a checked base: {base.source.title}", 512)


def short_description(base: FactBase) -> str:
    """The line in the bot's profile, 120 characters at most."""
    return shorten(base.source.title, 120)
