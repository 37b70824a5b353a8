"""What the tour says and presses, in order: a line of a reader, a button, a moment of the clock, an edit."""

from __future__ import annotations

from typing import NamedTuple


class Say(NamedTuple):
    """A message; in a group as `who` says it, perhaps in reply to the bot's last message."""

    text: str
    who: str = "reader"
    replies: bool = False


class Press(NamedTuple):
    """A button of the last message with buttons to this person."""

    label: str
    who: str = "reader"


class Clock(NamedTuple):
    """The clock is moved to this Moscow time; what is due is sent."""

    at: str


class Move(NamedTuple):
    """An editor publishes another date of the second event; None: it is not named."""

    when: str | None


class React(NamedTuple):
    emoji: str


class Edit(NamedTuple):
    """The reader edits the last question."""

    text: str


class Restart(NamedTuple):
    """The process is killed and started."""


Step = Say | Press | Clock | Move | React | Edit | Restart

SCRIPT: tuple[Step, ...] = (
    Say("/start"),
    Press("Когда состоится второй диалог?"),
    Say("а где?"),
    Say("Кто председательствовал на первом диалоге?"),
    Press("⋯"),
    Press("Почему?"),
    Press("Подробнее"),
    Say("Где пройдёт втрой диалог?"),
    Press("Не то"),
    Say("Где прошёл первый диалог?"),
    Edit("Когда прошёл первый диалог?"),
    React("👍"),
    Press("Сообщить об ошибке"),
    Say("Кто такая Линч?"),
    Press("⋯"),
    Press("Сообщить об ошибке"),
    Press("Отмена"),
    Say("Кто такой Го Шэнкунь?"),
    Press("⋯"),
    Press("Сообщить об ошибке"),
    Say("Должность неверная."),
    Say("почему ты так решил?"),
    Say("сколько стоит билет?"),
    Press("Сообщить, когда появится ответ"),
    Say("👍"),
    Say("спасибо, не надо"),
    Say("/people"),
    Say("/timeline"),
    Say("/topics"),
    Say("/timezone"),
    Say("Europe/Berlin"),
    Say("/timezone UTC+10"),
    Say("/timezone Сургут"),
    Say("/timezone Питер"),
    Press("22:00–08:00"),
    Say("/timezone"),
    Clock("2016-04-20 12:30"),
    Say("Париж"),
    Say("/follow"),
    Press("1. Второй"),
    Press("Когда начнётся"),
    Press("Когда начнётся"),
    Move("2016-06-14"),
    Clock("2016-04-21 10:00"),
    Say("Напомни за 3 дня до второго диалога в 9 утра"),
    Press("+1 час"),
    Press("Подписка"),
    Move("2016-06-20"),
    Clock("2016-05-20 12:00"),
    Press("Через день"),
    Clock("2016-05-21 12:00"),
    Restart(),
    Clock("2016-06-19 15:00"),
    Press("Без таких напоминаний"),
    Clock("2016-06-21 10:00"),
    Say("/subscriptions"),
    Press("1. "),
    Press("Пауза"),
    Move("2016-09-01"),
    Press("Продолжить"),
    Clock("2016-06-21 11:00"),
    Press("Не следить"),
    Say("/start fact_gone"),
    Say("/start event_dialogue-2"),
    Say("@bot Где пройдёт второй диалог?", "member"),
    Say("а когда?", "admin", replies=True),
    Say("@bot Сколько лет Лоретте Линч?", "member"),
    Say("/why", "member"),
    Say("/follow", "member"),
    Say("/timezone", "admin"),
    Say("Владивосток", "admin", replies=True),
    Say("/privacy"),
    Say("/forget"),
    Press("Нет, оставить"),
    Say("/nonsense"),
    Say("Пока!"),
)
