"""/why in Russian."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import knowledge
from bot.replies.answers import why
from bot.replies.answers.rule_names import RULES
from bot.replies.parts import Strong
from knowledge.facts.model import FactId
from knowledge.results import (
    Answer,
    Choices,
    Explanation,
    Option,
    Reason,
    Refusal,
    Shown,
    Slot,
    WordReading,
    WordTrace,
)
from tests.replies.sample_base import BASE, INFERRED, NEXT, OPENED

WHY = Explanation(
    understood="когда откроют второй мост",
    slot=Slot.DATE,
    words=(
        WordTrace(written="кагда", read="когда", reading=WordReading.ASKING),
        WordTrace(written="мост", read="мост", reading=WordReading.SAME),
        WordTrace(written="луна", read="луна", reading=WordReading.MISSING),
    ),
    carried=("второй",),
    best=FactId("next"),
    score=0.934,
    runner_up=FactId("opened"),
    runner_up_score=0.5,
)


def test_why_shows_everything_that_decided() -> None:
    reply = why.render(Answer(rule="a-new-rule", confidence=0.9, why=WHY), BASE)
    assert reply.plain == (
        "Вопрос понят так: «когда откроют второй мост»\n"
        "Спрашивают: дата\n"
        "Исправлено: «кагда» → «когда»\n"
        "Взято из прошлого вопроса: «второй»\n"
        "Слова:\n"
        "• кагда: говорит, что именно спрашивают\n"
        "• мост: есть в факте\n"
        "• луна: в факте не нашлось\n"
        "Не нашлось: «луна»\n"
        "Решило правило: a-new-rule\n"
        f"Ближайший факт: «{NEXT.says}» (близость 0,93)\n"
        f"Следующий за ним: «{OPENED.says}» (близость 0,50)\n"
        "Уверенность: 0,90"
    )
    assert reply.parts[0] == Strong("Вопрос понят так:")


def test_why_explains_a_refusal_without_candidates() -> None:
    text = why.render(Refusal(rule="off-topic", confidence=0.5, reason=Reason.OFF_TOPIC), BASE).plain
    assert "Решило правило: в базе нет ничего близкого" in text
    assert "None" not in text


def test_why_says_how_a_shown_fact_was_inferred() -> None:
    shown = (Shown(fact=INFERRED, slot=Slot.STATEMENT), Shown(fact=OPENED, slot=Slot.STATEMENT))
    text = why.render(Answer(rule="sure", confidence=0.9, shown=shown), BASE).plain
    assert "Как выведено: Сложены длины двух пролётов.\n" in text
    assert text.count("Как выведено") == 1


def test_removed_fact_is_shown_by_its_id() -> None:
    result = Choices(
        rule="close",
        confidence=0.5,
        options=(Option(fact=NEXT, label="?"),) * 2,
        why=Explanation(best=FactId("gone"), slot=Slot.YES_NO),
    )
    text = why.render(result, BASE).plain
    assert "«gone»" in text
    assert "Предложено на выбор: 2" in text
    assert "Спрашивают: да или нет" in text


def test_every_rule_of_the_engine_has_a_text() -> None:
    named = re.compile(r"(?:rule=|refuse\(context, )\"([a-z-]+)\"")
    sources = Path(knowledge.__file__).parent.rglob("*.py")
    names = {name for source in sources for name in named.findall(source.read_text("utf-8"))}
    assert "sure" in names
    assert names <= RULES.keys()


def test_every_slot_and_reading_has_a_text() -> None:
    for slot in Slot:
        for reading in WordReading:
            words = (WordTrace(written="а", read="а", reading=reading),)
            why.render(Answer(rule="x", confidence=0.1, why=Explanation(slot=slot, words=words)), BASE)


def test_a_summary_says_how_the_question_was_understood_and_where_the_answer_stands() -> None:
    shown = (Shown(fact=OPENED, slot=Slot.PLACE), Shown(fact=OPENED, slot=Slot.DATE))
    text = why.summary(Answer(rule="sure", confidence=0.9, shown=shown, why=WHY), BASE)
    assert text == (
        "Понял вопрос как «когда откроют второй мост». Почему такой ответ: ближайший факт подходит вопросу "
        "почти наверняка (есть в нём: «мост»). Где это сказано: Вестник, абзац 1."
    )
    again = why.summary(
        Answer(rule="sure", confidence=0.9, shown=shown, why=WHY), BASE, "Ну, Когда откроют второй мост?"
    )
    assert again.startswith("Понял вопрос как «Когда откроют второй мост». ")
    cut = Answer(rule="sure", confidence=0.9, shown=shown, why=replace(WHY, understood="кто открыл мост,"))
    assert why.summary(cut, BASE).startswith("Понял вопрос как «кто открыл мост». ")
    refused = Refusal(rule="off-topic", confidence=0.5, reason=Reason.OFF_TOPIC)
    assert why.summary(refused, BASE) == "Почему без ответа: в базе нет ничего близкого."
    asked = replace(refused, why=replace(WHY, understood="о чем луна"))
    assert why.summary(asked, BASE, "О чём Луна?") == (
        "Понял вопрос как «О чём Луна». Почему без ответа: в базе нет ничего близкого (не нашлось: «луна»)."
    )
    assert why.summary(replace(refused, rule="a-new-rule"), BASE) == "Подходящего сведения не нашёл."


def test_figures_stand_behind_a_button() -> None:
    stored = why.stored(Answer(rule="sure", confidence=0.9, why=WHY), BASE)
    reply = why.short(stored, 7)
    assert "Уверенность" not in reply.plain
    assert [(button.action, button.argument) for row in reply.buttons for button in row] == [("details", "7")]
    assert stored.startswith(reply.plain)
    assert why.short("Вопрос понят так: «где»\nУверенность: 0,90", 7).buttons == (), "as it was kept before"
