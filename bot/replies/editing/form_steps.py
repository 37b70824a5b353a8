"""The screens of a form's steps, one for each kind of field."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.replies.editing import field_names as words
from bot.replies.editing import field_values as values
from bot.replies.editing.base_browser import page_buttons
from bot.replies.parts import Button, Emphasis, Part, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase

Rows = tuple[tuple[Button, ...], ...]
_LONG = 3300
_CHOSEN = "✓ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The field being filled in. `note`: what was wrong with the last input."""

    form: str
    name: str
    value: Any
    required: bool
    queued: bool
    """Whether more fields are asked after it, as when an entity is added."""
    note: str = ""

    @property
    def label(self) -> str:
        return words.label(self.form, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One option of a list."""

    key: str
    label: str
    chosen: bool


def text(step: Step, base: FactBase) -> Reply:
    """A field that is typed: text, number, id or date."""
    parts = _head(step)
    if step.value is not None:
        now = values.shown(step.form, step.name, step.value, base)
        full = str(step.value) if isinstance(step.value, str) and len(str(step.value)) > len(now) else now
        parts += [Strong("\n\nСейчас:"), Text(f" {shorten(full, _LONG)}")]
    calendar = (Button(label="Календарь", action="calendar", argument=step.name),)
    rows = (calendar,) if step.name in ("when", "published", "until") else ()
    return Reply(parts=tuple(parts), buttons=(*rows, *_foot(step)))


def date_understood(step: Step, when: EdtfDate, lost: str, year: str) -> Reply:
    """The date with a `year` that was not said, or without words that are not kept (`lost`), to confirm."""
    told = (f"«{lost}» сохранить нельзя." if lost else "", f"Год не назван, взял {year}." if year else "")
    why = " ".join(filter(None, told))
    parts = (
        Strong(step.label),
        Text("\nПонял так: "),
        Strong(values.with_precision(when)),
        Text(f". {why}\nЕсли не так, напишите дату иначе."),
    )
    yes = Button(label="Верно", action="agree", argument=step.name)
    other = Button(label="Ввести иначе", action="again", argument=step.name)
    return Reply(parts=parts, buttons=((yes,), (other,)))


def calendar(step: Step, whole: Sequence[tuple[str, str]]) -> Reply:
    """The text above the calendar. `whole`: label and EDTF of the month and the year that can be chosen."""
    parts = (
        Strong(step.label),
        Text("\nВыберите день. Если день неизвестен, возьмите месяц или год целиком."),
    )
    rows = tuple((Button(label=f"Целиком: {label}", action="whole", argument=edtf),) for label, edtf in whole)
    return Reply(
        parts=parts, buttons=(*rows, (Button(label="Ввести текстом", action="again", argument=step.name),))
    )


def pick(step: Step, items: Sequence[Item], page: int, size: int, *, many: bool, fresh: str = "") -> Reply:
    """A list of options, of which one or `many` can be chosen. `fresh`: the title of a new option."""
    last = max(0, (len(items) - 1) // size)
    page = min(max(page, 0), last)
    parts = _head(step)
    if not items:
        parts.append(Text("\nВыбирать пока не из чего."))
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                label=shorten(f"{_CHOSEN if item.chosen else ''}{item.label}"),
                action="pick",
                argument=f"{step.name}:{item.key}",
            ),
        )
        for item in items[page * size : (page + 1) * size]
    ]
    done = ((Button(label="Готово", action="done", argument=step.name),),) if many else ()
    added = (
        ((Button(label=shorten(f"Новая тема: {fresh}"), action="fresh", argument=step.name),),)
        if fresh
        else ()
    )
    return Reply(
        parts=tuple(parts),
        buttons=(*added, *rows, *page_buttons(page, last), *done, *_foot(step, skip=not many)),
    )


def role(step: Step, name: str, items: Sequence[Item]) -> Reply:
    """The choice of a person's role."""
    parts: list[Part] = [Strong(step.label), Text(f"\n{name}. Выберите роль или напишите её одним словом.")]
    if step.note:
        parts.append(Emphasis(f"\n{step.note}"))
    buttons = [
        Button(label=shorten(f"{_CHOSEN if one.chosen else ''}{one.label}"), action="role", argument=one.key)
        for one in items
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    off = Button(label="Убрать этого человека", action="off")
    back = Button(label="‹ К людям", action="people")
    return Reply(parts=tuple(parts), buttons=(*rows, (off,), (back,)))


def lines(step: Step, page: int, size: int) -> Reply:
    """A list of texts: typed lines are added, a button removes one."""
    held: Sequence[str] = step.value or ()
    last = max(0, (len(held) - 1) // size)
    page = min(max(page, 0), last)
    shown = list(enumerate(held))[page * size : (page + 1) * size]
    parts = _head(step)
    parts.append(Text("\n"))
    parts += [Text(f"\n{number + 1}. {shorten(line, 200)}") for number, line in shown]
    crosses = [
        Button(label=f"✕ {number + 1}", action="drop", argument=f"{step.name}:{line_key(line)}")
        for number, line in shown
    ]
    rows = [tuple(crosses[at : at + 4]) for at in range(0, len(crosses), 4)]
    done = (Button(label="Готово", action="done", argument=step.name),)
    return Reply(
        parts=tuple(parts), buttons=(*rows, *page_buttons(page, last), done, *_foot(step, skip=False))
    )


def line_key(line: str) -> str:
    """A line's key for callback data, independent of its position, which may have changed."""
    return f"{zlib.crc32(line.encode()):08x}"


QUESTIONS_ADDED = "Записал в примеры вопросов."


def taken_example(question: str, says: str) -> str:
    """The note on an example that another fact has already."""
    other = shorten(says, 120).rstrip(" .")
    return f"«{shorten(question, 100)}» уже есть у другого сведения: «{other}». Ответят оба."


def new_topic(title: str) -> str:
    """The note on a topic that is not on the list."""
    return f"Темы «{shorten(title, 60)}» ещё нет. Добавьте её кнопкой или выберите другую."


def kept_text(text: str) -> str:
    """The note on a text that came where a button was awaited."""
    return f"Ваш текст сохранил: «{shorten(text, 100)}». Выберите, куда его записать."


def date_taken(label: str, when: EdtfDate) -> str:
    """The note on a date that was taken without a question, on the screen that follows."""
    return f"{label}: {values.with_precision(when)}."


def _head(step: Step) -> list[Part]:
    parts: list[Part] = [Strong(step.label), Text(f"\n{words.asked(step.form, step.name)}")]
    if step.note:
        parts.append(Emphasis(f"\n\n{step.note}"))
    return parts


def _foot(step: Step, *, skip: bool = True) -> Rows:
    empty = step.value in (None, "", [])
    clear = (Button(label="Очистить", action="clear", argument=step.name),)
    on = (Button(label="Пропустить" if empty else "Дальше", action="skip", argument=step.name),)
    back = (Button(label="‹ К записи", action="back", argument=step.name),)
    rows = [
        clear if not empty and not step.required else (),
        on if skip and step.queued and not (empty and step.required) else (),
        back,
    ]
    return tuple(row for row in rows if row)
