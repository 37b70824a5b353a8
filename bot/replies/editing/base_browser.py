"""/facts: the screens where editors browse the base: topics, lists, one entity with its usage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.records.fact_usage import FactUsage
from bot.records.history import Revision
from bot.replies.answers.buttons import FIX
from bot.replies.editing import field_names as words
from bot.replies.editing import field_values as values
from bot.replies.editing.history import NO_HISTORY, line
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.plurals import plural
from bot.replies.truncation import shorten
from knowledge.facts.model import FactBase

Rows = tuple[tuple[Button, ...], ...]
BACK = Button(label="‹ Назад", action="up")
CLOSE = Button(label="Закрыть", action="close")
CHANGE, ALL_FIELDS, CHANGE_DATE = "Изменить", "Все поля", "Изменить дату"
MAIN_SOURCE = "Главный источник"
"""Not «Источник»: a topic may be called so."""
MORE_EXAMPLES = "Ещё примеры"
CLOSED = "Закрыто. Снова открыть: /facts."
OUTDATED = "Эта кнопка устарела: работают кнопки последнего сообщения."
GONE = "Этой записи в базе уже нет."
NOTHING = "Ничего не нашлось. Попробуйте другие слова."
_ALWAYS_SHOWN = {
    "fact": ("when", "questions", "people", "source", "paragraph", "basis"),
    "event": ("when", "people"),
}
"""Fields that a card shows even if they are empty."""
_ROW = 5
_QUICK = ("fact", "event", "person")
"""Forms whose single fields «Исправить» changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entity of a list; `key` is its button key."""

    form: str
    key: str
    text: str


def home(
    base: FactBase, topics: Mapping[str, tuple[str, int]], page: int, size: int, *, edits: bool
) -> Reply:
    """The first screen. `topics`: button key -> title and number of facts."""
    keys, last = list(topics), _last(len(topics), size)
    page = min(max(page, 0), last)
    rows: list[tuple[Button, ...]] = [
        (Button(label=shorten(f"{topics[key][0]} ({topics[key][1]})"), action="topic", argument=key),)
        for key in keys[page * size : (page + 1) * size]
    ]
    rows += page_buttons(page, last)
    kinds = [Button(label=words.ALL[form], action="kind", argument=form) for form in words.ALL]
    source = Button(label=MAIN_SOURCE, action="open", argument=f"source:{base.source.id}")
    rows += [tuple(kinds[:2]), tuple(kinds[2:]), (source,)]
    add = (Button(label="Добавить…", action="add"),) if edits else ()
    rows.append((*add, CLOSE))
    text = (
        f"\nСведений: {len(base.facts)}, событий: {len(base.events)}, людей: {len(base.people)}.\n\n"
        "Выберите тему или напишите слова, по которым искать сведение."
    )
    return Reply(parts=(Strong("База для редакторов"), Text(text)), buttons=tuple(rows))


def adding() -> Reply:
    """The choice of what to add."""
    buttons = [Button(label=words.ONE[form], action="new", argument=form) for form in words.NEW]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Reply(parts=(Strong("Что добавить?"),), buttons=(*rows, (BACK,)))


def listing(heading: str, lines: Sequence[Line], page: int, size: int) -> Reply:
    """A page of a numbered list, with a button for each line."""
    last = _last(len(lines), size)
    page = min(max(page, 0), last)
    of = f" · {page + 1} из {last + 1}" if last else ""
    shown = list(enumerate(lines[page * size : (page + 1) * size], page * size + 1))
    parts: list[Part] = [Strong(f"{shorten(heading, 150)}{of}")]
    parts += [Text(f"\n\n{number}. {shorten(one.text, 300)}") for number, one in shown]
    if not lines:
        parts.append(Text(f"\n\n{NOTHING}"))
    numbers = [
        Button(label=str(number), action="open", argument=f"{one.form}:{one.key}") for number, one in shown
    ]
    rows = [tuple(numbers[at : at + _ROW]) for at in range(0, len(numbers), _ROW)]
    return Reply(parts=tuple(parts), buttons=(*rows, *page_buttons(page, last), (BACK, CLOSE)))


def card(
    form: str,
    row: Mapping[str, Any],
    names: Sequence[str],
    base: FactBase,
    use: FactUsage | None,
    *,
    edits: bool,
    page: int = 0,
) -> Reply:
    """One entity, of its long lists one page. `names`: its fields in order; `use`: usage of a fact."""
    parts: list[Part] = [Strong(words.ONE[form])]
    for field in names:
        if field != "id" and (field in row or field in _ALWAYS_SHOWN.get(form, ())):
            parts += label_and_value(words.label(form, field), values.of_row(form, field, row, base, page))
    if use is not None:
        parts.append(Emphasis(f"\n\n{_usage(use)}"))
    # «Исправить» beside «Изменить» would look like the same button twice.
    change = (Button(label=ALL_FIELDS if form in _QUICK else CHANGE, action="edit"),) if edits else ()
    retire = (Button(label="Убрать из базы", action="retire"),) if edits and form != "source" else ()
    dated = (Button(label=CHANGE_DATE, action="date"),) if edits and "when" in names else ()
    examples = (Button(label=MORE_EXAMPLES, action="examples"),) if form == "fact" else ()
    quick = (Button(label=FIX, action="fix"), *examples) if form in _QUICK and edits else ()
    history = (Button(label="История", action="history"),)
    last = max((values.pages(row.get(field)) for field in names), default=1) - 1
    rows = [
        row
        for row in (
            *page_buttons(min(page, last), last, "part"),
            quick,
            (*change, *history),
            dated,
            retire,
        )
        if row
    ]
    return Reply(parts=tuple(parts), buttons=(*rows, (BACK, CLOSE)))


def history(
    title: str, entity_id: str, found: Sequence[Revision], zone: ZoneInfo, shown: int, *, edits: bool
) -> Reply:
    """The newest revisions of one entity; /history has the rest and undo."""
    lines = [shorten(line(one, zone), 400) for one in found[:shown]]
    parts: list[Part] = [Strong(f"История: {shorten(title, 200)}")]
    parts.append(Text("\n\n" + ("\n\n".join(lines) or NO_HISTORY)))
    if edits:
        parts.append(Text(f"\n\nЧто менялось и как отменить: /history {entity_id}"))
    return Reply(parts=tuple(parts), buttons=((BACK, CLOSE),))


def search_heading(words: str) -> str:
    """The heading of search results."""
    return f"Поиск: {words}"


def gone() -> Reply:
    return Reply(parts=(Text(GONE),), buttons=((BACK, CLOSE),))


def closed() -> Reply:
    return Reply(parts=(Text(CLOSED),))


def label_and_value(label: str, value: str) -> tuple[Part, ...]:
    return Strong(f"\n{label}:"), Text(value if value.startswith("\n") else f" {value}")


def page_buttons(page: int, last: int, action: str = "page") -> list[tuple[Button, ...]]:
    """The row with the buttons to other pages; no row for a single page."""
    back = (Button(label="‹ Раньше", action=action, argument=str(page - 1)),) if page else ()
    on = (Button(label="Дальше ›", action=action, argument=str(page + 1)),) if page < last else ()
    return [back + on] if back + on else []


def _last(count: int, size: int) -> int:
    return max(0, (count - 1) // size)


def _usage(use: FactUsage) -> str:
    if use.answered == 0:
        return "Этим сведением ещё не отвечали."
    times = f"{use.answered} {plural(use.answered, 'раз', 'раза', 'раз')}"
    return f"Этим отвечали {times}. Оценки: хорошо — {use.liked}, плохо — {use.disliked}."
