"""Texts for invalid input in a form: what is wrong and what to type."""

from __future__ import annotations

from collections.abc import Mapping

_TEXTS: Mapping[str, str] = {
    "empty": "Текста нет. Напишите хотя бы слово.",
    "too-long": "Слишком длинно: {size} знаков, а можно {limit}. Сократите, пожалуйста.",
    "control": "В тексте невидимый управляющий знак. Наберите его заново, не копируя.",
    "too-many": "Строк больше {limit}. Удалите лишние или напишите меньше.",
    "bad-id": "Так назвать нельзя. Нужны строчные латинские буквы, цифры и дефис, до 40 знаков.",
    "taken": "«{value}» в базе уже есть. Напишите другое.",
    "bad-number": "Нужно целое число от 1, цифрами.",
    "bad-address": "Это не ссылка. Она начинается с https:// и не содержит пробелов.",
    "not-listed": "В списке такого нет. Выберите кнопкой.",
}
_DATES: Mapping[str, str] = {
    "unreadable": "Дату не понял. Напишите, например: «14 июня 2016», «июнь 2016», «2016» или "
    "«с 2 по 5 августа 2023».",
    "no-such-day": "Такой даты нет в календаре. Проверьте число и месяц.",
    "no-year": "Какого года? Напишите дату вместе с годом.",
    "backwards": "Конец раньше начала. Поменяйте даты местами.",
    "other-weekday": "День недели не сходится с числом. Проверьте дату.",
}


def wording(fault: str, data: Mapping[str, str]) -> str:
    """`fault`: a value of InputFault; `data`: of the InputError."""
    if fault == "bad-date":
        return _DATES[data["reason"]]
    return _TEXTS[fault].format_map(data)
