"""Reads of what, and when, a reader wants to be reminded: «напомни за 3 дня до второго диалога в 9 утра»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.facts.model import Event
from knowledge.language.tokens import Token
from knowledge.results import WishedReminder
from knowledge.understanding.reminder_times import IGNORED, OPENING, read_times
from knowledge.understanding.vague_times import VagueTime

Resolver = Callable[[str], tuple[Event | None, tuple[str, ...]]]
"""Takes words; returns the event that they name and those that it lacks."""


def read_reminder(text: str, resolve: Resolver) -> WishedReminder:
    """What a wish to be reminded says. `resolve` gets the words that speak of no time."""
    reader = read_times(text)
    vague = reader.take_vague()
    named = _joined(reader.left())
    event, unknown = resolve(named) if named else (None, ())
    if vague.typed and event is not None and not unknown and vague.fits(event):
        vague = VagueTime()  # «о диалоге в июне» tells which dialogue
    elif vague.typed and (named or reader.says_day):
        whole, lacking = resolve(_joined(sorted((*reader.left(), *vague.tokens), key=lambda one: one.start)))
        if reader.says_day or (whole is not None and not lacking):  # «о визите в сентябре» is its name
            event, unknown, vague = whole, lacking, VagueTime()
    said = reader.said if not vague.typed else {"date": vague.date, **reader.said, "vague": vague.typed}
    return WishedReminder(event=event, unknown=unknown, **said)


def _joined(words: Sequence[Token]) -> str:
    return " ".join(token.written for token in words)


def begins_with_time(text: str) -> bool:
    """Whether the first word that is no filler belongs to the time that the text says."""
    reader = read_times(text)
    vague = reader.take_vague()
    ahead = [one for one in reader.tokens if one.word not in IGNORED or one.word in OPENING]
    told = bool(reader.said) or bool(vague.typed)
    return told and bool(ahead) and (reader.is_taken(ahead[0]) or ahead[0].word in OPENING)


def goes_on_as_reminder(text: str) -> bool:
    """Whether nothing follows, or first a word of request or of the time: «… напомни о диалоге»."""
    reader = read_times(text)
    return not reader.tokens or reader.tokens[0].word in IGNORED or reader.is_taken(reader.tokens[0])


def says_only_when(text: str) -> bool:
    """Whether no word is left beside the time and the words of request."""
    reader = read_times(text)
    reader.take_vague()
    return not reader.left()
