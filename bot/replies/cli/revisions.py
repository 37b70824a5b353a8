"""The terminal's words about the base in the database: history, import, export, undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from knowledge.facts.edits import Change
from knowledge.facts.serialization import Key

HELP = "База бота: то, что в базе данных."
EXPORT = "Записать базу файлами пакета в папку."
IMPORT = "Принять файлы пакета из папки одной правкой."
HISTORY = "Правки, новые сверху; с номером сведения — только его."
UNDO = "Отменить правку с этим номером."
FOLDER = "папка пакета"
AUTHOR = "Кто правит; останется в истории."
WHY = "Почему; останется в истории."
ENTITY = "id сведения, события, человека"
NUMBER = "номер правки"
LIMIT = "Сколько правок показать."
NO_CHANGES = "Изменений нет."
NO_HISTORY = "Правок нет."
EMPTY = "База данных ещё пуста: её наполнит первый запуск бота."
UPGRADED = "Схема базы данных обновлена."
_ORIGINS = {
    "seed": "первое наполнение",
    "files": "из файлов",
    "import": "импорт",
    "chat": "из чата",
    "undo": "отмена",
    "inbox": "из входящих",
    "settle": "выбор версии",
}
_KINDS = {
    "source": "источник",
    "person": "человек",
    "event": "событие",
    "fact": "сведение",
    "terms": "словарь",
}


def exported(folder: str, files: int) -> str:
    return f"Записано файлов: {files}, папка: {folder}"


def published(number: int, changes: Sequence[Change], followers: int) -> str:
    lines = [f"Правка {number}:", *(f"  {change_line(change)}" for change in changes)]
    return "\n".join([*lines, f"Узнают подписчики: {followers}."])


def revision(number: int, at: datetime, zone: ZoneInfo, author: str, why: str, kind: str) -> str:
    when = format_datetime(at.astimezone(zone), "d MMMM y 'года', HH:mm", locale="ru")
    reason = f" — {why}" if why else ""
    return f"{number}. {when}, {origin(kind)}, {author}{reason}"


def origin(kind: str) -> str:
    """Where an edit came from."""
    return _ORIGINS.get(kind, kind)


def change_line(change: Change) -> str:
    """«+ сведение second-dialogue»: added, retired or changed."""
    sign = "+" if change.before is None else "−" if change.after is None else "±"
    return f"{sign} {name(change.key)}"


def name(key: Key) -> str:
    return f"{_KINDS[key.kind.value]} {key.id}"


def conflict(keys: Sequence[Key]) -> str:
    changed = ", ".join(name(key) for key in keys)
    return f"С тех пор изменилось ещё: {changed}. Отмените сначала более позднюю правку."


def no_revision(number: int) -> str:
    return f"Правки {number} нет."


def not_undone(number: int) -> str:
    return f"Правка {number} — первое наполнение базы, отменить её нельзя."


def other_pack(kept: str, given: str) -> str:
    return f"В базе данных «{kept}», а в файлах «{given}»."
