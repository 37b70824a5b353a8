"""Menus of the follow-ups: what can be followed, the page of an event, the list of subscriptions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.records.subscriptions import Subscription, Target
from bot.replies import dates
from bot.replies.answers.facts import EARLIER
from bot.replies.answers.timeliness import is_unconfirmed
from bot.replies.followups import wording as words
from bot.replies.followups.buttons import calendar
from bot.replies.followups.zone_names import zone_words
from bot.replies.parts import Button, Link, Moment, Part, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.decision.context.event_records import is_superseded
from knowledge.facts.model import Event, FactBase

COMMANDS = (
    ("follow", "следить за тем, что будет"),
    ("subscriptions", "за чем вы следите"),
    ("timezone", "часовой пояс и тихие часы"),
    ("privacy", "что о вас хранится"),
    ("mydata", "получить всё, что о вас хранится"),
    ("forget", "удалить всё, что о вас хранится"),
)
_MOMENTS_SHOWN = 5
_FACTS_SHOWN = 3
"""Statements on the page of an event."""
NEW_EVENTS = "Новые события"
NOTHING_AHEAD = "Предстоящих событий в базе сейчас нет."
WHAT_IS_SENT = "Напомню о событии, сообщу, если оно изменится, и скажу о новом, едва оно появится."
CORRECTIONS = "Об исправлениях одного сведения: под ответом, за кнопкой «⋯»."
ADMINS_ONLY = "В группе это может только её администратор."
FOLLOWED = "✓ "
"""Before what the chat follows already."""
GONE = "Этой подписки уже нет."
SWITCHED_OFF = "Таких напоминаний больше не будет. Вернуть: /subscriptions."
NOT_SNOOZED = "Отложить не получится: подписки уже нет, или событие к тому времени пройдёт."
NO_REMINDER = "На это время напоминания уже нет. Все, что придут: /subscriptions."
NOT_MOVED = "Так перенести нельзя: это время прошло, или событие к тому времени пройдёт."
STOPPED = "Вы отписались."
NOTHING_FOLLOWED = "Вы пока ни за чем не следите. Начать: /follow"
UNCERTAIN = "Точный день в базе не назван."
"""The note of a calendar entry whose event has no exact day."""
NO_CALENDAR = "У этого события нет даты, которую можно поставить в календарь."


def admins_only(own_chat: str) -> Reply:
    """`own_chat`: the address of the reader's own chat with the bot, where everybody may set reminders."""
    link = Link("откройте личный чат", own_chat)
    button = Button(label="Личный чат", action="own-chat", url=own_chat)
    parts = (Text(f"{ADMINS_ONLY} Чтобы я напомнил вам одному, "), link, Text("."))
    return Reply(parts=parts, buttons=((button,),))


def follow(
    upcoming: Sequence[Event],
    passed: Sequence[Event],
    chains: Sequence[Event],
    followed: Collection[str] = (),
    unconfirmed: Collection[Event] = (),
) -> Reply:
    """What can be followed. `chains`: first events of chains, whose later events can be followed too.

    `followed`: what the chat follows already, as the buttons name it. `unconfirmed`: those of `passed` that
    are known only as planned.
    """
    offers = [(f"{event.title} ({_date(event)})", f"e:{event.id}") for event in upcoming]
    offers += [(_next_of(event, alone=len(chains) == 1), f"c:{event.id}") for event in chains]
    offers = [(f"{FOLLOWED if one in followed else ''}{label}", one) for label, one in offers]
    parts: list[Part] = [] if upcoming or passed else [Text(f"{NOTHING_AHEAD}\n\n")]
    parts += [Text(f"{_over(event, unconfirmed)} Напоминать не о чем.\n\n") for event in passed]
    if offers:
        lines = "\n".join(f"{number}. {label}" for number, (label, _) in enumerate(offers, 1))
        parts += [Strong("За чем следить?"), Text(f" {WHAT_IS_SENT}\n{lines}\n\n")]
    rows = tuple(
        (Button(label=shorten(f"{number}. {label}"), action="follow", argument=argument),)
        for number, (label, argument) in enumerate(offers, 1)
    )
    return Reply(parts=(*parts, Text(CORRECTIONS)), buttons=rows)


def _over(event: Event, unconfirmed: Collection[Event]) -> str:
    if event in unconfirmed:
        return f"{event.title}: по плану {_date(event)}; состоялось ли это, не знаю."
    return f"{event.title} ({_date(event)}): событие уже прошло."


def _next_of(first: Event, *, alone: bool) -> str:
    after = "" if alone else f" после события «{first.title}»"
    return f"{NEW_EVENTS}{after}: сообщу, когда назначат"


