"""Where an editor has a fact from: a source of the base, a new one, or the editor's own word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.editing.forms.slugs import propose_id
from bot.replies.editing.sources import BY_EDITOR, EDITORS_WORD
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Fact, FactBase, FurtherSource
from knowledge.facts.serialization import key_of
from knowledge.language.date_errors import DateParseError
from knowledge.language.date_parser import parse_russian_date

WORD_ID = "editor-"
"""How the id of an editor's own word begins; the day follows."""
_ADDRESS = re.compile(r"https?://[^\s/]+\.\S+")
_LONGEST = 300
_ANY_DAY = date(2000, 1, 1)
"""Where only whether it is a date matters."""


def with_source(
    changes: Sequence[Change], given: str | None, base: FactBase, today: date
) -> tuple[Change, ...]:
    """The changes, with the source of their facts: an id, BY_EDITOR (also where none is given), or a text.

    A text is a title, a date and a link, each on its own line; it is a new source unless the base has it.
    """
    given = (given or BY_EDITOR).strip()
    found = _known(given, base)
    if found is not None or _is_main(given, base):
        return tuple(_sourced(one, found) for one in changes)
    is_own_word = given.casefold() in (BY_EDITOR, EDITORS_WORD)
    new = _by_editor(today) if is_own_word else _described(given, base, today)
    known = next((one for one in base.sources if replace(one, id=new.id) == new), None)
    source = known or new
    added = () if known else (Change(key=key_of(source), before=None, after=source),)
    return (*added, *(_sourced(one, source.id) for one in changes))


def without_used_sources(changes: Sequence[Change], base: FactBase) -> tuple[Change, ...]:
    """The changes less those that retire a source which facts have after them."""
    used = {fact.source for fact in overwrite(base, changes).every_fact}
    return tuple(one for one in changes if not (_retires_source(one) and one.key.id in used))


def _retires_source(change: Change) -> bool:
    return isinstance(change.before, FurtherSource) and change.after is None


def unread_line(text: str) -> str | None:
    """The first line below the title that is neither a date, with its year, nor a link."""
    below = (_ADDRESS.sub("", line).strip(" ,;") for line in text.strip().splitlines()[1:])
    return next((line for line in below if line and not dict(_dates([line], _ANY_DAY))), None)


def _sourced(change: Change, source: str | None) -> Change:
    """A paragraph is one of the old source."""
    before, after = change.before, change.after
    if not isinstance(after, Fact):
        return change
    if isinstance(before, Fact) and before.source != source and after.paragraph == before.paragraph:
        after = replace(after, paragraph=None)
    return replace(change, after=replace(after, source=source))


def _known(given: str, base: FactBase) -> str | None:
    """The id of a further source by its id, title or publisher."""
    plain = given.strip().casefold()
    for one in base.sources:
        if plain in (one.id, one.title.casefold(), (one.publisher or "").casefold()):
            return one.id
    return None


def _is_main(given: str, base: FactBase) -> bool:
    plain = given.strip().casefold()
    return plain in (base.source.id, base.source.title.casefold(), base.source.publisher.casefold())


def _by_editor(today: date) -> FurtherSource:
    """One for each day, so that readers see how old the editor's word is."""
    day = CalendarDate(today.year, today.month, today.day)
    return FurtherSource(id=f"{WORD_ID}{today}", title=EDITORS_WORD, published=EdtfDate(day, day))


def _described(text: str, base: FactBase, today: date) -> FurtherSource:
    url = _ADDRESS.search(text)
    lines = [line.strip(" ,;") for line in _ADDRESS.sub("", text).splitlines()]
    dates = dict(_dates([line for line in lines if line], today))
    title = " ".join(line for line in lines if line and line not in dates)[:_LONGEST]
    title = title or (url.group() if url else text.strip()[:_LONGEST])
    taken = {base.source.id, *(one.id for one in base.sources)}
    return FurtherSource(
        id=propose_id(title, taken),
        title=title,
        published=next(iter(dates.values()), None),
        url=url.group() if url else None,
    )


def _dates(lines: Sequence[str], today: date) -> Iterator[tuple[str, EdtfDate]]:
    for line in lines:
        try:
            yield line, parse_russian_date(line, today)
        except DateParseError:
            continue
