"""/stats as a chart: questions by day and outcome. The only module that imports matplotlib."""

from __future__ import annotations

import io
from collections.abc import Sequence

from babel.dates import format_date

from bot.records.statistics import Day, Statistics
from bot.replies.editing import statistics as words

_SIZE, _DPI = (10.0, 5.0), 120
_SERIES = (("Ответы", "#2e7d4f"), ("Уточнения", "#e0a526"), ("Отказы", "#b8452f"))
_LABELS = 10
"""Labels on the day axis at most; with more days, every second, third, … is labelled."""
_INK = "#333333"


def draw(found: Statistics) -> bytes:
    """A PNG. The first call takes a second: run it off the event loop."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    figure = Figure(figsize=_SIZE, dpi=_DPI, layout="constrained")
    FigureCanvasAgg(figure)  # draws without a display
    axes = figure.add_subplot()
    places, below = range(len(found.days)), [0] * len(found.days)
    for (label, colour), heights in zip(_SERIES, _heights(found.days), strict=True):
        axes.bar(places, heights, bottom=below, label=label, color=colour, width=0.8)
        below = [low + height for low, height in zip(below, heights, strict=True)]
    step = -(-len(found.days) // _LABELS)
    named = list(places)[::-1][::step][::-1]
    axes.set_xticks(named, [_name(found.days[place]) for place in named])
    axes.set_xlim(-0.6, len(found.days) - 0.4)
    axes.set_ylim(0, max(*below, 4) * 1.1)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="y", alpha=0.3)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.set_ylabel("Вопросов в день", color=_INK)
    axes.set_title(f"Вопросы читателей: всего {found.asked}", loc="left", color=_INK, fontsize=14)
    if found.asked:
        figure.legend(loc="outside upper right", ncols=len(_SERIES), frameon=False)
    else:
        axes.text(0.5, 0.5, words.QUIET, transform=axes.transAxes, ha="center", fontsize=14, color=_INK)
    file = io.BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _heights(days: Sequence[Day]) -> tuple[list[int], list[int], list[int]]:
    return (
        [day.answered for day in days],
        [day.choices for day in days],
        [day.refused for day in days],
    )


def _name(day: Day) -> str:
    return format_date(day.day, "d MMM", "ru").rstrip(".")
