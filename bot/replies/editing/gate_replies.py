"""The replies that an edit would change: in order of harm, grouped by what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.records.gate import ChangedReply, GateSummary
from bot.replies.editing.reply_difference import difference
from bot.replies.plurals import plural
from bot.replies.truncation import shorten

HEADINGS: Mapping[str, str] = {
    "wrong": "⚠ Не найдут своё сведение, ответит чужое",
    "replaced": "⚠ Сведение убрано, ответит другое: верно ли оно",
    "opened": "⚠ Получат ответ, хотя его в базе быть не должно",
    "turned": "⚠ Станет другим «да», «нет» или пропадёт само значение",
    "other": "⚠ Ответит другое сведение",
    "lost": "⚠ Останутся без ответа",
    "retired": "Останутся без ответа: сведение убрано",
    "changed": "Ответ станет другим",
    "former": "Называют прежнюю дату, ответ меняется вместе с ней",
    "gained": "Получат ответ",
    "meant": "Ответит сведение, которому вопрос дан в примеры",
    "closed": "Перестанут получать ответ, которого и быть не должно",
    "unanswered": "Без ответа, как и прежде, но другими словами",
}
"""By harm, the worst first."""
_COUNTED = ("retired", "meant", "closed", "unanswered")
"""As the editor meant it, or no worse than before: on the screen they are only counted."""
_CALM = 3
"""Groups of other replies that the screen shows."""
ALARMS = ("wrong", "replaced", "opened", "turned", "other", "lost")
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
    """A reply to be settled by «Так и надо»: `number` on the screen, `place` in the summary; `alike`: how
    many replies of its cause one press settles, where it is the first of them."""

    number: int
    place: int
    alike: int = 1


def alarms(summary: GateSummary, most: int) -> list[Alarm]:
    """In the order of the screen."""
    places = {id(one): place for place, one in enumerate(summary.replies)}
    found = [one for harm, some in _by_harm(summary) if harm in ALARMS for one in some]
    seen, made = set[int](), list[Alarm]()
    for number, one in enumerate(found[:most], 1):
        place = places[id(one)]
        alike = summary.alike(place)
        made.append(Alarm(number, place, 1 if id(one) in seen else len(alike)))
        seen.update(map(id, alike))
    return made


def lines(summary: GateSummary, most: int) -> Iterator[str]:
    """For the screen: `most` alarms, numbered for their buttons; of the rest a few groups or questions."""
    if not summary.replies:
        yield "Ответы читателям не изменятся."
    numbers = iter(range(1, most + 1))
    for harm, found in _by_harm(summary):
        count = summary.counts.get(harm, 0)
        if harm in _COUNTED:
            yield f"{HEADINGS[harm]}: {count}. {_some(found, _NAMED, count)}."
            continue
        if harm in ALARMS:
            shown = list(zip(found, numbers, strict=False))
            listed, told = [f"{number}. {_alarm(one)}" for one, number in shown], len(shown)
        else:
            groups = _groups(found, _NAMED)[:_CALM]
            listed, told = [f"• {text}" for text, _ in groups], sum(len(some) for _, some in groups)
        yield f"{HEADINGS[harm]}: {count}."
        yield from listed
        if count > told:
            yield f"… и ещё {count - told}"
    yield from _settled_and_waiting(summary)


def all_lines(summary: GateSummary) -> Iterator[str]:
    """For the file and the terminal: every question."""
    if not summary.replies:
        yield "Ответы читателям не изменятся."
    for harm, found in _by_harm(summary):
        yield f"{HEADINGS[harm]}: {summary.counts.get(harm, 0)}."
        if harm in ALARMS:
            yield from (f"• {_alarm(one)}" for one in found)
        else:
            yield from (f"• {text}" for text, _ in _groups(found, len(found)))
        if (left := summary.counts.get(harm, 0) - len(found)) > 0:
            yield f"… и ещё {left}"
    yield from _settled_and_waiting(summary)
    yield from (f"• {_alarm(one)}" for one in summary.replies if one.settled)


def leaves_out(summary: GateSummary, most: int) -> bool:
    """Whether the screen leaves so much unsaid that a file is wanted: an alarm, or many other questions."""
    counts = summary.counts
    alarms_ = sum(counts.get(harm, 0) for harm in ALARMS)
    return alarms_ > most or any(counts.get(harm, 0) > most for harm in HEADINGS)


def _by_harm(summary: GateSummary) -> Iterator[tuple[str, list[ChangedReply]]]:
    for harm in HEADINGS:
        if found := [one for one in summary.replies if one.harm == harm and not one.settled]:
            yield harm, found


def _settled_and_waiting(summary: GateSummary) -> Iterator[str]:
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
    """Replies that change alike at first, each group told in a line, the largest first."""
    alike: dict[str, list[ChangedReply]] = {}
    for one in found:
        alike.setdefault(difference(one.before, one.after), []).append(one)
    groups = sorted(alike.items(), key=lambda item: -len(item[1]))
    return [(_group(line, some, named), some) for line, some in groups]


def _group(line: str, some: Sequence[ChangedReply], most: int) -> str:
    if len(some) == 1:
        return f"{_question(some[0])}: {line}"
    count = f"{len(some)} {plural(len(some), 'вопрос', 'вопроса', 'вопросов')}"
    return f"{line} — {count}: {_some(some, most, len(some))}"


def _some(found: Sequence[ChangedReply], most: int, count: int) -> str:
    """The first questions by name; `count`: how many there are."""
    named = ", ".join(_question(one) for one in found[:most])
    return f"{named} и ещё {count - most}" if count > most else named


def _question(one: ChangedReply) -> str:
    asked = f"«{shorten(one.question, _SHORT)}»"
    asked = f"{asked}, то есть «{shorten(one.meant, _SHORT)}»" if one.meant else asked
    return f"{asked} ({_ORIGINS[one.origin]})" if one.origin in ("waiting", "asked", "miss") else asked
