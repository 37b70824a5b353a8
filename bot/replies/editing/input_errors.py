"""Texts for invalid input in a form: what is wrong and what to type."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replies import dates
from knowledge.facts.dates import EdtfDate

NOTHING = frozenset({"нет", "ничего", "пусто", "-", "—", "без места", "без даты"})
"""What an editor writes where a date or a place is asked for and there is none."""
_TEXTS: Mapping[str, str] = {
    "empty": "Текста нет. Напишите хотя бы слово.",
    "too-long": "Слишком длинно: {size} знаков, а можно {limit}. Сократите, пожалуйста.",
    "control": "В тексте невидимый управляющий знак. Наберите его заново, не копируя.",
    "too-many": "Строк больше {limit}. Удалите лишние или напишите меньше.",
    "bad-id": "Так назвать нельзя. Нужны строчные латинские буквы, цифры и дефис, до 40 знаков.",
    "taken": "«{value}» в базе уже есть. Напишите другое.",
    "bad-number": "Нужно целое число от 1, цифрами.",
    "bad-address": "Это не ссылка. Она начинается с https:// и не содержит пробелов.",
    "bad-source": "«{line}» — не дата с годом и не ссылка. Первой строкой название, ниже — дата и ссылка.",
    "not-listed": "В списке такого нет. Выберите кнопкой.",
}
_DATES: Mapping[str, str] = {
    "unreadable": "Дату не понял. Напишите, например: «14 июня 2016», «июнь 2016», «2016» или "
    "«с 2 по 5 августа 2023».",
    "no-such-day": "Такой даты нет в календаре. Проверьте число и месяц.",
    "no-year": "Какого года? Напишите дату вместе с годом, например «{found}».",
    "vague": "«{lost}» сохранить нельзя, дата будет без этих слов: «{found}». Напишите её так.",
    "clock-without-day": "Время хранится только вместе с днём. Напишите и день, и время.",
    "backwards": "Конец раньше начала. Поменяйте даты местами.",
    "other-weekday": "День недели не сходится с числом. Проверьте дату.",
}


def wording(fault: str, data: Mapping[str, str]) -> str:
    """`fault`: a value of InputFault; `data`: of the InputError."""
    if fault == "bad-date":
        found = dates.full(EdtfDate.parse(data["found"])) if "found" in data else ""
        return _DATES[data["reason"]].format(found=found, lost=data.get("lost", ""))
    return _TEXTS[fault].format_map(data)