def event_page(event: Event, base: FactBase, *, ahead: bool) -> Reply:
    """An event by its record, with what the base says of it; buttons where it is ahead."""
    where = f"\nМесто: {event.where}" if event.where else ""
    parts: list[Part] = [Strong(event.title), Text(f"\nДата: {_date(event)}{where}")]
    if event.cancelled:
        parts.append(Text("\n\nСобытие отменено."))
    about = [fact for fact in base.facts if event.id in fact.about][:_FACTS_SHOWN]
    told = [f"{EARLIER}: {fact.says}" if is_superseded(fact, base) else fact.says for fact in about]
    parts += [Text(f"\n\n{says}") for says in told]
    chain = Button(label=NEW_EVENTS, action="follow", argument=f"c:{event.id}")
    remind = Button(label="Напомнить", action="follow", argument=f"e:{event.id}")
    row = (remind, calendar(event.id)) if ahead else (chain,)
    return Reply(parts=tuple(parts), buttons=(row,))


def has_passed(event: Event, base: FactBase) -> Reply:
    """The reply to following an event that has passed."""
    over = _over(event, [event] if is_unconfirmed(event, base) else [])
    chain = Button(label="Следить за тем, что последует", action="follow", argument=f"c:{event.id}")
    text = f"{over} Можно следить за тем, что последует."
    return Reply(parts=(Text(text),), buttons=((chain,),))


def listing(
    subscriptions: Sequence[Subscription], base: FactBase, coming: Mapping[int, Sequence[datetime]]
) -> Reply:
    """All subscriptions of the chat. `coming`: by subscription, when its next reminders come."""
    if not subscriptions:
        return Reply(parts=(Text(NOTHING_FOLLOWED),))
    lines = _numbered(subscriptions, base)
    parts: list[Part] = [Strong("Вы следите:")]
    for line, one in zip(lines, subscriptions, strict=True):
        parts += [Text(f"\n{line}"), *_next_moments(coming.get(one.id, ()), ZoneInfo(one.schedule.zone))]
    if any(coming.values()):
        parts.append(Text(f"\n\nВремя {zone_words(subscriptions[0].schedule.zone).removeprefix('время ')}."))
    return Reply(parts=tuple(parts), buttons=_rows(lines, subscriptions, "sub"))


def _numbered(subscriptions: Sequence[Subscription], base: FactBase) -> list[str]:
    return [
        f"{number}. {words.subject(one.target, one.target_id, base)}{' (на паузе)' if one.paused else ''}"
        for number, one in enumerate(subscriptions, 1)
    ]


def _rows(
    lines: Sequence[str], subscriptions: Sequence[Subscription], action: str
) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(label=shorten(line), action=action, argument=str(one.id)),)
        for line, one in zip(lines, subscriptions, strict=True)
    )


def _next_moments(coming: Sequence[datetime], zone: ZoneInfo) -> list[Part]:
    parts: list[Part] = []
    for number, at in enumerate(coming[:_MOMENTS_SHOWN]):
        parts += [Text("; " if number else "\n   Напомню "), Moment(dates.moment(at, zone), at)]
    more = len(coming) - _MOMENTS_SHOWN
    return [*parts, Text(f" и ещё {more}")] if more > 0 else parts


def which_to_stop(
    subscriptions: Sequence[Subscription], base: FactBase, ask: str = "От чего отписать?"
) -> Reply:
    """«Отпишись» where several are followed: one press stops one or all."""
    rows = _rows(_numbered(subscriptions, base), subscriptions, "stop")
    every = ((Button(label="Отписаться от всего", action="stopall"),),) if len(subscriptions) > 1 else ()
    return Reply(parts=(Text(ask),), buttons=(*rows, *every))


def may_stop(subscriptions: Sequence[Subscription], base: FactBase) -> Reply:
    """«Стоп» where nothing is being asked for, but reminders are to come."""
    return which_to_stop(subscriptions, base, "Сейчас отменять нечего. Отписать от напоминаний?")


def all_stopped(subscriptions: Sequence[Subscription], base: FactBase) -> Reply:
    """In place of what was followed; each can be followed again."""
    if not subscriptions:
        return Reply(parts=(Text(NOTHING_FOLLOWED),))
    if len(subscriptions) == 1:
        return stopped(subscriptions[0], base)
    lines = [words.subject(one.target, one.target_id, base) for one in subscriptions]
    return Reply(parts=(Strong("Вы отписались от всего:"), Text("\n• " + "\n• ".join(lines))))


def snoozed(at: datetime, zone: str) -> str:
    return f"Напомню {dates.moment(at, ZoneInfo(zone))}."


def stopped(subscription: Subscription, base: FactBase) -> Reply:
    """In place of the card of a subscription that was removed."""
    title = words.subject(subscription.target, subscription.target_id, base)
    letter = {Target.EVENT: "e", Target.CHAIN: "c", Target.FACT: "f"}[subscription.target]
    again = Button(label="Следить снова", action="follow", argument=f"{letter}:{subscription.target_id}")
    return Reply(parts=(Strong("Вы отписались:"), Text(f" {title}.")), buttons=((again,),))


def _date(event: Event) -> str:
    return "дата не названа" if event.when is None else dates.short(event.when)
