"""The reminder for editors: what is soon no longer vouched for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies import dates
from bot.replies.answers.buttons import FIX
from bot.replies.parts import Button, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact

_SHOWN = 10
HEAD = "Скоро устареет, проверьте"


def reminder(found: Sequence[tuple[Fact | Event, EdtfDate]]) -> Reply:
    lines, rows = [], []
    for number, (entity, until) in enumerate(found[:_SHOWN], 1):
        text = entity.says if isinstance(entity, Fact) else f"Событие «{entity.title}»"
        lines.append(f"{number}. {shorten(text, 200)}\n    Верно по {dates.accusative(until)}.")
        form = "fact" if isinstance(entity, Fact) else "event"
        label = FIX if len(found) == 1 else f"{FIX}: {number}"
        rows.append((Button(label=label, action="fix", argument=f"{entity.id}:{form}:"),))
    if len(found) > _SHOWN:
        lines.append(f"… и ещё {len(found) - _SHOWN}")
    after = "\nПосле этого дня бот будет предупреждать читателей, что как сейчас, он не знает."
    return Reply(parts=(Strong(HEAD), Text("\n" + "\n".join(lines) + after)), buttons=tuple(rows))
