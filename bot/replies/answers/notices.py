"""Notices: buttons that no longer work, too many questions, an error, storage that is away."""

from __future__ import annotations

from bot.replies.parts import Reply, Text

OLD_BUTTON = "Эта кнопка устарела. Задайте вопрос заново, пожалуйста."
OLD_SCREEN = "Эта кнопка устарела. Откройте экран заново."
"""For an editor, whose buttons belong to screens and not to questions."""
FOREIGN_BUTTON = "Эти кнопки ждут того, кто спросил. Задайте свой вопрос, и я отвечу вам."
PRESSED = "Уже нажато: ответ ниже. Ещё раз можно через пару секунд."
FAULT = "Не получилось ответить из-за ошибки у меня. Попробуйте ещё раз чуть позже."

NOT_SAVED = "Не записал: хранилище сейчас недоступно. Попробуйте, пожалуйста, чуть позже."


def not_saved() -> Reply:
    """The database is away: what was asked for is neither stored nor looked up."""
    return Reply(parts=(Text(NOT_SAVED),))


TOO_MANY = "Слишком много вопросов сразу: на последние не отвечаю. Повторите их через минуту, пожалуйста."


def too_many() -> Reply:
    return Reply(parts=(Text(TOO_MANY),))


def internal_error() -> Reply:
    return Reply(parts=(Text(FAULT),))
