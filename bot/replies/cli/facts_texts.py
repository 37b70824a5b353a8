"""Help and results of `spravka facts` and `spravka db`, in Russian."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies import revisions
from knowledge.facts.edits import Change
from knowledge.facts.serialization import Key

HELP = "База бота: то, что в базе данных."
EXPORT = "Записать базу файлами пакета в папку или таблицей в файл .xlsx."
IMPORT = "Принять папку пакета, таблицу .xlsx, .csv или .zip одной правкой."
HISTORY = "Правки, новые сверху; с номером сведения — только его."
UNDO = "Отменить правку с этим номером."
PATH = "папка пакета или файл"
FORMAT = "yaml, xlsx или csv; без него вид узнаётся по имени."
AUTHOR = "Кто правит; останется в истории."
WHY = "Почему; останется в истории."
ENTITY = "id сведения, события, человека"
NUMBER = "номер правки"
LIMIT = "Сколько правок показать."
NO_CHANGES = "Изменений нет."
NO_HISTORY = "Правок нет."


def exported_workbook(file: str) -> str:
    return f"База записана в таблицу: {file}"


def exported(folder: str, files: int) -> str:
    return f"Записано файлов: {files}, папка: {folder}"


def published(number: int, changes: Sequence[Change], followers: int) -> str:
    lines = [f"Правка {number}:", *(f"  {revisions.change_line(change)}" for change in changes)]
    return "\n".join([*lines, f"Узнают подписчики: {followers}."])


def conflict(keys: Sequence[Key]) -> str:
    changed = ", ".join(revisions.entity_name(key) for key in keys)
    return f"С тех пор изменилось ещё: {changed}. Отмените сначала более позднюю правку."


def not_undone(number: int) -> str:
    return f"Правка {number} — первое наполнение базы, отменить её нельзя."
