"""/stats as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel.dates import format_date

from bot.records.statistics import DailyQuestions, Statistics
from bot.replies.parts import Part, Reply, Strong, Text
from bot.replies.plurals import plural
from bot.replies.truncation import shorten
from knowledge.facts.model import Fact, FactId

FILE = "statistika.png"
CAPTION = "Вопросы по дням."
GONE, RETIRED = "сведение, которого больше нет", "убрано из базы"
WITHOUT_STAFF = "Вопросы и оценки редакторов не считаются."
QUIET = "Вопросов за это время не было."
MOST_SHOWN, MOST_REFUSED = "Самые частые ответы", "Самые частые отказы"
_DAYS = 7
_LENGTH = 80


def render(found: Statistics, facts: Mapping[FactId, Fact], retired: Mapping[FactId, Fact]) -> Reply:
    """`facts` of the base by id, `retired` as they were last; one that nobody knows is not named."""
    count = len(found.days)
    parts: list[Part] = [Strong(f"Статистика за {count} {plural(count, 'день', 'дня', 'дней')}")]
    parts.append(Text("\n" + "\n".join(_totals(found))))
    answered = [(_statement(FactId(fact_id), facts, retired), number) for fact_id, number in found.facts]
    refused = [(f"«{shorten(text, _LENGTH)}»", number) for text, number in found.refusals]
    for title, lines in ((MOST_SHOWN, answered), (MOST_REFUSED, refused)):
        if lines:
            listed = "\n".join(f"{place}. {text} — {number}" for place, (text, number) in enumerate(lines, 1))
            parts += [Text("\n\n"), Strong(title), Text(f"\n{listed}")]
    if found.asked:
        days = "\n".join(_day(day) for day in reversed(found.days_with_data[-_DAYS:]))
        parts += [Text("\n\n"), Strong("Последние дни"), Text(f"\n{days}")]
    return Reply(parts=tuple(parts))


def _totals(found: Statistics) -> Iterator[str]:
    if found.asked:
        yield (
            f"Вопросов: {found.asked}. Ответов: {found.answered}, уточнений: {found.choices}, "
            f"отказов: {found.refused}."
        )
    else:
        yield QUIET
    yield WITHOUT_STAFF
    yield f"Оценки: 👍 {found.liked}, 👎 {found.disliked}. Сообщений об ошибках: {found.reports}."
    yield f"Подписчиков: {found.followers}, подписок: {found.subscriptions}."
    yield f"Напоминаний и уведомлений разослано: {found.sent}, не доставлено: {found.failed}."
    yield f"Ждут ответа на свой вопрос: {found.waiting}."


def _statement(fact_id: FactId, facts: Mapping[FactId, Fact], retired: Mapping[FactId, Fact]) -> str:
    if (fact := facts.get(fact_id)) is not None:
        return shorten(fact.says, _LENGTH)
    gone = retired.get(fact_id)
    return GONE if gone is None else f"{shorten(gone.says, _LENGTH)} ({RETIRED})"


def _day(day: DailyQuestions) -> str:
    name = format_date(day.day, "d MMMM", "ru")
    if not day.asked:
        return f"{name}: 0"
    return f"{name}: {day.asked} (ответов {day.answered}, уточнений {day.choices}, отказов {day.refused})"
