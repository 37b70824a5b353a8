"""Replies about files that editors upload, and the caption of the export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.replies import problems, revisions
from bot.replies.parts import Reply, Strong, Text
from knowledge.facts.pack.problems import Problem
from knowledge.facts.serialization import Key

FILES: Mapping[str, str] = {"yaml": "baza.zip", "xlsx": "baza.xlsx", "csv": "baza-csv.zip"}
"""Names of exported files by format."""
CAPTION = "База целиком. Исправьте и пришлите обратно, и я покажу, что изменится."
TABLES = "Таблицей: /export xlsx или /export csv."
FORMATS = "Такого вида нет. Можно /export (YAML в архиве), /export xlsx или /export csv."
LOST = "Файл не удалось получить от Telegram. Пришлите его ещё раз, пожалуйста."
_MAX_SHOWN = 20
_REASONS: Mapping[str, str] = {
    "neither": "Это не база. Базу я принимаю файлом .yaml, .xlsx, .csv или .zip. Статью пришлите текстом или "
    "файлом .txt, и я предложу по ней сведения; документ (.docx, .pdf) сначала сохраните как .txt.",
    "too-large": "Файл больше {limit} МБ, столько Telegram боту не отдаёт. Пришлите меньший.",
    "unknown": "В базе нет файла «{name}». Бывают source, sources, people, events, facts и terms "
    "с концом .yaml или .csv, все в одной папке.",
    "broken": "Архив не читается: он повреждён или это не zip. Упакуйте файлы заново.",
    "broken-sheet": "Таблица не читается: она повреждена, под паролем или не в UTF-8. Сохраните её заново.",
    "outside": "Путь «{name}» ведёт из папки наружу. Такой архив я не открываю.",
    "link": "«{name}» — ссылка, а не файл. Такой архив я не открываю.",
    "nested": "«{name}» — архив в архиве. Упакуйте сами файлы YAML.",
    "duplicate": "«{name}» встречается в архиве дважды. Оставьте один файл.",
    "encrypted": "«{name}» под паролем. Упакуйте файлы без пароля.",
    "many": "В архиве слишком много файлов: базе столько не нужно.",
    "bomb": "В распакованном виде «{name}» больше, чем может быть база. Такой архив я не открываю.",
    "empty": "Файл пуст.",
}


def caption(form: str) -> str:
    """Under an exported file; what else there is, under the archive of YAML alone."""
    return f"{CAPTION} {TABLES}" if form == "yaml" else CAPTION


def refused(why: str, name: str, limit: int) -> Reply:
    """`why`: a value of RefusalReason. `limit`: the largest upload in bytes."""
    return Reply(parts=(Strong("Файл не принят. "), Text(reason(why, name, limit))))


def reason(why: str, name: str, limit: int) -> str:
    """Why a file is refused, and what to do."""
    return _REASONS[why].format(name=name[:200], limit=limit // 2**20)


def not_a_pack(found: Sequence[Problem]) -> Reply:
    lines = [f"• {problems.line(problem)}" for problem in found[:_MAX_SHOWN]]
    more = [f"… и ещё {len(found) - _MAX_SHOWN}"] if len(found) > _MAX_SHOWN else []
    return Reply(
        parts=(Strong("Файл не принят, ничего не изменено."), Text("\n" + "\n".join([*lines, *more])))
    )


def unknown_format() -> Reply:
    return Reply(parts=(Text(FORMATS),))


def long_cell(sheet: str, row: int) -> Reply:
    """A text that no cell of a workbook can hold."""
    return Reply(
        parts=(Text(f"Текст на листе {sheet}, строка {row}, не помещается в ячейку. Возьмите /export csv."),)
    )


def outdated(keys: Sequence[Key], revision: int) -> Reply:
    """The file is of an older base, and what it changes was changed otherwise since."""
    return Reply(parts=(Strong("Файл не принят. "), Text(revisions.outdated_file(keys, revision))))


def other_pack(kept: str, given: str) -> Reply:
    return Reply(parts=(Strong("Файл не принят. "), Text(revisions.other_pack(kept, given))))


def lost() -> Reply:
    return Reply(parts=(Text(LOST),))
