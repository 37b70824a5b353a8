"""Replies to small talk: greetings, thanks, «кто ты?»."""

from __future__ import annotations

from bot.replies.answers import menus
from bot.replies.parts import Reply, Text
from knowledge.facts.model import FactBase
from knowledge.results import SmallTalk

_TEXTS = {
    SmallTalk.FAREWELL: "До свидания! Появится вопрос, пишите.",
    SmallTalk.THANKS: "Пожалуйста! Если нужно что-то ещё, спрашивайте.",
    SmallTalk.HOW_ARE_YOU: "Спасибо, всё в порядке: база на месте, жду вопроса.",
    SmallTalk.PRAISE: "Спасибо, приятно слышать! Спрашивайте ещё.",
    SmallTalk.COMPLAINT: (
        "Жаль, что ответ не подошёл. Попробуйте спросить иначе, лучше полным предложением. "
        "Как я понял последний вопрос, покажет команда /why."
    ),
    SmallTalk.TOLD_ALL: "Это всё: больше об этом в сведениях ничего нет.",
    SmallTalk.AGREEMENT: "Хорошо! Если что, я здесь.",
}
WHO = "Я бот-справочник по теме «{title}». Ничего не придумываю: отвечаю по проверенной базе."


def render(kind: SmallTalk, base: FactBase) -> Reply:
    """The reply to one kind of small talk, always the same."""
    if kind is SmallTalk.HELP:
        return menus.help_(base)
    if kind is SmallTalk.SOURCE:
        return menus.source(base)
    if kind is SmallTalk.WHO_ARE_YOU:
        return Reply(parts=(Text(WHO.format(title=_inside(base.source.title))),))
    if kind is SmallTalk.GREETING:
        return Reply(
            parts=(Text(f"Здравствуйте! Отвечаю по теме «{_inside(base.source.title)}». Спрашивайте."),)
        )
    return Reply(parts=(Text(_TEXTS[kind]),))


def _inside(title: str) -> str:
    """A title as it stands in quotes."""
    return title.replace("«", "„").replace("»", "“")
