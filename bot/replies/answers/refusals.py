"""Refusals: what the base does not say, and the nearest facts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.answers import options
from bot.replies.parts import Part, Reply, Text
from knowledge.facts.model import FactBase
from knowledge.results import Reason, Refusal, Slot, Unanswered

NEAR = "Ближайшее из того, что есть в базе:"
MISSING = {
    Slot.STATEMENT: "ответа на такой вопрос среди них нет",
    Slot.PERSON: "не указано, кто именно",
    Slot.SPEAKER: "не указано, кто это сказал",
    Slot.PLACE: "место не указано",
    Slot.DATE: "дата не указана",
    Slot.POST: "должность не указана",
    Slot.SIDE: "сторона не указана",
    Slot.NUMBER: "число не указано",
    Slot.REASON: "причина не указана",
    Slot.PURPOSE: "цель не указана",
    Slot.MANNER: "не сказано, как именно",
    Slot.YES_NO: "прямого ответа «да» или «нет» среди них нет",
    Slot.SOURCE: "другого источника не указано",
}


_TEXTS = {
    Reason.NO_WORDS: "Не вижу здесь вопроса. Спросите словами, например: «{example}»",
    Reason.OFF_TOPIC: "Этого в базе нет. Она только об одном: «{title}».",
    Reason.NO_SUCH_NUMBER: "В базе нет сведений об этом{named}.",
    Reason.NO_SUCH_ENTITY: "В базе нет сведений об этом{named}.",
    Reason.NO_SUCH_SLOT: "Сведения об этом в базе есть, но {missing}{named}.",
    Reason.UNACCOUNTED: "Ответа на такой вопрос в базе нет. Ничего не сказано об этом{named}.",
    Reason.NEGATED: "Об этом не сказано: в сведениях только то, что было.",
    Reason.NO_CONTEXT: "Не понял, о чём вопрос: спросите целиком, например: «{example}»",
    Reason.TOO_LONG: "Вопрос слишком длинный. Сократите его, пожалуйста, до одного-двух предложений.",
    Reason.BAD_INPUT: "Не удалось прочитать вопрос. Пришлите его обычным текстом.",
}


def render(refusal: Refusal, base: FactBase) -> Reply:
    """What is missing, then the nearest facts (three at most) as a list and buttons."""
    text = _TEXTS[refusal.reason].format(
        example=base.source.examples[0] if base.source.examples else base.source.title,
        title=base.source.title,
        missing="вот о чём в них не сказано" if refusal.named else MISSING[refusal.slot],
        named=f": {_quoted(refusal.named)}" if refusal.named else "",
    )
    parts: list[Part] = [Text(text)]
    if refusal.near:
        parts += [Text(f"\n\n{NEAR}\n"), options.listing(refusal.near)]
    return Reply(parts=tuple(parts), buttons=options.buttons(refusal.near))


def unanswered_part(unanswered: Unanswered) -> str:
    """The sentence about the part of a double question that has no answer."""
    asked = unanswered.text.strip(" ?!.")
    return f"На другую часть вопроса («{asked}») в базе ответа нет{_because(unanswered)}."


def _because(unanswered: Unanswered) -> str:
    if unanswered.reason is Reason.NO_SUCH_SLOT and unanswered.slot is not Slot.STATEMENT:
        return f": {MISSING[unanswered.slot]}"
    return f": ничего не сказано про {_quoted(unanswered.named)}" if unanswered.named else ""


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"«{word}»" for word in words)
