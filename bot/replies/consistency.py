"""Disagreements between facts and the records of their events, for `spravka check` and for the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.replies import dates
from bot.replies.truncation import shorten
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase
from knowledge.quality.consistency import Conflict, Disagreement

_TEXTS: Mapping[Conflict, str] = {
    Conflict.DATE: "дата факта — {said}, а у {holder} — {held}",
    Conflict.PLACE: "место факта — {said}, а у {holder} — {held}",
    Conflict.ROLE: "роль отдана человеку {said}, а у {holder} она у других: {held}",
    Conflict.CANCELLED: "событие «{title}» отменено, а утверждение об этом не говорит",
    Conflict.WORDS_DATE: "в утверждении «{said}», а у {holder} дата — {held}",
    Conflict.WORDS_WEEKDAY: "в утверждении «{said}», а это {held}",
    Conflict.WORDS_CLOCK: "в утверждении «{said}», а у {holder} время другое: {held}",
    Conflict.WORDS_PLACE: "в утверждении «{said}», а у {holder} место — {held}",
    Conflict.WORDS_PEOPLE: "в утверждении «{said}», а людей с этой ролью у {holder} указано {held}",
    Conflict.WORDS_ORDINAL: "в утверждении номер {said}, а у {holder} — {held}",
}
CERTAIN = "Расходятся с записью события: {count}. Перепишите эти факты или поправьте событие"
POSSIBLE = "Дата или место не те, что у события: {count}. Если так и задумано, оставьте"
_OWN = "самого факта"
_LENGTH = 90


def line(one: Disagreement, base: FactBase, *, with_id: bool = False) -> str:
    """««Второй диалог пройдёт…»: место факта — Пекин, а у события «Второй диалог» — Шанхай»."""
    title = one.event.title if one.event is not None else ""
    holder = f"события «{title}»" if title else _OWN
    text = _TEXTS[one.conflict].format(
        said=_value(one.said),
        held=_value(one.held, weekday=one.conflict is Conflict.WORDS_WEEKDAY),
        holder=holder,
        title=title,
    )
    known = base.fact_by_id.get(one.fact)
    name = one.fact if known is None else name_of(known)
    return f"{name} ({one.fact}): {text}" if with_id and known is not None else f"{name}: {text}"


def name_of(fact: Fact) -> str:
    """A fact as its lines begin: «Второй диалог пройдёт в Пекине»."""
    return f"«{shorten(fact.says.rstrip(' .'), _LENGTH)}»"


def report(found: Iterable[Disagreement], base: FactBase) -> Iterator[str]:
    """Certain ones, then those that may be meant so; nothing where there are none."""
    listed = tuple(found)
    for heading, certain in ((CERTAIN, True), (POSSIBLE, False)):
        lines = [line(one, base, with_id=True) for one in listed if one.certain is certain]
        if lines:
            yield f"{heading.format(count=len(lines))}:"
            yield from (f"  {text}" for text in lines)


def _value(value: str | EdtfDate, *, weekday: bool = False) -> str:
    if isinstance(value, EdtfDate):
        return dates.full(value) if weekday else dates.short(value)
    return value
