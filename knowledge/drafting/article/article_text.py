"""An article's text as title, dateline and numbered paragraphs of sentences; turns of an interview."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from knowledge.drafting.article.dateline import Dateline, read_dateline, read_header
from knowledge.drafting.article.sentence_splitter import split_sentences

_END_MARK = re.compile(r"\s*-{1,2}0-{1,2}\s*$")
_TURN = re.compile(r"^[—–-]+\s+")
_NAMED_TURN = re.compile(r"^(?P<who>[А-ЯЁ][^:?!.»]{1,60}|[А-ЯЁ]\. ?[А-ЯЁ][а-яё-]+):\s+(?=[А-ЯЁ«\"0-9—])")
_HEADING = 110
"""A first line up to this length that ends no sentence is a title."""
_SUBHEADING = 60
_MOST_HEADERS = 4
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """`number` counts from 1. `turn`: whose words they are in an interview; `asks`: they are a question."""

    number: int
    text: str
    sentences: tuple[str, ...]
    turn: str | None = None
    is_turn: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    title: str | None
    dateline: Dateline
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def read_article(text: str) -> Article:
    """Never fails: what has no dateline has an empty one."""
    lines = [line for line in (_plain(line) for line in text.lstrip("\ufeff").splitlines()) if line]
    title, dateline, body = _without_headers(lines)
    if body:
        found, body[0] = read_dateline(body[0])
        dateline = dateline.joined(found)
    if len(body) > 1 and (signed := read_header(body[-1])) is not None and len(body[-1]) < _HEADING:
        dateline, body = dateline.joined(signed), body[:-1]
    paragraphs = tuple(
        _paragraph(number, line) for number, line in enumerate((one for one in body if one), 1)
    )
    return Article(title=title, dateline=dateline, paragraphs=paragraphs)


def _plain(line: str) -> str:
    printable = "".join(char if char == "\t" or unicodedata.category(char)[0] != "C" else "" for char in line)
    composed = unicodedata.normalize("NFC", printable).replace("\u0301", "")
    marked = _END_MARK.sub("", composed).lstrip("#*> ").replace("**", "")
    return _SPACES.sub(" ", re.sub(r"\s--\s", " — ", marked)).strip()


def _without_headers(lines: list[str]) -> tuple[str | None, Dateline, list[str]]:
    """The title, what header lines tell of the source, and the paragraphs below them."""
    title, dateline = None, Dateline()
    body = list(lines)
    for _ in range(_MOST_HEADERS):
        if len(body) < 2:
            break
        head = read_header(body[0])
        if head is not None:
            dateline = dateline.joined(head)
        elif title is None and _is_title(body[0]):
            title = body[0].rstrip(".")
        else:
            break
        body = body[1:]
    return title, dateline, body


def _is_title(line: str) -> bool:
    return len(line) <= _HEADING and line[-1] not in ".:;,…" and not _TURN.match(line)


def _paragraph(number: int, line: str) -> Paragraph:
    turn, text = None, line
    if named := _NAMED_TURN.match(line):
        turn, text = named["who"], line[named.end() :]
    is_turn = turn is not None or _TURN.match(line) is not None
    text = _TURN.sub("", text)
    made = Paragraph(number=number, text=text, sentences=tuple(split_sentences(text)), is_turn=is_turn)
    asks = text.rstrip('»" ').endswith("?") and (is_turn or len(made.sentences) <= 3)
    return replace(made, turn=turn, asks=asks)
