"""Help and results of `spravka facts` and `spravka db`, in Russian."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies import revisions
from bot.replies.editing.proposals import audience
from knowledge.facts.edits import Change
from knowledge.facts.serialization import Key

HELP = "База бота: то, что в базе данных."
EXPORT = "Записать базу файлами пакета в папку или таблицей в файл .xlsx."
IMPORT = "Показать, что изменит папка пакета, таблица .xlsx, .csv или .zip; с --yes принять их одной правкой."
YES = "Опубликовать; вместе с --author и --why."
UNSIGNED = "С --yes назовите и --author, и --why: кто правит и почему."
NOT_PUBLISHED = "Ничего не опубликовано. Чтобы опубликовать: --yes --author ИМЯ --why ПОЧЕМУ."
BASE_MOVED = "База изменилась, пока шла проверка. Ничего не опубликовано, повторите."
HISTORY = "Правки, новые сверху; с номером сведения — только его."
UNDO = (
    "Отменить правку с этим номером: показать, что изменится в ответах, и опубликовать, если ничего не "
    "пострадает."
)
YES_UNDO = "Опубликовать и то, о чём проверка предупреждает (⚠); вместе с --author и --why."
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
    return "\n".join([*lines, audience(followers)])


NEEDS_OWNER = (
    "Не опубликовано: проверка не пройдена. Правка ждёт владельца, он может опубликовать её в чате с ботом, "
    "объяснив почему: /drafts."
)
NEEDS_APPROVAL = "Не опубликовано: правка ждёт согласования в чате с ботом: /drafts."


def checking(done: int, total: int) -> str:
    return f"Проверяю: {done} из {total} вопросов"


def conflict(keys: Sequence[Key]) -> str:
    changed = ", ".join(revisions.entity_name(key) for key in keys)
    return f"С тех пор изменилось ещё: {changed}. Отмените сначала более позднюю правку."


def not_undone(number: int) -> str:
    return f"Правка {number} — первое наполнение базы, отменить её нельзя."
