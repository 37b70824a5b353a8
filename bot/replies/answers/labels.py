"""What a question may ask for, in a word or two."""

from __future__ import annotations

from knowledge.results import Slot

READING = "Читаю базу"
"""The text beside the progress bar while a large base is read."""
SLOTS = {
    Slot.PERSON: "Кто",
    Slot.SPEAKER: "Кто сказал",
    Slot.PLACE: "Место",
    Slot.DATE: "Дата",
    Slot.POST: "Должность",
    Slot.SIDE: "Сторона",
    Slot.NUMBER: "Число",
    Slot.REASON: "Причина",
    Slot.PURPOSE: "Цель",
    Slot.MANNER: "Как",
    Slot.SOURCE: "Источник",
}
