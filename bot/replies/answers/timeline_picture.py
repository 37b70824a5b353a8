"""The timeline as a picture for a phone: a day is a point, a month or season a bar, today a line.

The colours are readable in a light and in a dark chat.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.dates import format_date

from bot.replies import dates
from bot.replies.answers.timeline import Entry

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

SHOWN = 12
"""Entries at most: those nearest to today."""
_WIDTH, _LEFT, _RIGHT, _TOP, _LANE = 1080, 60, 1020, 130, 152
_PAPER, _INK, _FAINT, _GRID = "#f4f1ea", "#22303c", "#6b7680", "#d9d3c7"
_PAST, _AHEAD, _NOW = "#8a949c", "#1f6f8b", "#c8553d"
_TITLE_LINES, _NARROW = 2, 420
_POINT = 13
"""The radius of a day."""
_OPEN = 90
"""The length of a bar whose first day is open."""
_FONT = Path(__file__).parents[1] / "editing" / "fonts" / "DejaVuSans-ru.ttf"


def draw(entries: Sequence[Entry], today: date) -> bytes:
    """A PNG. Run it off the event loop: it takes some tens of milliseconds."""
    from PIL import Image, ImageDraw

    shown = _nearest(entries, today)
    height = _TOP + _LANE * len(shown) + 40
    picture = Image.new("RGB", (_WIDTH, height), _PAPER)
    pen = ImageDraw.Draw(picture)
    scale = _scale(shown, today)
    _draw_months(pen, scale, height)
    _draw_now(pen, scale, today, height)
    for lane, entry in enumerate(shown):
        _draw_entry(pen, scale, entry, _TOP + _LANE * lane, today)
    file = io.BytesIO()
    picture.save(file, format="png", optimize=True)
    return file.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Days to pixels."""

    first: date
    last: date

    def x(self, day: date) -> float:
        within = min(max(day, self.first), self.last)
        return _LEFT + (_RIGHT - _LEFT) * (within - self.first).days / max((self.last - self.first).days, 1)


def _nearest(entries: Sequence[Entry], today: date) -> list[Entry]:
    nearest = sorted(entries, key=lambda one: abs((one.when.last_day - today).days))[:SHOWN]
    return [one for one in entries if one in nearest]


def _scale(shown: Sequence[Entry], today: date) -> _Scale:
    """All entries with a margin; today too, unless it is far off: then it stands at the edge."""
    first = min((one.when.first_day or one.when.last_day for one in shown), default=today)
    last = max((one.when.last_day for one in shown), default=today)
    span = max((last - first).days, 60)
    margin = timedelta(days=span // 12 + 1)
    near = timedelta(days=span // 3)
    first, last = min(first, max(today, first - near)), max(last, min(today, last + near))
    return _Scale(first=first - margin, last=last + margin)


def _draw_months(pen: ImageDraw.ImageDraw, scale: _Scale, height: int) -> None:
    """Ticks at months, or years where months would stand too close."""
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month
    step = next(one for one in (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000) if months / one <= 6)
    number = scale.first.year * 12 + scale.first.month
    number += -(number - 1) % step
    while (year := (number - 1) // 12) <= scale.last.year and year < date.max.year:
        day = date(year, (number - 1) % 12 + 1, 1)
        if scale.first <= day <= scale.last:
            x = scale.x(day)
            pen.line((x, 80, x, height - 20), _GRID, 2)
            pattern = "LLL y" if step < 12 else "y"
            pen.text((x, 50), format_date(day, pattern, locale="ru"), _FAINT, _font(24), anchor="mm")
        number += step


def _draw_entry(pen: ImageDraw.ImageDraw, scale: _Scale, entry: Entry, top: int, today: date) -> None:
    colour = _PAST if entry.has_passed(today) or entry.cancelled else _AHEAD
    middle, end = top + 20, scale.x(entry.when.last_day)
    first = entry.when.first_day
    start = max(end - _OPEN, _LEFT) if first is None else scale.x(first)
    if entry.when.first_day == entry.when.last_day:
        corners = (start - _POINT, middle - _POINT, start + _POINT, middle + _POINT)
        pen.ellipse(corners, fill=colour)
    else:
        bar = (start, middle - _POINT + 3, max(end, start + 2 * _POINT), middle + _POINT - 3)
        pen.rounded_rectangle(bar, radius=_POINT - 3, fill=colour)
    when = dates.short(entry.when) + entry.mark(today)
    _write(pen, [when], start - _POINT, top + 46, _FAINT, 24)
    _write(pen, _wrapped(entry.title, pen), start - _POINT, top + 80, _INK, 28)


def _write(pen: ImageDraw.ImageDraw, lines: Sequence[str], x: float, top: int, ink: str, size: int) -> None:
    """Lines one below the other, under the mark at `x` as far as they have room."""
    font = _font(size)
    x = max(min(x, _RIGHT - max(pen.textlength(line, font) for line in lines)), _LEFT)
    for number, line in enumerate(lines):
        place = (x, top + 34 * number)
        pen.rectangle(pen.textbbox(place, line, font, anchor="lm"), fill=_PAPER)
        pen.text(place, line, ink, font, anchor="lm", stroke_width=5, stroke_fill=_PAPER)


def _wrapped(text: str, pen: ImageDraw.ImageDraw) -> list[str]:
    """At most two lines of the text, as even as its words allow; what they do not hold is cut off."""
    for room in range(_NARROW, _RIGHT - _LEFT, 40):
        lines = _lines(text, pen, room)
        if len(lines) <= _TITLE_LINES:
            return lines
    lines = _lines(text, pen, _RIGHT - _LEFT - 20)
    return (
        lines if len(lines) <= _TITLE_LINES else [*lines[: _TITLE_LINES - 1], f"{lines[_TITLE_LINES - 1]}…"]
    )


def _lines(text: str, pen: ImageDraw.ImageDraw, room: int) -> list[str]:
    lines, font = [""], _font(28)
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, font) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_now(pen: ImageDraw.ImageDraw, scale: _Scale, today: date, height: int) -> None:
    x = scale.x(today)
    pen.line((x, 84, x, height - 16), _NOW, 4)
    near = scale.first <= today <= scale.last
    text = "сейчас" if near else f"сейчас: {format_date(today, 'LLL y', locale='ru')}"
    anchor = "rm" if x > _WIDTH * 0.8 else "lm" if x < _WIDTH * 0.2 else "mm"
    pen.text((x, 92), text, _NOW, _font(24), anchor=anchor, stroke_width=6, stroke_fill=_PAPER)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(_FONT, size)
