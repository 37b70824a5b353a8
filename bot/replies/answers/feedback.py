"""Ratings, error reports, an alert when an answer appears; and the outdated mark."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.replies import dates
from bot.replies.parts import Button, Part, Reply, Strong, Text
from bot.replies.prompts import CANCEL
from knowledge.facts.dates import CalendarDate, EdtfDate

GOOD, BAD = "👍", "👎"
SEEN = "👌"
"""The bot's reaction to a reader's."""
REPORT = "Сообщить об ошибке"
SET_ALERT = "Сообщить, когда появится ответ"
CANCEL_ALERT = "Не сообщать"
NEW_ANSWER = "Показать новый ответ"
LIKED = "Спасибо за оценку."
DISLIKED = "Спасибо, редакторы посмотрят этот ответ."
OUTDATED = "Этот ответ устарел: сведение с тех пор изменили."
ALERT_SET = "Хорошо, сообщу, когда появится ответ."
OUT_OF_SCOPE = "Редакторы посмотрели: это не по теме справки, ответа здесь не будет."
ALERT_CANCELLED = "Хорошо, сообщать не буду."
_ASK = "Что в этом ответе не так? Напишите одним сообщением, я передам редакторам."
_ASK_IN_PRIVATE = "Об ошибке в ответе напишите мне в личном чате, я передам редакторам."
_NOTHING_TO_REPORT = "Пока не было ответа, в котором могла быть ошибка: спросите что-нибудь."
_REPORTED = "Спасибо, передал редакторам."
_ANSWER_GONE = "Ответа, о котором вы пишете, у меня уже нет. Задайте вопрос заново, пожалуйста."


def dislike_button() -> Button:
    return Button(label=BAD, action="rate", argument="0")


def alert_button(*, requested: bool) -> Button:
    """Request the alert or, if `requested`, cancel it."""
    if requested:
        return Button(label=CANCEL_ALERT, action="promise", argument="0")
    return Button(label=SET_ALERT, action="promise", argument="1")


def without_alert_button(reply: Reply) -> Reply:
    """The reply without the button that asks for an alert."""
    rows = (tuple(one for one in row if one.action != "promise") for row in reply.buttons)
    return replace(reply, buttons=tuple(row for row in rows if row))


def outdated_note(at: datetime, *, retired: bool) -> tuple[Part, ...]:
    """The line under an answer whose fact was changed at `at` (in the editors' time zone)."""
    day = CalendarDate(at.year, at.month, at.day)
    done = "сняли из базы" if retired else "исправили"
    return (Strong("Ответ устарел:"), Text(f" {dates.short(EdtfDate(day, day))} это {done}."))


def new_answer_button() -> tuple[tuple[Button, ...], ...]:
    return ((Button(label=NEW_ANSWER, action="anew"),),)


def ask_for_report() -> Reply:
    return Reply(parts=(Text(_ASK),), buttons=CANCEL)


def report_in_private() -> Reply:
    return Reply(parts=(Text(_ASK_IN_PRIVATE),))


def nothing_to_report() -> Reply:
    return Reply(parts=(Text(_NOTHING_TO_REPORT),))


def report_received(*, known: bool) -> Reply:
    return Reply(parts=(Text(_REPORTED if known else _ANSWER_GONE),))


def answer_alert(question: str, answer: Reply) -> Reply:
    """The alert to a reader who asked before the base had the answer."""
    head = (Text(f"Вы спрашивали: «{question}»\n"), Strong("Теперь в базе есть ответ."), Text("\n\n"))
    return Reply(parts=(*head, *answer.parts), buttons=answer.buttons)


def declined(question: str) -> Reply:
    """To a reader who waited for an answer that the base will never have."""
    return Reply(parts=(Text(f"Вы спрашивали: «{question}»\n"), Strong(OUT_OF_SCOPE)))
