"""The full texts of answers: first line, statement, notes of time, one quote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from bot.replies.parts import Emphasis, Link, Quote, Strong
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import EventId, FactBase, FactId
from knowledge.results import (
    Answer,
    Explanation,
    ListLead,
    Polarity,
    Reason,
    Shown,
    Slot,
    SmallTalk,
    Unanswered,
    ValueLead,
    YesNoLead,
)
from tests.replies.sample_base import BASE, FIRST, INFERRED, NEXT, OPENED, SECOND, SOURCE

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
AS_OF = "По состоянию на 2 мая 2020 года"


def answer(*shown: Shown, **more: object) -> Answer:
    return Answer(rule="best", confidence=0.9, shown=shown, **more)  # type: ignore[arg-type]  # true fields


def said(*shown: Shown, base: FactBase = BASE, now: datetime = NOW, **more: object) -> str:
    return rendering.render(answer(*shown, **more), base, now).plain


def test_planned_date_that_has_passed() -> None:
    text = said(
        Shown(fact=NEXT, slot=Slot.DATE, value=NEXT.when), lead=ValueLead(held=EdtfDate.parse("2022-06"))
    )
    assert text == (
        "Июнь 2022 года.\n\n"
        "Второй мост обещали открыть в Калуге в июне 2022 года.\n\n"
        "Состоялось ли это, не знаю: мои сведения на 2 мая 2020 года.\n\n"
        "Источник: Вестник, абзац 3"
    )


def test_question_whether_a_plan_came_true_is_answered_once() -> None:
    lead = YesNoLead(polarity=Polarity.PLANNED, held=EdtfDate.parse("2022-06"))
    text = said(Shown(fact=NEXT, slot=Slot.YES_NO), lead=lead)
    assert text.startswith("По плану: июнь 2022 года; состоялось ли, не знаю.")
    assert text.count("не знаю") == 1
    assert AS_OF in text


@pytest.mark.parametrize(
    ("when", "now", "note"),
    [
        ("2022-06", datetime(2021, 1, 1, tzinfo=UTC), None),
        ("2022-06", datetime(2022, 6, 15, tzinfo=UTC), "По плану в этом месяце."),
        ("2022", datetime(2022, 6, 15, tzinfo=UTC), "По плану в этом году."),
        ("2022-06-15", datetime(2022, 6, 15, tzinfo=UTC), "По плану сегодня."),
        ("2022-06-10/2022-06-20", datetime(2022, 6, 15, tzinfo=UTC), "По плану идёт сейчас."),
        ("2022-22", datetime(2022, 6, 15, tzinfo=UTC), "По плану сейчас, точный день не назван."),
    ],
)
def test_plan_is_related_to_today_where_it_is_now(when: str, now: datetime, note: str | None) -> None:
    planned = replace(NEXT, when=EdtfDate.parse(when))
    text = said(Shown(fact=planned, slot=Slot.STATEMENT), now=now)
    assert "не знаю" not in text
    assert (note is None and "По плану" not in text) or f"\n\n{note}\n\n" in text


def test_of_several_facts_the_one_that_is_planned_is_related_to_today() -> None:
    shown = (Shown(fact=NEXT, slot=Slot.STATEMENT), Shown(fact=OPENED, slot=Slot.STATEMENT))
    text = said(*shown, now=datetime(2022, 6, 15, tzinfo=UTC))
    assert f"{NEXT.says} По плану в этом месяце.\n\n{OPENED.says}\n\n" in text


def test_next_event_of_the_chain_is_named() -> None:
    first = replace(FIRST, when=EdtfDate.parse("2020-05-10"))
    opened = replace(OPENED, when=first.when)
    base = replace(BASE, events=(first, SECOND), facts=(opened, NEXT))
    text = said(Shown(fact=opened, slot=Slot.STATEMENT), base=base)
    assert "Следующее: Открытие второго моста, июнь 2022 года." in text


def test_past_fact_about_a_future_event_gives_the_events_date() -> None:
    promised = replace(NEXT, when=EdtfDate.parse("2020-05-01"), says="Мэр обещала второй мост.")
    text = said(Shown(fact=promised, slot=Slot.STATEMENT))
    assert "\n\nСостоялось ли это, не знаю" in text
    assert "\n\nДата: 1 мая 2020 года\n" not in text
    assert "\n\nОткрытие второго моста: июнь 2022 года\nИсточник" in text
    dated = replace(promised, says="Мэр обещала второй мост в 2022 году.")
    assert "Открытие второго моста:" not in said(Shown(fact=dated, slot=Slot.STATEMENT))
    lead = ValueLead(held=EdtfDate.parse("2022-06"))
    assert "Открытие второго моста:" not in said(Shown(fact=promised, slot=Slot.DATE), lead=lead)


def test_cancelled_event_is_marked() -> None:
    base = replace(BASE, events=(FIRST, replace(SECOND, cancelled=True)))
    text = said(Shown(fact=NEXT, slot=Slot.PLACE, value="Калуга"), base=base)
    assert "Отменено: Открытие второго моста." in text
    assert "Состоялось" not in text


def test_edited_fact_is_dated_by_its_edit() -> None:
    edited = {FactId("next"): EdtfDate.parse("2022-07-01")}
    reply = rendering.render(answer(Shown(fact=NEXT, slot=Slot.STATEMENT)), BASE, NOW, edited)
    assert reply.plain.endswith(
        "Источник: Вестник, 2 мая 2020 года, абзац 3\nПо состоянию на 1 июля 2022 года"
    )
    assert "Состоялось" not in reply.plain  # whoever edited it in July knew about June


def test_first_line_then_the_statement_then_one_quote() -> None:
    text = said(Shown(fact=OPENED, slot=Slot.PLACE, value="Тула"), lead=ValueLead(held="Тула"))
    assert text == (
        "Тула.\n\nМост открыли Анна Белова и Борис Крот.\n\n"
        f"Дата: 1 мая 2020 года\nИсточник: Вестник, абзац 1\n{AS_OF}"
    )


def test_statement_that_the_first_line_says_is_left_out() -> None:
    text = said(Shown(fact=OPENED, slot=Slot.STATEMENT), lead=ListLead(items=(OPENED.says,)))
    assert text.count("Анна Белова") == 1


def test_date_is_left_out_where_it_adds_nothing() -> None:
    dated = replace(OPENED, says="Мост открыли 1 мая 2020 года.")
    assert "Дата:" not in said(Shown(fact=dated, slot=Slot.STATEMENT))
    lead = ValueLead(held=EdtfDate.parse("2020-05-01"))
    assert "Дата:" not in said(Shown(fact=OPENED, slot=Slot.DATE, value=OPENED.when), lead=lead)
    post = replace(OPENED, says="Анна Белова — мэр Тулы.")
    assert "Дата:" not in said(Shown(fact=post, slot=Slot.PERSON))
    assert "Дата: 1 мая 2020 года" in said(Shown(fact=OPENED, slot=Slot.STATEMENT))


def test_two_parts_of_one_fact_share_one_statement() -> None:
    shown = (
        Shown(fact=NEXT, slot=Slot.PLACE, value="Калуга"),
        Shown(fact=NEXT, slot=Slot.DATE, value=NEXT.when),
    )
    assert said(*shown).count(NEXT.says) == 1


def test_several_facts_share_one_quote() -> None:
    text = said(Shown(fact=OPENED, slot=Slot.PLACE, value="Тула"), Shown(fact=INFERRED, slot=Slot.STATEMENT))
    assert text == (
        "Мост открыли Анна Белова и Борис Крот.\n\nМост длиной в сто метров.\n\n"
        f"Источник: Вестник, абзацы 1, 2\n{AS_OF}\nВыведено по контексту"
    )


def test_inferred_year_is_said_in_a_word() -> None:
    because = "Вестник вышел в 2020 году, значит, год 2020-й."
    dated = replace(INFERRED, says="Мост открыли 1 мая 2020 года.", when=OPENED.when, because=because)
    text = said(Shown(fact=dated, slot=Slot.STATEMENT))
    assert text.endswith("\nГод определён по контексту")
    assert because not in text


def test_unanswered_part_is_named() -> None:
    missing = Unanswered(text="почему?", reason=Reason.NO_SUCH_SLOT, slot=Slot.REASON)
    text = said(Shown(fact=OPENED, slot=Slot.STATEMENT), unanswered=(missing,))
    assert "\n\nНа вопрос «почему» ответа не нашёл.\n\n" in text
    named = Unanswered(text="а третий мост", reason=Reason.NO_SUCH_NUMBER, named=("третий мост",))
    assert "ответа не нашёл: «третий мост» не встречается." in said(
        Shown(fact=OPENED, slot=Slot.STATEMENT), unanswered=(named,)
    )


def test_emphasis_quote_and_link_are_parts() -> None:
    base = replace(BASE, source=replace(SOURCE, url="https://example.org/1"))
    shown = Shown(fact=OPENED, slot=Slot.PLACE, value="Тула")
    reply = rendering.render(answer(shown, lead=ValueLead(held="Тула")), base, NOW)
    assert reply.parts[0] == Strong("Тула.")
    quote = reply.parts[-1]
    assert isinstance(quote, Quote)
    assert quote.folded
    assert Link("Вестник", "https://example.org/1") in quote.parts
    assert Emphasis(AS_OF) in quote.parts


@pytest.mark.parametrize("kind", list(SmallTalk))
def test_small_talk_is_short_and_each_kind_has_its_own_text(kind: SmallTalk) -> None:
    texts = {one: said(small_talk=one) for one in SmallTalk}
    assert len(set(texts.values())) == len(texts)
    assert 10 < len(texts[kind]) < 700
    if kind in (SmallTalk.WHO_ARE_YOU, SmallTalk.GREETING):
        assert f"«{SOURCE.title}»" in texts[kind]
    assert SOURCE.about not in texts[kind], "that is on the start page"


def test_correction_is_shown_below_the_answer() -> None:
    why = Explanation(corrected="Когда «второй» мост?")
    shown, plain = said(Shown(fact=NEXT, slot=Slot.DATE), why=why), said(Shown(fact=NEXT, slot=Slot.DATE))
    line = "\n\nПонял вопрос как: «Когда „второй“ мост?»"
    assert line in shown
    assert not shown.startswith("Понял")
    assert shown.replace(line, "") == plain


def test_answer_less_than_probable_is_the_statement_alone_and_says_so() -> None:
    shown = Shown(fact=NEXT, slot=Slot.PLACE)
    likely = replace(answer(shown, lead=ValueLead(held="Тула")), rule="likely")
    assert rendering.render(likely, BASE, NOW).plain.startswith(f"Возможно, вы об этом: {NEXT.says}\n")
    assert rendering.render(replace(likely, rule="sure"), BASE, NOW).plain.startswith("Тула.\n")


def test_hour_of_an_event_is_said_to_be_of_the_packs_zone() -> None:
    when = EdtfDate.parse("2022-06-14T10:00")
    timed = replace(
        BASE, events=(FIRST, replace(SECOND, when=when)), facts=(OPENED, replace(NEXT, when=when))
    )
    shown = Shown(fact=timed.facts[1], slot=Slot.DATE)
    early = datetime(2021, 1, 1, tzinfo=UTC)
    assert "Время московское\n" in said(shown, base=timed, now=early, lead=ValueLead(held=when))
    assert "Время" not in said(shown, base=timed, now=early, lead=ValueLead(held="Калуга"))
    assert "Время" not in said(
        Shown(fact=NEXT, slot=Slot.DATE), lead=ValueLead(held=EdtfDate.parse("2022-06"))
    )


def test_record_of_an_added_event_is_not_said_to_be_the_sources() -> None:
    added = replace(
        SECOND, id=EventId("third"), title="Открытие третьего моста", when=EdtfDate.parse("2024-06")
    )
    base = replace(BASE, events=(*BASE.events, added), originals={added.id: None})
    lead = ValueLead(held=EdtfDate.parse("2024-06"))
    assert said(base=base, events=(added,), lead=lead).endswith("Источник: со слов редактора")
    known = replace(base, originals={})
    assert "Источник: Вестник" in said(base=known, events=(added,), lead=lead)


def test_place_that_an_edit_gave_an_event_is_the_editors_word() -> None:
    moved = replace(SECOND, where="Тверь")
    base = replace(BASE, events=(FIRST, moved), originals={moved.id: SECOND})
    text = said(Shown(fact=NEXT, slot=Slot.PLACE), base=base, lead=ValueLead(held="Тверь"))
    assert "Открытие второго моста: Тверь (со слов редактора)\nИсточник: Вестник, абзац 3" in text
