"""Refusals: one sentence that says what is missing; the nearest facts are buttons only."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies.answers import event_changes, options
from bot.replies.parts import Reply, Text
from knowledge.facts.model import FactBase
from knowledge.results import Lack, Reason, Refusal, Slot, Unanswered

NOT_FOUND_KIND = {
    Slot.PERSON: "Нужного имени",
    Slot.SPEAKER: "Чьи это слова,",
    Slot.PLACE: "Нужного места",
    Slot.DATE: "Нужной даты",
    Slot.POST: "Нужной должности",
    Slot.NUMBER: "Нужного числа",
    Slot.REASON: "Причины",
    Slot.PURPOSE: "Цели",
    Slot.SOURCE: "Другого источника",
}
"""What was looked for, as it stands before «в сведениях не нашёл»."""
NOT_FOUND = "Ответа на этот вопрос я не нашёл."
NOT_DIRECTLY = "Прямого ответа не нашёл. Сказано вот что"
MEANT = "Вопрос отнёс к сказанному раньше"
UNKNOWN = "Об этом я не знаю"
_ON_TOPIC = "Я отвечаю по теме «{title}», например: «{example}»"
_TEXTS = {
    Reason.NO_WORDS: "Не вижу здесь вопроса. Спросите словами, например: «{example}»",
    Reason.OFF_TOPIC: f"{UNKNOWN}. {_ON_TOPIC}",
    Reason.NO_CONTEXT: "Не понял, о чём вопрос. Спросите целиком, например: «{example}»",
    Reason.NOTHING_EARLIER: "Что было до этого, в сведениях не сказано.",
    Reason.NOTHING_LATER: "Что было или будет после этого, в сведениях не сказано.",
    Reason.AS_TYPED: "Тогда вопроса я не понял. Спросите, пожалуйста, другими словами.",
    Reason.TOO_LONG: "Вопрос слишком длинный. Сократите его, пожалуйста, до одного-двух предложений.",
    Reason.BAD_INPUT: "Не удалось прочитать вопрос. Пришлите его обычным текстом.",
}
_LACKS = {Lack.CLOCK: "Нужного времени", Lack.START: "Времени начала"}


def render(refusal: Refusal, base: FactBase) -> Reply:
    """What is missing, and the nearest facts (three at most) as buttons."""
    parts = [Text(_text(refusal, base))]
    if refusal.meant and refusal.reason not in _TEXTS:
        parts.append(Text(f"\n\n{MEANT}: {', '.join(map(_quoted, refusal.meant))}."))
    return Reply(parts=tuple(parts), buttons=options.buttons(refusal.near))


def _text(refusal: Refusal, base: FactBase) -> str:
    if refusal.reason is Reason.AS_TYPED and refusal.named:
        return f"Ответа не нашёл: {_absent(refusal.named)}."
    if refusal.reason is Reason.OFF_TOPIC and refusal.named:
        return f"{UNKNOWN}: {_absent(refusal.named)}. {_ON_TOPIC.format(**_own(base))}"
    if refusal.reason in _TEXTS:
        return _TEXTS[refusal.reason].format(**_own(base))
    if refusal.held is not None:
        return event_changes.render(refusal.held)
    if refusal.reason is Reason.NEGATED:
        return NOT_FOUND if refusal.said is None else f"{NOT_DIRECTLY}: «{refusal.said.says}»"
    return _not_found(refusal)


def _own(base: FactBase) -> dict[str, str]:
    title = base.source.title
    example = base.source.examples[0] if base.source.examples else title
    return {"example": example, "title": _inner(title)}


def _inner(text: str) -> str:
    """A text as it stands inside quotes."""
    return text.replace("«", "„").replace("»", "“")


def _not_found(refusal: Refusal) -> str:
    """It may be said in other words, unless it is certain that it is not."""
    if refusal.asked and refusal.is_certain:
        return f"{refusal.asked[:1].upper()}{refusal.asked[1:]}, в сведениях не сказано."
    if refusal.asked:
        return f"Не нашёл в сведениях, {_inside(refusal.asked)}."
    if refusal.apart:
        return f"Вместе {' и '.join(map(_quoted, refusal.apart))} в сведениях не встречаются."
    if refusal.named:
        return f"Ответа не нашёл: {_absent(refusal.named)}."
    kind = _LACKS.get(refusal.lacks) if refusal.lacks else None
    kind = kind or NOT_FOUND_KIND.get(refusal.slot)
    return f"{kind} в сведениях не нашёл." if kind else NOT_FOUND


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
    is_short_form = asked[:2].isupper() and asked[1:2].isalpha()
    return asked if is_short_form else f"{asked[:1].lower()}{asked[1:]}"


def _quoted(word: str) -> str:
    return f"«{_inner(word)}»"
