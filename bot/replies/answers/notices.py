"""Short notices over a button that cannot act, and the apology for a fault of ours."""

from __future__ import annotations

from bot.replies.parts import Reply, Text

OLD_BUTTON = "Эта кнопка устарела. Задайте вопрос заново, пожалуйста."
FOREIGN_BUTTON = "Эти кнопки ждут того, кто спросил. Задайте свой вопрос, и я отвечу вам."
FAULT = "Не получилось ответить из-за ошибки у меня. Попробуйте ещё раз чуть позже."


def fault() -> Reply:
    return Reply(parts=(Text(FAULT),))
