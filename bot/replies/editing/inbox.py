"""/inbox: the list of question groups with counts, and one group with its actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.replies import dates
from bot.replies.answers.buttons import fix_button
from bot.replies.parts import Button, Part, Reply, Strong, Text
from bot.replies.prompts import CANCEL
from bot.replies.truncation import shorten
from knowledge.facts.model import Fact

PAGE = 6
_SHOWN = 5
_LENGTH = 200
EMPTY = "Во входящих пусто: неотвеченных вопросов, плохих оценок и сообщений об ошибках нет."
GONE = "Этой группы во входящих уже нет: её разобрали."
ALREADY = "Это уже пример вопроса к этому сведению."
NEVER_DONE = "Запомнил: это не по теме. Если после правки бот начнёт на это отвечать, проверка предупредит."
CLOSED = "Убрано из входящих. Если спросят снова, вопрос вернётся."
NEVER, NEW_FACT, CLOSE = "Не по теме навсегда", "Новое сведение", "Убрать, пока не спросят снова"
OTHER = "Пример к другому сведению…"
ASK_WORDS = "Напишите слова из сведения, на которое этот вопрос, или его имя."
NONE_FOUND = "Таких сведений нет. Напишите другие слова."
WHICH = "К какому сведению?"
MOST_FOUND = 6
RIGHT = "Ответ верен"
FOUND_RIGHT = "Убрано из входящих. Кто сообщил об ошибке, узнает, что ответ остаётся прежним."
MOST_FIRST, NEWEST_FIRST = "Сначала частые", "Сначала новые"
BACK, FORTH, ALL, NEXT = "‹ Раньше", "Дальше ›", "‹ Все входящие", "Следующий ›"


class Group(Protocol):
    """Similar questions; `bot.editing.inbox.QuestionGroup` implements it."""

    @property
    def id(self) -> int: ...

    @property
    def text(self) -> str: ...

    @property
    def variants(self) -> tuple[str, ...]: ...

    @property
    def newest(self) -> datetime: ...

    @property
    def refused(self) -> int: ...

    @property
    def choices(self) -> int: ...

    @property
    def disliked(self) -> int: ...

    @property
    def waiting(self) -> int: ...

    @property
    def reports(self) -> tuple[str, ...]: ...


def listing(groups: Sequence[Group], page: int, *, newest: bool) -> Reply:
    """One page of the groups, with a button for each."""
    if not groups:
        return empty()
    last = (len(groups) - 1) // PAGE
    page = min(max(page, 0), last)
    here = list(enumerate(groups, 1))[page * PAGE : (page + 1) * PAGE]
    lines = [f"{number}. {shorten(group.text, _LENGTH)}\n    {_counts(group)}" for number, group in here]
    rows: list[tuple[Button, ...]] = [
        (Button(label=shorten(f"{number}. {group.text}"), action="i-one", argument=str(group.id)),)
        for number, group in here
    ]
    order = "newest" if newest else "most"
    turns = [(BACK, page - 1)] * (page > 0) + [(FORTH, page + 1)] * (page < last)
    if turns:
        rows.append(
            tuple(Button(label=label, action="i-list", argument=f"{order}:{to}") for label, to in turns)
        )
    label, other = (MOST_FIRST, "most") if newest else (NEWEST_FIRST, "newest")
    rows.append((Button(label=label, action="i-list", argument=f"{other}:0"),))
    sorting = "сначала новые" if newest else "сначала частые"
    pages = f", страница {page + 1} из {last + 1}" if last else ""
    head = f" групп — {len(groups)}, {sorting}{pages}\n\n"
    return Reply(parts=(Strong("Входящие:"), Text(head + "\n".join(lines))), buttons=tuple(rows))


def empty() -> Reply:
    return Reply(parts=(Text(EMPTY),))


def card(
    group: Group,
    answers: Sequence[Fact],
    nearest: Sequence[Fact],
    zone: str,
    *,
    place: int,
    count: int,
    following: int | None,
    acts: bool,
) -> Reply:
    """One group of `count`. `acts`: whether the person may settle it and gets buttons for that."""
    parts: list[Part] = [Text(f"Входящие: {place} из {count}\n"), Strong(f"«{shorten(group.text, _LENGTH)}»")]
    parts.append(Text("\n" + "\n".join(_about(group, zone))))
    if answers:
        answer = " ".join(fact.says for fact in answers)
        parts += [Text("\n\n"), Strong("Сейчас бот отвечает:"), Text(f" {shorten(answer, 300)}")]
    if nearest:
        lines = "\n".join(f"{number}. {fact.says}" for number, fact in enumerate(nearest, 1))
        ask = "\n\nЕсли одно из них отвечает на вопрос, сделайте вопрос его примером." if acts else ""
        parts += [Text("\n\n"), Strong("Ближайшие сведения"), Text(f"\n{lines}{ask}")]
    rows = list(_action_rows(group, nearest)) if acts else []
    if acts and answers:
        rows.append((fix_button(answers[0]),))
    onward = () if following is None else (_button(NEXT, "i-one", str(following)),)
    rows.append((_button(ALL, "i-list", "most:0"), *onward))
    return Reply(parts=tuple(parts), buttons=tuple(rows))


def _action_rows(group: Group, nearest: Sequence[Fact]) -> Iterator[tuple[Button, ...]]:
    for number, fact in enumerate(nearest, 1):
        label = shorten(f"Пример к {number}: {fact.says}")
        yield (Button(label=label, action="i-ex", argument=f"{group.id}:{fact.id}"),)
    own = str(group.id)
    yield (_button(OTHER, "i-other", own),)
    yield (Button(label=NEW_FACT, action="i-new", argument=own), _button(NEVER, "i-never", own))
    yield (_button(RIGHT if group.reports else CLOSE, "i-close", own),)


def ask_words() -> Reply:
    return Reply(parts=(Text(ASK_WORDS),), buttons=CANCEL)


def none_found() -> Reply:
    return Reply(parts=(Text(NONE_FOUND),), buttons=CANCEL)


def found(group: int, facts: Sequence[tuple[Fact, str]]) -> Reply:
    """The facts that have the words, each with the key of its button."""
    lines = "\n".join(f"{number}. {fact.says}" for number, (fact, _) in enumerate(facts, 1))
    rows = [
        (_button(shorten(f"Пример к {number}: {fact.says}"), "i-ex", f"{group}:{key}"),)
        for number, (fact, key) in enumerate(facts, 1)
    ]
    return Reply(parts=(Strong(WHICH), Text(f"\n{lines}")), buttons=(*rows, *CANCEL))


def _button(label: str, action: str, argument: str) -> Button:
    return Button(label=label, action=action, argument=argument)


def _about(group: Group, zone: str) -> Iterator[str]:
    yield _counts(group)
    yield f"Последний раз: {dates.moment(group.newest, ZoneInfo(zone))}"
    yield from _some("Другими словами", group.variants)
    yield from _some("Сообщения об ошибке", group.reports)


def _counts(group: Group) -> str:
    counted = (
        ("отказов", group.refused),
        ("уточнений", group.choices),
        ("оценок 👎", group.disliked),
        ("сообщений об ошибке", len(group.reports)),
        ("ждут ответа", group.waiting),
    )
    return ", ".join(f"{name}: {count}" for name, count in counted if count)


def _some(title: str, texts: Sequence[str]) -> Iterator[str]:
    if not texts:
        return
    yield f"\n{title}:"
    yield from (f"• {shorten(text, _LENGTH)}" for text in texts[:_SHOWN])
    if len(texts) > _SHOWN:
        yield f"… и ещё {len(texts) - _SHOWN}"
