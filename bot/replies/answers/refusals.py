"""Refusals: one sentence that says what is missing; the nearest facts are buttons only."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.answers import options
from bot.replies.parts import Reply, Text
from knowledge.facts.model import FactBase
from knowledge.results import Lack, Reason, Refusal, Slot, Unanswered

NOT_SAID = {
    Slot.STATEMENT: "об этом в них не сказано",
    Slot.PERSON: "не сказано, кто именно",
    Slot.SPEAKER: "не сказано, чьи это слова",
    Slot.PLACE: "место не указано",
    Slot.DATE: "дата не указана",
    Slot.POST: "должность не указана",
    Slot.SIDE: "не сказано, какая это сторона",
    Slot.NUMBER: "число не указано",
    Slot.REASON: "не сказано почему",
    Slot.PURPOSE: "не сказано зачем",
    Slot.MANNER: "не сказано, как именно",
    Slot.YES_NO: "ни «да», ни «нет» в них нет",
    Slot.SOURCE: "другого источника не указано",
}
NOT_FOUND = "Ответа на этот вопрос я не нашёл."
_TEXTS = {
    Reason.NO_WORDS: "Не вижу здесь вопроса. Спросите словами, например: «{example}»",
    Reason.OFF_TOPIC: "Об этом я не знаю. Я отвечаю по теме «{title}», например: «{example}»",
    Reason.NO_CONTEXT: "Не понял, о чём вопрос. Спросите целиком, например: «{example}»",
    Reason.TOO_LONG: "Вопрос слишком длинный. Сократите его, пожалуйста, до одного-двух предложений.",
    Reason.BAD_INPUT: "Не удалось прочитать вопрос. Пришлите его обычным текстом.",
}
_LACKS = {Lack.CLOCK: "Время не указано.", Lack.START: "Время начала не указано."}


def render(refusal: Refusal, base: FactBase) -> Reply:
    """What is missing, and the nearest facts (three at most) as buttons."""
    return Reply(parts=(Text(_text(refusal, base)),), buttons=options.buttons(refusal.near))


def _text(refusal: Refusal, base: FactBase) -> str:
    if refusal.reason in _TEXTS:
        title = base.source.title
        example = base.source.examples[0] if base.source.examples else title
        return _TEXTS[refusal.reason].format(example=example, title=title.replace("«", "„").replace("»", "“"))
    if refusal.reason is Reason.NEGATED:
        other = f" Сказано другое: «{refusal.said.says}»" if refusal.said is not None else ""
        return f"Об этом не сказано.{other}"
    if refusal.lacks in _LACKS:
        return _LACKS[refusal.lacks]
    return _certain(refusal) if refusal.is_certain else _not_found(refusal)


def _certain(refusal: Refusal) -> str:
    """Where the base surely has no answer."""
    if refusal.apart:
        return f"В сведениях есть {', '.join(f'и {_quoted(word)}' for word in refusal.apart)}, но не вместе."
    if refusal.asked:
        return f"{refusal.asked[:1].upper()}{refusal.asked[1:]}, в сведениях не сказано."
    if refusal.named:
        return f"Об этом в сведениях ничего нет: {_absent(refusal.named)}."
    return f"Сведения об этом есть, но {NOT_SAID[refusal.slot]}."


def _not_found(refusal: Refusal) -> str:
    """Where it may be said in other words."""
    if refusal.asked:
        return f"Не нашёл в сведениях, {_inside(refusal.asked)}."
    return f"Ответа не нашёл: {_absent(refusal.named)}." if refusal.named else NOT_FOUND


def unanswered_part(unanswered: Unanswered) -> str:
    """The sentence about the part of a double question that has no answer."""
    asked = unanswered.text.strip(" ?!.")
    because = f": {_absent(unanswered.named)}" if unanswered.named else ""
    return f"На вопрос «{asked}» ответа не нашёл{because}."


def _absent(named: Sequence[str]) -> str:
    """That words or runs of words do not occur, in whatever form the reader typed them."""
    words = ", ".join(map(_quoted, named))
    if len(named) > 1:
        return f"{words} не встречаются"
    return f"{words} не встречается" if " " in named[0] else f"слово {words} не встречается"


def _inside(asked: str) -> str:
    """The clause inside a sentence; it begins with a question word or a preposition."""
    return asked if asked[:2].isupper() else f"{asked[:1].lower()}{asked[1:]}"


def _quoted(word: str) -> str:
    return f"«{word}»"
