"""Cards of the facts drafted from an article, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.records.history import Superseded
from bot.replies import dates
from bot.replies.editing.draft_fields import LABELS
from bot.replies.editing.sources import EDITORS_WORD
from bot.replies.parts import Button, Part, Reply, Strong, Text
from bot.replies.plurals import plural
from bot.replies.prompts import CANCEL
from bot.replies.truncation import shorten
from knowledge.facts.model import Event, Fact

ACCEPT, CHANGE, DROP, NEXT = "Принять", "Изменить", "Убрать", "Дальше ›"
QUESTIONS, BACK, FIRST = "Вопросы", "‹ Назад", "К первому"
FINISH, FINISH_BOTH = "Проверить принятые", "Проверить"
NOTHING = (
    "В этом тексте не нашлось ни одного утверждения. Нужен связный текст: новость, интервью, объявление."
)
NO_DATE = (
    "В тексте нет даты публикации, поэтому «вчера», дни недели и дни без года датами не стали."
    " Чтобы стали, пришлите текст ещё раз, а первой строкой — дату: 3 июня 2024 года."
)
NONE_LEFT = "В этом черновике больше ничего нет."
NONE_ACCEPTED = "Пока ничего не принято."
NO_QUOTES = "Прямую речь публиковать нельзя. Нажмите «Изменить» и перескажите её своими словами."
GONE = "Этого черновика уже нет: его опубликовали или отменили."
ACCEPTED = "Принято."
DROPPED = "Убрано."
NO_QUESTIONS = "Нужен хотя бы один вопрос. Напишите свой."
ALL_SEEN = "Просмотрено всё. Осталось нажать кнопку проверки."
IN_ARTICLE = "Если это есть и в статье, выберите её: «Источник»."
KNOWN = "Уже есть в базе или в черновиках, поэтому не предложено"
ALL_KNOWN = "Нового в этом тексте не нашлось: всё уже есть в базе или в черновиках"
CORRECTED = "Это в базе уже исправлено, прежнее не предложено:"
NOTHING_NEW = "Нового в этом тексте не нашлось."
WAITS = " (черновик)"
_SHOWN = 12
_STATEMENT = 200


def card(
    number: int,
    fact: Fact | None,
    place: int,
    total: int,
    accepted: int,
    names: Mapping[str, str] | None = None,
    dropped: int = 0,
    key: str = "",
) -> Reply:
    """One drafted fact with all that it names, and its buttons. `dropped`: drafts of the base to go; `key`:
    what a button knows the fact again by.
    """
    if fact is None:
        return Reply(parts=(Text(NONE_LEFT),), buttons=tuple(_finishing(number, accepted, dropped)))
    of = f"Черновик: {place + 1} из {total}, принято {accepted}"
    state = "" if fact.draft else " ✓"
    parts: list[Part] = [Text(f"{of}{state}\n\n"), Strong(fact.says), Text("\n")]
    parts.append(Text("".join(f"\n{line}" for line in _lines(fact, names or {}))))
    if accepted == total:
        parts.append(Text(f"\n\n{ALL_SEEN}"))
    return Reply(
        parts=tuple(parts),
        buttons=(*_buttons(number, fact, place, total, key), *_finishing(number, accepted, dropped)),
    )


def titled_event(event: Event) -> str:
    """«Открытие (22 апреля 2027 года, Кинешма)»: what facts about it are told to be of."""
    known = (*((dates.short(event.when),) if event.when is not None else ()), *filter(None, (event.where,)))
    return f"{event.title} ({', '.join(known)})" if known else event.title


def _lines(fact: Fact, names: Mapping[str, str]) -> Iterator[str]:
    if about := [names[one] for one in fact.about if one in names]:
        yield f"Событие: {'; '.join(about)}"
    if fact.said_by is not None:
        yield f"Чьи слова: {names.get(fact.said_by, fact.said_by)}"
    others = [names[part.person] for part in fact.people if part.person in names]
    if others := [one for one in others if one != names.get(str(fact.said_by))]:
        yield f"Кто назван: {', '.join(others)}"
    by_editor = names.get(str(fact.source)) == EDITORS_WORD
    if fact.paragraph is not None and not by_editor:
        yield f"Абзац: {fact.paragraph}"
    if fact.when is not None:
        yield f"Когда: {dates.full(fact.when)}"
    if fact.where:
        yield f"Где: {fact.where}"
    if fact.because:
        yield f"Выведено: {fact.because}"
    if by_editor:
        yield f"Источник: {EDITORS_WORD}. {IN_ARTICLE}"
    yield "Вопросы:"
    yield from (f"{place}. {asked}" for place, asked in enumerate(fact.questions[:_SHOWN], 1))
    more = len(fact.questions) - _SHOWN
    if more > 0:
        yield f"и ещё {more}"


def _finishing(number: int, accepted: int, dropped: int) -> Iterator[tuple[Button, ...]]:
    word = plural(accepted, "сведение", "сведения", "сведений")
    label = f"{FINISH}: {accepted} {word}"
    if dropped:
        label = f"{FINISH_BOTH}: принято {accepted}, убрано {dropped}"
    if accepted or dropped:
        yield (Button(label=label, action="a-done", argument=str(number)),)


def _buttons(number: int, fact: Fact, place: int, total: int, key: str) -> Iterator[tuple[Button, ...]]:
    at = f"{number}:{place}"
    accept = Button(label=ACCEPT, action="a-take", argument=f"{at}:{key}")
    change = Button(label=CHANGE, action="a-word", argument=at)
    drop = Button(label=DROP, action="a-drop", argument=f"{at}:{key}")
    yield ((accept,) if fact.draft else ()) + (change, drop)
    yield (Button(label=QUESTIONS, action="a-ask", argument=at), *_turns(number, place, total))
    fields = [
        Button(label=label, action="a-field", argument=f"{at}:{name}:0") for name, label in LABELS.items()
    ]
    yield from (tuple(fields[first : first + 3]) for first in range(0, len(fields), 3))


def _turns(number: int, place: int, total: int) -> Iterator[Button]:
    if place:
        yield Button(label=BACK, action="a-card", argument=f"{number}:{place - 1}")
    if total > 1:
        label = NEXT if place + 1 < total else FIRST
        yield Button(label=label, action="a-card", argument=f"{number}:{(place + 1) % total}")


def ask_otherwise(fact: Fact) -> Reply:
    """Asks which example questions are to go and which to come."""
    shown = "\n".join(f"{place}. {asked}" for place, asked in enumerate(fact.questions, 1))
    text = f"{shown}\n\nНапишите номера лишних («2, 5-7») и, если надо, свои вопросы: каждый с новой строки."
    return Reply(parts=(Text(text),), buttons=CANCEL)


def reword(fact: Fact) -> Reply:
    """Asks for the statement in the editor's words."""
    text = f"Сейчас написано: «{fact.says}»\n\nНапишите утверждение своими словами, одним сообщением."
    return Reply(parts=(Text(text),), buttons=CANCEL)


