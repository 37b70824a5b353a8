"""/stats as a chart: questions by day and outcome. The only module that draws."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel.dates import format_date

from bot.records.statistics import DailyQuestions, Statistics
from bot.replies.editing import statistics as words

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_WIDTH, _HEIGHT = 1200, 600
_LEFT, _RIGHT, _TOP, _BOTTOM = 80, 1170, 80, 545
"""Pixels: the field of the bars."""
_SERIES = (("Ответы", "#2e7d4f"), ("Уточнения", "#e0a526"), ("Отказы", "#b8452f"))
_LABELS = 10
"""Labels on the day axis at most; with more days, every second, third, … is labelled."""
_LEAST_DAYS = 4
"""The axis has room for so many days at least: one day is no bar across the picture."""
_LINES = 6
"""Lines of the grid at most."""
_INK, _GRID = "#333333", "#dddddd"
_FONT = Path(__file__).with_name("fonts") / "DejaVuSans-ru.ttf"
"""DejaVu Sans without the letters that Russian does not need: a slim system has no font."""


def draw(found: Statistics) -> bytes:
    """A PNG. Run it off the event loop: it takes some tens of milliseconds."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (_WIDTH, _HEIGHT), "white")
    pen = ImageDraw.Draw(picture)
    title = f"Вопросы читателей: всего {found.asked}"
    pen.text((_LEFT, 20), title, _INK, _font(24))
    days = found.days_with_data
    scale = _Scale(days=max(len(days), _LEAST_DAYS), top=max(max(map(sum, _heights(days))), 4))
    _draw_grid(pen, scale)
    for place, heights in enumerate(_heights(days)):
        _draw_bar(pen, scale, place, heights)
    _draw_days(pen, scale, days)
    if found.asked:
        _draw_legend(pen)
    else:
        pen.text(((_LEFT + _RIGHT) / 2, (_TOP + _BOTTOM) / 2), words.QUIET, _INK, _font(22), anchor="mm")
    file = io.BytesIO()
    picture.save(file, format="png", optimize=True)
    return file.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Places and counts in pixels. `top`: the greatest count."""

    days: int
    top: int

    @property
    def step(self) -> int:
        """Between lines of the grid: 1, 2 or 5 times a power of ten."""
        power = 1
        while True:
            for factor in (1, 2, 5):
                if self.top <= factor * power * _LINES:
                    return factor * power
            power *= 10

    def x(self, place: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * place / self.days

    def y(self, count: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * count / (self.top * 1.1)


def _draw_grid(pen: ImageDraw.ImageDraw, scale: _Scale) -> None:
    for count in range(0, scale.top + 1, scale.step):
        y = scale.y(count)
        pen.line((_LEFT, y, _RIGHT, y), _INK if count == 0 else _GRID)
        pen.text((_LEFT - 10, y), str(count), _INK, _font(16), anchor="rm")


def _draw_bar(pen: ImageDraw.ImageDraw, scale: _Scale, place: int, heights: Sequence[int]) -> None:
    below = 0
    for (_, colour), height in zip(_SERIES, heights, strict=True):
        if height:
            corners = (scale.x(place + 0.1), scale.y(below + height), scale.x(place + 0.9), scale.y(below))
            pen.rectangle(corners, colour)
        below += height


def _draw_days(pen: ImageDraw.ImageDraw, scale: _Scale, days: Sequence[DailyQuestions]) -> None:
    """The last day is labelled whatever the step."""
    step = -(-len(days) // _LABELS)
    for place in range(len(days) - 1, -1, -step):
        x = scale.x(place + 0.5)
        pen.line((x, _BOTTOM, x, _BOTTOM + 6), _INK)
        pen.text((x, _BOTTOM + 12), _name(days[place]), _INK, _font(16), anchor="mt")


def _draw_legend(pen: ImageDraw.ImageDraw) -> None:
    x: float = _RIGHT
    for label, colour in reversed(_SERIES):
        x -= pen.textlength(label, _font(17))
        pen.text((x, 36), label, _INK, _font(17), anchor="lm")
        pen.rectangle((x - 26, 28, x - 10, 44), colour)
        x -= 46


def _heights(days: Sequence[DailyQuestions]) -> list[tuple[int, int, int]]:
    return [(day.answered, day.choices, day.refused) for day in days]


def _name(day: DailyQuestions) -> str:
    return format_date(day.day, "d MMM", "ru").rstrip(".")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(_FONT), size)
