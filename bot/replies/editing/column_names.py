"""The columns of exported tables in Russian; the pack's keys are read, too."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replies.editing.field_names import FIELDS

_OWN: Mapping[str, str] = {
    "id": "Имя записи",
    "about": "События",
    "people": "Люди и роли",
    "questions": "Примеры вопросов",
    "kind": "Вид",
    "key": "Ключ",
    "text": "Текст",
}
_OF_SHEET: Mapping[tuple[str, str], str] = {("source", "about"): "О чём источник"}


def column_name(sheet: str, key: str) -> str:
    """«Утверждение» for the column `says`."""
    return _OF_SHEET.get((sheet, key)) or _OWN.get(key) or FIELDS.get(key, key)
