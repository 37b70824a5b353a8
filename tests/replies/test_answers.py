"""The full texts of answers for each part asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from bot.replies.parts import Emphasis, Link, Quote, Strong
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId
from knowledge.results import (
    Answer,
    Participant,
    Reason,
    Shown,
    Slot,
    SmallTalk,
    Unanswered,
    Value,
)
from tests.replies.sample_base import ANNA, BASE, BORIS, CLARA, FIRST, INFERRED, NEXT, OPENED, SECOND, SOURCE

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
AS_OF = "По состоянию на 2 мая 2020 года"


def answer(*shown: Shown, **more: object) -> Answer:
    return Answer(rule="best", confidence=0.9, shown=shown, **more)  # type: ignore[arg-type]  # true fields


def said(*shown: Shown, base: FactBase = BASE, now: datetime = NOW, **more: object) -> str:
    return rendering.render(answer(*shown, **more), base, now).plain


def test_passed_date_is_marked_as_passed() -> None:
    assert said(Shown(fact=NEXT, slot=Slot.DATE, value=NEXT.when)) == (
        "Дата: июнь 2022 года\n\n"
        "Второй мост обещали открыть в Калуге в июне 2022 года.\n\n"
        "Эта дата уже прошла; о том, состоялось ли событие, в базе сведений нет.\n"
        "Более поздних событий в базе нет.\n\n"
        f"{AS_OF}\n"
        "Источник: Вестник, 2 мая 2020 года, абзац 3"
    )


def test_future_date_is_not_marked_as_passed() -> None:
    early = said(Shown(fact=NEXT, slot=Slot.DATE, value=NEXT.when), now=datetime(2021, 1, 1, tzinfo=UTC))
    assert "Эта дата ещё впереди." in early
    assert "прошла" not in early
    within = said(Shown(fact=NEXT, slot=Slot.DATE, value=NEXT.when), now=datetime(2022, 6, 15, tzinfo=UTC))
    assert "прошла" not in within
    assert "впереди" not in within


def test_next_event_of_the_chain_is_named() -> None:
    first = replace(FIRST, when=EdtfDate.parse("2020-05-10"))
    opened = replace(OPENED, when=first.when)
    base = replace(BASE, events=(first, SECOND), facts=(opened, NEXT))
    text = said(Shown(fact=opened, slot=Slot.STATEMENT), base=base)
    assert "Следующее событие в базе: «Открытие второго моста», июнь 2022 года." in text
    assert "Более поздних" not in text


def test_past_fact_about_a_future_event_gives_the_events_date() -> None:
    promised = replace(NEXT, when=EdtfDate.parse("2020-05-01"))
    text = said(Shown(fact=promised, slot=Slot.STATEMENT))
    assert "Дата: пятница, 1 мая 2020 года\nОткрытие второго моста: июнь 2022 года.\nЭта дата уже" in text


def test_cancelled_event_is_marked() -> None:
    base = replace(BASE, events=(FIRST, replace(SECOND, cancelled=True)))
    text = said(Shown(fact=NEXT, slot=Slot.PLACE, value="Калуга"), base=base)
    assert "Событие «Открытие второго моста» отменено." in text
    assert "прошла" not in text


def test_edited_fact_is_dated_by_its_edit() -> None:
    edited = {FactId("next"): EdtfDate.parse("2022-07-01")}
    reply = rendering.render(answer(Shown(fact=NEXT, slot=Slot.STATEMENT)), BASE, NOW, edited)
    assert "По состоянию на 1 июля 2022 года" in reply.plain
    assert "прошла" not in reply.plain  # whoever edited it in July knew about June


def test_place_comes_first_and_the_date_last() -> None:
    assert said(Shown(fact=OPENED, slot=Slot.PLACE, value="Тула")) == (
        "Место: Тула\n\nМост открыли Анна Белова и Борис Крот.\n\nДата: пятница, 1 мая 2020 года\n\n"
        f"{AS_OF}\nИсточник: Вестник, 2 мая 2020 года, абзац 1"
    )


def participants(*people: tuple[object, str | None]) -> Value:
    return tuple(Participant(person=person, role=role) for person, role in people)  # type: ignore[arg-type]


LABELS = [
    (
        Slot.PERSON,
        participants((ANNA, "chair"), (BORIS, "chair")),
        "Председатели: Анна Белова (мэр Тулы, город); Борис Крот (министр транспорта России, Россия)",
    ),
    (Slot.PERSON, participants((ANNA, "chair")), "Председатель: Анна Белова (мэр Тулы, город)"),
    (Slot.PERSON, participants((CLARA, "архитектор")), "Архитектор: Клара Вольф"),
    (Slot.PERSON, participants((CLARA, "builder")), "Кто: Клара Вольф"),
    (
        Slot.PERSON,
        participants((CLARA, "архитектор"), (ANNA, "chair")),
        "Кто: архитектор: Клара Вольф; председатель: Анна Белова (мэр Тулы, город)",
    ),
    (Slot.SPEAKER, participants((CLARA, None)), "Кто сказал: Клара Вольф"),
    (Slot.SPEAKER, "anna", "Кто сказал: Анна Белова (мэр Тулы, город)"),
    (Slot.SPEAKER, "город", "Кто сказал: город"),
    (Slot.POST, participants((ANNA, None)), "Должность: мэр Тулы"),
    (
        Slot.POST,
        participants((ANNA, None), (CLARA, None)),
        "Должность: Анна Белова: мэр Тулы; Клара Вольф: не указано",
    ),
    (Slot.SIDE, participants((BORIS, None)), "Сторона: Россия"),
    (Slot.NUMBER, "двое", "Число: двое"),
    (Slot.REASON, "река обмелела", "Причина: река обмелела"),
    (Slot.SOURCE, None, "Источник: Вестник"),
]


@pytest.mark.parametrize(("slot", "value", "line"), LABELS)
def test_part_asked_for_comes_first_with_its_label(slot: Slot, value: Value, line: str) -> None:
    assert said(Shown(fact=OPENED, slot=slot, value=value)).startswith(f"{line}\n\n{OPENED.says}")


@pytest.mark.parametrize("slot", [Slot.STATEMENT, Slot.YES_NO, Slot.PLACE])
def test_without_a_value_the_statement_comes_first(slot: Slot) -> None:
    assert said(Shown(fact=OPENED, slot=slot)).startswith(OPENED.says)


def test_two_parts_of_one_fact_share_one_statement() -> None:
    shown = (
        Shown(fact=NEXT, slot=Slot.PLACE, value="Калуга"),
        Shown(fact=NEXT, slot=Slot.DATE, value=NEXT.when),
    )
    text = said(*shown)
    assert text.startswith(f"Место: Калуга\nДата: июнь 2022 года\n\n{NEXT.says}")
    assert text.count(NEXT.says) == 1


def test_several_facts_share_one_quote() -> None:
    text = said(Shown(fact=OPENED, slot=Slot.PLACE, value="Тула"), Shown(fact=INFERRED, slot=Slot.STATEMENT))
    assert text == (
        "Место: Тула\n\nМост открыли Анна Белова и Борис Крот.\nДата: пятница, 1 мая 2020 года\n\n"
        "Мост длиной в сто метров.\n\n"
        f"{AS_OF}\nИсточник: Вестник, 2 мая 2020 года, абзацы 1, 2\nВыведено: Сложены длины двух пролётов."
    )


def test_unanswered_part_is_named() -> None:
    missing = Unanswered(text="почему?", reason=Reason.NO_SUCH_SLOT, slot=Slot.REASON)
    text = said(Shown(fact=OPENED, slot=Slot.STATEMENT), unanswered=(missing,))
    assert "На другую часть вопроса («почему») в базе ответа нет: причина не указана." in text
    named = Unanswered(text="а третий мост", reason=Reason.NO_SUCH_NUMBER, named=("третий",))
    assert "ответа нет: ничего не сказано про «третий»." in said(
        Shown(fact=OPENED, slot=Slot.STATEMENT), unanswered=(named,)
    )


def test_emphasis_quote_and_link_are_parts() -> None:
    base = replace(BASE, source=replace(SOURCE, url="https://example.org/1"))
    reply = rendering.render(answer(Shown(fact=OPENED, slot=Slot.PLACE, value="Тула")), base, NOW)
    assert reply.parts[0] == Strong("Место:")
    assert Emphasis(AS_OF) in reply.parts
    quote = reply.parts[-1]
    assert isinstance(quote, Quote)
    assert quote.folded
    assert Link("Вестник", "https://example.org/1") in quote.parts


@pytest.mark.parametrize("kind", list(SmallTalk))
def test_small_talk_is_short_and_each_kind_has_its_own_text(kind: SmallTalk) -> None:
    texts = {one: said(small_talk=one) for one in SmallTalk}
    assert len(set(texts.values())) == len(texts)
    assert 10 < len(texts[kind]) < 700
    if kind in (SmallTalk.WHO_ARE_YOU, SmallTalk.HELP, SmallTalk.GREETING):
        assert SOURCE.about in texts[kind]
