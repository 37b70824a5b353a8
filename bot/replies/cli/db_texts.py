"""Help and results of `spravka db`, in Russian."""

from __future__ import annotations

from bot.replies.plurals import plural

UPGRADED = "Схема базы данных обновлена."
BACKUP = "Записать всё, что хранит бот, в один файл; бот может при этом работать."
RESTORE = "Вернуть в базу данных то, что записано командой backup; бота на это время остановите."
COPY = "Скопировать всё из одной базы данных в другую, например из SQLite в PostgreSQL; бота остановите."
FILE = "файл копии"
ADDRESSES = "откуда (иначе из DATABASE_URL) и куда"
REPLACE = "Заменить то, что там уже есть."
TOO_MANY = "Назовите один адрес, куда копировать, или два: откуда и куда."
_ROWS = ("строка", "строки", "строк")


def backed_up(file: str, size: int) -> str:
    kilobytes = max(1, round(size / 1024))
    return f"Копия записана: {file}, {kilobytes} КБ. В ней вопросы читателей: храните её закрыто."


def restored(rows: int) -> str:
    return f"Возвращено: {rows} {plural(rows, *_ROWS)}. Можно запускать бота."


def copied(rows: int) -> str:
    return f"Скопировано: {rows} {plural(rows, *_ROWS)}. Укажите новый адрес в DATABASE_URL."
