"""Replies to messages without a question: voice messages, stickers, locations, unknown commands."""

from __future__ import annotations

from bot.replies.parts import Reply, Text

_TEXTS = {
    "voice": "Голосовые сообщения я не понимаю. Напишите вопрос текстом, пожалуйста.",
    "audio": "Слушать я не умею. Напишите вопрос текстом, пожалуйста.",
    "video": "Видео я не смотрю. Напишите вопрос текстом, пожалуйста.",
    "video_note": "Видеосообщения я не понимаю. Напишите вопрос текстом, пожалуйста.",
    "photo": "Картинок я не понимаю. Напишите вопрос текстом или подпишите снимок.",
    "animation": "Картинок я не понимаю. Напишите вопрос текстом, пожалуйста.",
    "sticker": "Хороший стикер! Но отвечаю я только на слова.",
    "document": "Файлов я не читаю. Напишите вопрос текстом, пожалуйста.",
    "location": "Карты я не понимаю. Спросите словами: где это было?",
    "venue": "Карты я не понимаю. Спросите словами: где это было?",
    "contact": "Контакты мне не нужны. Спросите о человеке словами, если он есть в базе.",
    "poll": "В опросах я не участвую. Задайте вопрос текстом, пожалуйста.",
    "dice": "Играть я не умею, зато отвечаю на вопросы.",
}
OTHER = "Такие сообщения я не понимаю. Напишите вопрос текстом, пожалуйста."
UNKNOWN_COMMAND = "Такой команды нет. Что я умею, покажет /help."
CANCELLED = "Отменено. Можно спрашивать дальше."
NOTHING_TO_CANCEL = "Отменять нечего. Подписки покажет /subscriptions. Можно спрашивать дальше."


def render(kind: str) -> Reply:
    """`kind`: Telegram's content type."""
    return Reply(parts=(Text(_TEXTS.get(kind, OTHER)),))


def unknown_command() -> Reply:
    return Reply(parts=(Text(UNKNOWN_COMMAND),))


def cancelled(*, something: bool) -> Reply:
    """`something`: whether there was an action to cancel."""
    return Reply(parts=(Text(CANCELLED if something else NOTHING_TO_CANCEL),))
