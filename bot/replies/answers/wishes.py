"""Replies to what a reader wants of the bot itself; in Telegram a command's screen comes instead."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.replies import dates
from bot.replies.answers import menus
from bot.replies.parts import Reply, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase
from knowledge.results import Wish, WishedReminder

ONLY_IN_TELEGRAM = {
    Wish.FOLLOW: "Новости и напоминания присылает бот в Telegram: команда /follow.",
    Wish.REMIND: "Напоминает бот в Telegram: команда /follow.",
    Wish.UNFOLLOW: "Подписки есть у бота в Telegram: команда /subscriptions.",
    Wish.UNFOLLOW_ALL: "Подписки есть у бота в Telegram: команда /subscriptions.",
    Wish.PAUSE: "Подписки есть у бота в Telegram: команда /subscriptions.",
    Wish.RESUME: "Подписки есть у бота в Telegram: команда /subscriptions.",
    Wish.SUBSCRIPTIONS: "Подписки есть у бота в Telegram: команда /subscriptions.",
    Wish.UNREMIND: "Подписки есть у бота в Telegram: команда /subscriptions.",
    Wish.POSTPONE: "Подписки есть у бота в Telegram: команда /subscriptions.",
    Wish.QUIET: "Тихие часы нужны для напоминаний, их присылает бот в Telegram: команда /timezone.",
    Wish.NO_QUIET: "Тихие часы нужны для напоминаний, их присылает бот в Telegram: команда /timezone.",
    Wish.FORGET: "Данные читателей есть у бота в Telegram, там их удаляет команда /forget.",
    Wish.MY_DATA: "Данные читателей есть у бота в Telegram, там их показывает команда /mydata.",
    Wish.PRIVACY: "Данные читателей есть у бота в Telegram, о них расскажет команда /privacy.",
    Wish.TIMEZONE: "Часовой пояс нужен для напоминаний, их присылает бот в Telegram: команда /timezone.",
}
"""Where a wish is possible, in a terminal."""
HERE = "Здесь могу только назвать дату"
_TEXTS = {
    Wish.INSULT: "Понимаю, ответ мог не помочь: попробуйте спросить иначе.",
    Wish.REPORT: "Если в ответе ошибка, нажмите под ним «Сообщить об ошибке»: сообщение увидят редакторы.",
    Wish.HUMAN: "Отвечаю только я, по проверенным сведениям. Об ошибке можно сообщить кнопкой под ответом.",
    Wish.ACT: "Этого я не умею: отвечаю на вопросы по проверенным сведениям и напоминаю о событиях.",
    Wish.STOP: "Отменять нечего. Что бот присылает в Telegram, покажет команда /subscriptions.",
    Wish.REPEAT: "Повторять пока нечего: задайте вопрос.",
    Wish.TOPICS: "Все сведения по темам и по времени покажет команда /topics.",
    Wish.WHY: "Как я понял последний вопрос, покажет команда /why.",
}


def render(wish: Wish, base: FactBase, now: datetime, reminder: WishedReminder | None = None) -> Reply:
    """The reply of a terminal, and of the bot where no screen belongs to the wish."""
    if wish is Wish.SOURCE:
        return menus.source(base)
    if wish is Wish.TODAY:
        here = now.astimezone(ZoneInfo(base.source.zone))
        return _text(f"Сегодня {dates.full(EdtfDate.parse(here.date().isoformat()))}, сейчас {here:%H:%M}.")
    if wish is Wish.ENGLISH:
        example = base.source.examples[0] if base.source.examples else base.source.title
        return _text(
            f"I answer in Russian only. Please ask, for example: «{example}»\nОтвечаю только по-русски."
        )
    if reminder is not None and reminder.unknown and wish is not Wish.UNFOLLOW:
        lacking = f"В базе нет такого события: «{' '.join(reminder.unknown)}»."
        return _text(f"{lacking} {ONLY_IN_TELEGRAM[wish]}")
    event = reminder.event if reminder is not None else None
    if wish is Wish.REMIND and event is not None and event.when is not None:
        date = f"{HERE}: {event.title}, {dates.short(event.when)}."
        return _text(f"{ONLY_IN_TELEGRAM[wish]} {date}")
    return _text(_TEXTS[wish] if wish in _TEXTS else ONLY_IN_TELEGRAM[wish])


def _text(text: str) -> Reply:
    return Reply(parts=(Text(text),))
