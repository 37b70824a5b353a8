"""What stands under a reply: ratings, a report, a promise to tell; and an answer that is out of date."""

from __future__ import annotations

from datetime import datetime

from bot.replies import dates
from bot.replies.followups.menus import under_answer
from bot.replies.parts import Button, Part, Reply, Strong, Text
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.results import Answer, Reason, Refusal, Result

GOOD, BAD = "👍", "👎"
REPORT = "Сообщить об ошибке"
PROMISE = "Сообщить, когда появится ответ"
WITHDRAW = "Не сообщать"
NEW_ANSWER = "Показать новый ответ"
LIKED = "Спасибо за оценку."
DISLIKED = "Спасибо, редакторы посмотрят этот ответ."
OUTDATED = "Этот ответ устарел: сведение с тех пор изменили."
PROMISED = "Хорошо, сообщу, когда появится ответ."
WITHDRAWN = "Хорошо, сообщать не буду."
_ASK = "Что в этом ответе не так? Напишите одним сообщением, я передам редакторам. Передумали — /cancel."
_REPORTED = "Спасибо, передал редакторам."
_LOST = "Ответа, о котором вы пишете, у меня уже нет. Задайте вопрос заново, пожалуйста."
_WORDLESS = (Reason.NO_WORDS, Reason.NO_CONTEXT, Reason.TOO_LONG, Reason.BAD_INPUT)
"""Refusals that no new fact would turn into an answer."""


def rows(result: Result, private: bool) -> tuple[tuple[Button, ...], ...]:
    """The rows of buttons under a reply. A report and a promise need a private chat."""
    match result:
        case Answer(shown=shown) if shown:
            rates = (Button(label=GOOD, action="rate", argument="1"), rate_bad())
            own = ((Button(label=REPORT, action="report"),),) if private else ()
            return ((*rates, *under_answer(shown[0].fact.id)), *own)
        case Refusal(reason=reason) if private and reason not in _WORDLESS:
            return ((promise(given=False),),)
    return ()


def rate_bad() -> Button:
    return Button(label=BAD, action="rate", argument="0")


def promise(*, given: bool) -> Button:
    """To ask for the promise, or to take it back."""
    if given:
        return Button(label=WITHDRAW, action="promise", argument="0")
    return Button(label=PROMISE, action="promise", argument="1")


def outdated(at: datetime, *, retired: bool) -> tuple[Part, ...]:
    """The line under an answer whose fact was changed; `at` is in the editors' zone."""
    day = CalendarDate(at.year, at.month, at.day)
    done = "сняли из базы" if retired else "исправили"
    return (Strong("Ответ устарел:"), Text(f" {dates.short(EdtfDate(day, day))} это {done}."))


def new_answer() -> tuple[tuple[Button, ...], ...]:
    return ((Button(label=NEW_ANSWER, action="anew"),),)


def ask() -> Reply:
    return Reply(parts=(Text(_ASK),))


def reported(*, known: bool) -> Reply:
    return Reply(parts=(Text(_REPORTED if known else _LOST),))


def told(question: str, answer: Reply) -> Reply:
    """To who asked when there was no answer yet."""
    head = (Text(f"Вы спрашивали: «{question}»\n"), Strong("Теперь в базе есть ответ."), Text("\n\n"))
    return Reply(parts=(*head, *answer.parts), buttons=answer.buttons)
