"""«Перенесли ли?», «отменили?»: what the record of an event holds, and that nothing more is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Event, EventId, FactBase
from knowledge.facts.pack import load_pack
from knowledge.facts.serialization import EntityKind, Key
from knowledge.results import Answer, Refusal
from tests.knowledge.sample_base import NOW

BASE = load_pack(Path(__file__).resolve().parents[2] / "knowledge" / "dialogue")
SECOND = Key(EntityKind.EVENT, "dialogue-2")
ENGINE = Engine(BASE)


def edited(base: FactBase, **fields: object) -> FactBase:
    before = base.event_by_id[EventId(SECOND.id)]
    after: Event = replace(before, **fields)  # type: ignore[arg-type]
    return overwrite(base, [Change(key=SECOND, before=before, after=after)])


def dated(base: FactBase, when: str) -> FactBase:
    return edited(base, when=EdtfDate.parse(when))


def first_line(engine: Engine, question: str) -> str:
    result = engine.reply(question, NEW, NOW).result
    return rendering.render(result, engine.base, NOW).plain.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            "Перенесли ли второй диалог на другой срок?",
            "О переносе ничего не сказано: по плану июнь 2016 года.",
        ),
        ("второй диалог отложили?", "О переносе ничего не сказано: по плану июнь 2016 года."),
        ("Дату второго диалога не изменили?", "О переносе ничего не сказано: по плану июнь 2016 года."),
        ("сдвинули ли второй диалог на июль", "О переносе ничего не сказано: по плану июнь 2016 года."),
        ("второй диалог не отменён?", "Об отмене ничего не сказано: по плану июнь 2016 года."),
        (
            "Второй диалог перенесли в Шанхай?",
            "О смене места ничего не сказано: по плану Пекин, июнь 2016 года.",
        ),
        ("Первый диалог переносили?", "О переносе ничего не сказано: 1 декабря 2015 года."),
    ],
)
def test_a_change_of_which_nothing_is_said_is_refused_with_what_is_held(question: str, line: str) -> None:
    assert isinstance(ENGINE.reply(question, NEW, NOW).result, Refusal)
    assert first_line(ENGINE, question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Перенесли ли второй диалог?", "Да, срок изменён: было июнь 2016 года, теперь сентябрь 2016 года."),
        ("второй диалог не перенесли?", "Срок изменён: было июнь 2016 года, теперь сентябрь 2016 года."),
        ("сдвинули второй диалог на июль?", "Срок изменён: было июнь 2016 года, теперь сентябрь 2016 года."),
        (
            "второй диалог отменили?",
            "Об отмене ничего не сказано; срок изменён: было июнь 2016 года, теперь сентябрь 2016 года.",
        ),
    ],
)
def test_a_moved_event_is_told_with_both_dates(question: str, line: str) -> None:
    engine = Engine(dated(BASE, "2016-09"))
    assert isinstance(engine.reply("Перенесли ли второй диалог?", NEW, NOW).result, Answer)
    assert first_line(engine, question) == line


def test_an_event_called_off_is_told_so() -> None:
    engine = Engine(edited(BASE, cancelled=True))
    assert first_line(engine, "Второй диалог отменили?") == "Да, отменено."
    assert first_line(engine, "Второй диалог не отменили?") == "Отменено."
    assert first_line(engine, "Второй диалог перенесли?") == "Событие отменено."


def test_the_last_move_counts_and_one_back_is_none() -> None:
    once = dated(BASE, "2016-09")
    twice = dated(once, "2016-11")
    assert str(twice.moved[EventId(SECOND.id)]) == "2016-09"
    assert dated(dated(BASE, "2016-09"), "2016-06").moved == {}
    assert dated(BASE, "2016-06-14").moved == {}, "a date made exact is no move"
    assert str(dated(once, "2016-09-05").moved[EventId(SECOND.id)]) == "2016-06"


@pytest.mark.parametrize("question", ["Почему отменили второй диалог?", "Третий диалог отменили?"])
def test_other_questions_are_left_to_other_rules(question: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Refusal)
    assert result.held is None


def test_what_a_statement_tells_of_a_change_is_left_to_it() -> None:
    told = replace(BASE.facts[0], says="Второй диалог перенесли из-за погоды.", about=(EventId(SECOND.id),))
    engine = Engine(replace(BASE, facts=(told, *BASE.facts[1:])))
    result = engine.reply("Второй диалог перенесли?", NEW, NOW).result
    assert not (isinstance(result, Refusal) and result.held)
