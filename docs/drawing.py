"""Draws conversations as a messenger shows them: bubbles, bold labels, quotes, buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import matplotlib as mpl
from PIL import Image, ImageDraw, ImageFont

from bot.replies.parts import Emphasis, Link, Part, Quote, Reply, Strong

SCALE = 2
"""Pixels a point: sharp on high-density screens."""
SCREEN, MARGIN, PAD, GAP = 430 * SCALE, 14 * SCALE, 12 * SCALE, 10 * SCALE
BUBBLE = 350 * SCALE
SIZE, LEADING = 14 * SCALE, 20 * SCALE
ROUND = 14 * SCALE
BACKGROUND, OUTGOING, INCOMING, QUOTED = "#d5e3d0", "#e2fbc9", "#ffffff", "#eaf2fb"
INK, SOFT, ACCENT = "#1c1c1c", "#5d6b75", "#3390d6"
FACES = {"plain": "DejaVuSans.ttf", "bold": "DejaVuSans-Bold.ttf", "italic": "DejaVuSans-Oblique.ttf"}


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    face: str = "plain"
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Line:
    words: tuple[Word, ...]
    quoted: bool = False

    @property
    def height(self) -> int:
        """Pixels; an empty line has half the height."""
        return LEADING if self.words else LEADING // 2


@cache
def _font(face: str) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(Path(mpl.get_data_path(), "fonts", "ttf", FACES[face]), SIZE)


def draw(screens: Sequence[Sequence[tuple[str, Reply]]], to: Path) -> None:
    """One picture of all `screens` (questions with their replies) side by side."""
    columns = [[bubble for turn in screen for bubble in _bubbles(*turn)] for screen in screens]
    height = max(sum(bubble.height + GAP for bubble in column) for column in columns) + 2 * MARGIN - GAP
    image = Image.new("RGB", (SCREEN * len(columns), height), BACKGROUND)
    canvas = ImageDraw.Draw(image)
    for number, column in enumerate(columns):
        left, top = number * SCREEN, MARGIN
        for bubble in column:
            bubble.draw(canvas, left, top)
            top += bubble.height + GAP
        if number:
            canvas.line([(left, 0), (left, height)], fill="#b5c7b0", width=SCALE)
    image.save(to, optimize=True)


@dataclass(frozen=True, slots=True)
class Bubble:
    lines: tuple[Line, ...]
    outgoing: bool
    buttons: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        widest = max(sum(_width(word) for word in line.words) for line in self.lines)
        return BUBBLE if self.buttons else min(BUBBLE, int(widest) + 2 * PAD)

    @property
    def height(self) -> int:
        return self.text_height + len(self.buttons) * (LEADING + GAP + 4 * SCALE)

    @property
    def text_height(self) -> int:
        return sum(line.height for line in self.lines) + 2 * PAD

    def draw(self, canvas: ImageDraw.ImageDraw, left: int, top: int) -> None:
        x = left + (SCREEN - MARGIN - self.width if self.outgoing else MARGIN)
        bottom = top + self.text_height
        canvas.rounded_rectangle(
            (x, top, x + self.width, bottom), ROUND, OUTGOING if self.outgoing else INCOMING
        )
        y = top + PAD
        for line in self.lines:
            _draw_line(canvas, line, x, y, self.width)
            y += line.height
        for label in self.buttons:
            _draw_button(canvas, label, x, bottom + 4 * SCALE, self.width)
            bottom += LEADING + GAP + 4 * SCALE


def _draw_line(canvas: ImageDraw.ImageDraw, line: Line, x: int, y: int, width: int) -> None:
    at = float(x + PAD)
    if line.quoted:
        edge = x + PAD - 6 * SCALE
        canvas.rectangle((edge, y, x + width - PAD // 2, y + LEADING - 1), QUOTED)
        canvas.rectangle((edge, y, edge + 3 * SCALE, y + LEADING - 1), ACCENT)
        at += 4 * SCALE
    for word in line.words:
        canvas.text((at, y + SCALE), word.text, word.colour, _font(word.face))
        at += _width(word)


def _draw_button(canvas: ImageDraw.ImageDraw, label: str, x: int, y: int, width: int) -> None:
    canvas.rounded_rectangle((x, y, x + width, y + LEADING + GAP), ROUND // 2, "#b9cfb1")
    middle = x + (width - _width(Word(label))) / 2
    canvas.text((middle, y + GAP // 2 + SCALE), label, INK, _font("plain"))


def _bubbles(question: str, reply: Reply) -> tuple[Bubble, Bubble]:
    asked = Bubble(tuple(_wrap(_words([Word(question)]), quoted=False)), outgoing=True)
    labels = tuple(button.label for row in reply.buttons for button in row)
    return asked, Bubble(tuple(_lines(reply.parts)), outgoing=False, buttons=labels)


def _lines(parts: Sequence[Part]) -> Iterator[Line]:
    """Wrapped lines; a quote starts a line of its own."""
    pending: list[Word] = []
    for part in parts:
        if isinstance(part, Quote):
            yield from _wrap(_words(pending), quoted=False)
            yield from _wrap(_words([_word(inner, SOFT) for inner in part.parts]), quoted=True)
            pending = []
        else:
            pending.append(_word(part))
    yield from _wrap(_words(pending), quoted=False)


def _word(part: Part, colour: str = INK) -> Word:
    assert not isinstance(part, Quote)
    faces = {Strong: "bold", Emphasis: "italic"}
    return Word(part.text, faces.get(type(part), "plain"), ACCENT if isinstance(part, Link) else colour)


def _words(runs: Sequence[Word]) -> Iterator[Word]:
    """Single words, each with the space after it, and line breaks."""
    for run in runs:
        for number, line in enumerate(run.text.split("\n")):
            if number:
                yield Word("\n")
            for piece in line.replace(" ", " \x00").split("\x00"):
                if piece:
                    yield Word(piece, run.face, run.colour)


def _wrap(words: Iterator[Word], *, quoted: bool) -> Iterator[Line]:
    line: list[Word] = []
    width, room = 0.0, BUBBLE - 2 * PAD - (6 * SCALE if quoted else 0)
    for word in words:
        if word.text == "\n" or (line and width + _width(Word(word.text.rstrip(), word.face)) > room):
            yield Line(tuple(line), quoted)
            line, width = [], 0.0
        if word.text != "\n":
            line.append(word)
            width += _width(word)
    if line:
        yield Line(tuple(line), quoted)


def _width(word: Word) -> float:
    return _font(word.face).getlength(word.text)
