"""The reply to /why: how the question was understood and which rule decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.replies.answers import sources
from bot.replies.answers.labels import SLOTS
from bot.replies.answers.rule_names import RULES
from bot.replies.parts import Button, Part, Reply, Strong, Text
from knowledge.facts.model import Basis, FactBase, FactId
from knowledge.results import Answer, Choices, Explanation, Refusal, Result, Slot, WordReading

NOTHING_YET = "Пока нечего объяснять: задайте вопрос, и я расскажу, как его понял."
_BREAK = "\n\n"
_AFTER_QUESTION = " ,;:"
"""Left of what was cut off: «кто такой Го, напомни?»."""
READINGS = {
    WordReading.SAME: "есть в факте",
    WordReading.SYNONYM: "есть в факте другим словом",
    WordReading.DERIVED: "есть в факте однокоренное",
    WordReading.ASKING: "говорит, что именно спрашивают",
    WordReading.FUNCTION: "служебное, на поиск не влияет",
    WordReading.MISSING: "в факте не нашлось",
}
_SHARED = (WordReading.SAME, WordReading.SYNONYM, WordReading.DERIVED)
ASKED = {
    Slot.STATEMENT: "Само сообщение",
    Slot.YES_NO: "Да или нет",
}


def stored(result: Result, base: FactBase, typed: str = "") -> str:
    """What is kept of an answer for /why: the summary, an empty line, all the rest. `typed`: the message."""
    return f"{summary(result, base, typed)}{_BREAK}{render(result, base).plain}"


def short(stored_text: str, answer: int) -> Reply:
    """The summary; a button shows the rest. `answer` is the message that is explained."""
    first, _, rest = stored_text.partition(_BREAK)
    more = ((Button(label="Подробнее", action="details", argument=str(answer)),),) if rest else ()
    return Reply(parts=(Text(first),), buttons=more)


def detailed(stored_text: str) -> Reply:
    """All but the summary; that where there is no more."""
    first, _, rest = stored_text.partition(_BREAK)
    return Reply(parts=(Text(rest or first),))


def summary(result: Result, base: FactBase, typed: str = "") -> str:
    """How the question was understood, which rule decided, on which words, and where the answer stands."""
    asked = as_typed(result.why.understood.rstrip(_AFTER_QUESTION), typed)
    understood = f"Понял вопрос как «{asked}». " if asked else ""
    match result:
        case Answer(shown=shown) if shown:
            facts = tuple(dict.fromkeys(one.fact for one in shown))
            inferred = "".join(f" {note}." for note in sources.inferences(facts))
            decided = _decided("Почему такой ответ", result, "есть в нём", _SHARED)
            return f"{understood}{decided}Где это сказано: {sources.places(facts, base)}.{inferred}"
        case Answer():
            return f"{understood}Ответил сам, без сведений из базы."
        case Choices():
            return f"{understood}Подошло сразу несколько сведений."
        case Refusal():
            told = _decided("Почему без ответа", result, "не нашлось", (WordReading.MISSING,)).rstrip()
            return f"{understood}{told or 'Подходящего сведения не нашёл.'}"


def _decided(head: str, result: Result, label: str, readings: Collection[WordReading]) -> str:
    """The rule in words, with the question's words that were read so."""
    if result.rule not in RULES:
        return ""
    words = [one.written for one in result.why.words if one.reading in readings]
    return f"{head}: {RULES[result.rule]}{f' ({label}: {_quoted(words)})' if words else ''}. "


def as_typed(understood: str, typed: str) -> str:
    """What was understood as it stands in the message: it is folded, without ё."""
    place = _folded(typed).find(_folded(understood))
    return typed[place : place + len(understood)] if place >= 0 else understood


def _folded(text: str) -> str:
    """In small letters, without ё; as long as it was."""
    return text.lower().replace("ё", "е")


def render(result: Result, base: FactBase) -> Reply:
    """One line each: the understood question, its words, the rule, the nearest facts, the confidence."""
    lines = [*_understood(result.why), *_words(result.why), *_inferred(result), *_decision(result, base)]
    parts: list[Part] = []
    for number, (label, text) in enumerate(lines):
        end = "" if number == len(lines) - 1 else "\n"
        parts += [Strong(f"{label}:"), Text(f"{'' if text.startswith(chr(10)) else ' '}{text}{end}")]
    return Reply(parts=tuple(parts))


def _understood(why: Explanation) -> Iterator[tuple[str, str]]:
    if why.understood:
        yield "Вопрос понят так", f"«{why.understood.rstrip(_AFTER_QUESTION)}»"
    yield "Спрашивают", (ASKED.get(why.slot) or SLOTS[why.slot]).lower()
    repaired = [f"«{word.written}» → «{word.read}»" for word in why.words if word.repaired]
    if repaired:
        yield "Исправлено", ", ".join(repaired)
    if why.carried:
        yield "Взято из прошлого вопроса", _quoted(why.carried)


def _words(why: Explanation) -> Iterator[tuple[str, str]]:
    if why.words:
        yield "Слова", "".join(f"\n• {word.written}: {READINGS[word.reading]}" for word in why.words)
    missing = [word.written for word in why.words if word.reading is WordReading.MISSING]
    if missing:
        yield "Не нашлось", _quoted(missing)


def _inferred(result: Result) -> Iterator[tuple[str, str]]:
    """How what the answer shows was inferred."""
    shown = dict.fromkeys(one.fact for one in result.shown) if isinstance(result, Answer) else {}
    for fact in shown:
        if fact.basis is Basis.INFERRED:
            yield "Как выведено", fact.because or "прямо в источнике не сказано"


def _decision(result: Result, base: FactBase) -> Iterator[tuple[str, str]]:
    why = result.why
    yield "Решило правило", RULES.get(result.rule, result.rule)
    if why.best is not None:
        yield "Ближайший факт", f"{_title(why.best, base)} (близость {_score(why.score)})"
    if why.runner_up is not None:
        yield "Следующий за ним", f"{_title(why.runner_up, base)} (близость {_score(why.runner_up_score)})"
    if why.reread is not None:
        yield "Прочитано ещё раз", _reread(why, base)
    if isinstance(result, Choices):
        yield "Предложено на выбор", str(len(result.options))
    yield "Уверенность", _score(result.confidence)


def _reread(why: Explanation, base: FactBase) -> str:
    """What the trained reader changed."""
    assert why.reread is not None
    before, after = _score(why.reread.score), _score(why.score)
    if why.reread.best == why.best:
        return f"по словам близость была {before}, по смыслу стала {after}"
    return f"по словам ближе был факт {_title(why.reread.best, base)} ({before}), по смыслу ближе этот"


def _title(fact_id: FactId, base: FactBase) -> str:
    fact = base.fact_by_id.get(fact_id)
    return f"«{fact_id}»" if fact is None else f"«{fact.says}»"


def _score(score: float) -> str:
    return f"{score:.2f}".replace(".", ",")


def _quoted(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"«{word}»" for word in words)