def known(facts: Sequence[Fact], superseded: Sequence[Superseded], *, nothing_new: bool) -> Reply:
    """What the article says and the base or another draft has already, or has corrected since."""
    count = f"{len(facts)} {plural(len(facts), 'сведение', 'сведения', 'сведений')}"
    had = [f"{shorten(one.says, _STATEMENT)}{WAITS if one.draft else ''}" for one in facts]
    corrected = [f"{shorten(one.says, _STATEMENT)} Сейчас: {_now(one)}" for one in superseded]
    told = [f"{KNOWN}: {count}.{_listed(had)}"] if facts else []
    told += [f"{CORRECTED}{_listed(corrected)}"] if superseded else []
    if nothing_new:
        told = [f"{ALL_KNOWN}.{_listed(had)}", *told[1:]] if facts else [NOTHING_NEW, *told]
    return note("\n\n".join(told))


def _now(one: Superseded) -> str:
    now = one.now
    return titled_event(now) if isinstance(now, Event) else shorten(now.says, _STATEMENT)


def _listed(lines: Sequence[str]) -> str:
    more = f"\n… и ещё {len(lines) - _SHOWN}" if len(lines) > _SHOWN else ""
    return "".join(f"\n• {one}" for one in lines[:_SHOWN]) + more


def note(text: str) -> Reply:
    return Reply(parts=(Text(text),))
