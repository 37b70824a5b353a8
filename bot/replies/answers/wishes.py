"""Replies to what a reader wants of the bot itself; in Telegram a command's screen comes instead."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.replies import dates
from bot.replies.answers import menus
from bot.replies.parts import Reply, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase
from knowledge.results import Wish

COMMANDS = {
    Wish.FOLLOW: "/follow",
    Wish.REMIND: "/follow",
    Wish.UNFOLLOW: "/subscriptions",
    Wish.SUBSCRIPTIONS: "/subscriptions",
    Wish.FORGET: "/forget",
    Wish.MY_DATA: "/mydata",
    Wish.PRIVACY: "/privacy",
    Wish.TIMEZONE: "/timezone",
}
"""What a wish needs of the bot in Telegram."""
_TEXTS = {
    Wish.INSULT: "Понимаю, что ответ мог не помочь. Попробуйте спросить иначе.",
    Wish.REPORT: "Если в ответе ошибка, нажмите под ним «Сообщить об ошибке»: сообщение увидят редакторы.",
    Wish.HUMAN: "Отвечаю только я, по проверенным сведениям. Об ошибке можно сообщить кнопкой под ответом.",
    Wish.ACT: "Этого я не умею: только отвечаю на вопросы по проверенным сведениям.",
    Wish.STOP: "Отменять нечего. Можно спрашивать дальше.",
    Wish.TOPICS: "Все сведения по темам и по времени покажет команда /topics.",
    Wish.WHY: "Как я понял последний вопрос, покажет команда /why.",
}
_ELSEWHERE = "Это умеет бот в Telegram: команда {command}."


def render(wish: Wish, base: FactBase, now: datetime) -> Reply:
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
    text = _TEXTS.get(wish)
    return _text(text if text is not None else _ELSEWHERE.format(command=COMMANDS[wish]))


def _text(text: str) -> Reply:
    return Reply(parts=(Text(text),))
