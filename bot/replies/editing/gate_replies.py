"""The replies that an edit would change: in order of harm, grouped by what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.records.gate import ChangedReply, GateSummary
from bot.replies.editing.reply_difference import difference, line_differences
from bot.replies.plurals import plural
from bot.replies.truncation import shorten

HEADINGS: Mapping[str, str] = {
    "lost": "⚠ Останутся без ответа",
    "wrong": "⚠ Не найдут своё сведение, ответит чужое",
    "opened": "⚠ Получат ответ, хотя его в базе быть не должно",
    "other": "⚠ Ответит другое сведение",
    "retired": "Останутся без ответа: сведение убрано",
    "changed": "Ответ станет другим",
    "gained": "Получат ответ",
    "meant": "Ответит сведение, которому вопрос дан в примеры",
    "unanswered": "Без ответа, как и прежде, но другими словами",
}
"""By harm, the worst first."""
ALARMS = ("lost", "wrong", "opened", "other")
SETTLED = "Так и надо, уже решено"
_ORIGINS: Mapping[str, str] = {
    "waiting": "ждут ответа",
    "asked": "спрашивали читатели",
    "miss": "не по теме",
    "golden": "контрольный",
    "neighbour": "похожий",
    "example": "пример",
}
_NAMED = 3
"""Questions of a group that are named."""
_SHORT = 110
_PEOPLE = ("", "один", "двое", "трое", "четверо", "пятеро", "шестеро", "семеро")


@dataclass(frozen=True, slots=True)
class Alarm:
    """A reply to be settled by «Так и надо»: `number` on the screen, `place` in the summary."""

    number: int
    place: int


def alarms(summary: GateSummary, most: int) -> list[Alarm]:
    places = [place for place, one in enumerate(summary.replies) if one.harm in ALARMS and not one.settled]
    return [Alarm(number, place) for number, place in enumerate(places[:most], 1)]


def lines(summary: GateSummary, most: int, *, numbered: bool, named: int = _NAMED) -> Iterator[str]:
    """A heading for each harm with at most `most` groups; alarms one by one, `numbered` for their buttons.

    `named`: how many questions of a group are named.
    """
    if not summary.replies:
        yield "Ответы читателям не изменятся."
    numbers = iter(range(1, most + 1))
    for harm, heading in HEADINGS.items():
        found = [one for one in summary.replies if one.harm == harm and not one.settled]
        count = summary.counts.get(harm, 0)
        if not found:
            continue
        yield f"{heading}: {count}."
        listed = [(_alarm(one), [one]) for one in found] if harm in ALARMS else _groups(found, named)
        shown = listed[:most]
        for text, _ in shown:
            number = next(numbers, None) if harm in ALARMS and numbered else None
            yield f"{number}. {text}" if number is not None else f"• {text}"
        told = {one.question for _, some in shown for one in some}
        if (left := count - len(told)) > 0:
            yield f"… и ещё {left}"
    if settled := summary.counts.get("settled", 0):
        yield f"{SETTLED}: {settled}."
    if summary.waiting:
        yield waiting(summary.waiting)


def waiting(people: int) -> str:
    """«Ответ получат двое ждущих.»"""
    verb, who = plural(people, "получит", "получат", "получат"), plural(people, "ждущий", "ждущих", "ждущих")
    counted = _PEOPLE[people] if people < len(_PEOPLE) else people
    return f"Ответ {verb} {counted} {who}."


def _alarm(one: ChangedReply) -> str:
    return f"{_question(one)}: {difference(one.before, one.after)}"


def _groups(found: Sequence[ChangedReply], named: int) -> list[tuple[str, list[ChangedReply]]]:
    """Replies of which a line changes alike, each group told in a line, the largest first.

    A reply of which several lines change is in several groups.
    """
    alike: dict[str, list[ChangedReply]] = {}
    for one in found:
        for line in line_differences(one.before, one.after):
            alike.setdefault(line, []).append(one)
    groups = sorted(alike.items(), key=lambda item: -len(item[1]))
    return [(_group(line, some, named), some) for line, some in groups]


def _group(line: str, some: Sequence[ChangedReply], most: int) -> str:
    if len(some) == 1:
        return f"{_question(some[0])}: {line}"
    named = ", ".join(f"«{shorten(one.question, _SHORT)}»" for one in some[:most])
    more = f" и ещё {len(some) - most}" if len(some) > most else ""
    count = f"{len(some)} {plural(len(some), 'вопрос', 'вопроса', 'вопросов')}"
    return f"{line} — {count}: {named}{more}"


def _question(one: ChangedReply) -> str:
    asked = f"«{shorten(one.question, _SHORT)}»"
    return f"{asked} ({_ORIGINS[one.origin]})" if one.origin in ("waiting", "asked", "miss") else asked
