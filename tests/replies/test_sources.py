"""Answers from a further source, and facts that nobody vouches for any longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.replies.answers import rendering
from bot.replies.answers.menus import source
from bot.replies.answers.timeliness import NOT_VOUCHED
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId, Fact, FactBase, FactId, FurtherSource
from knowledge.results import Answer, Shown, Slot
from tests.replies.sample_base import BASE, OPENED, SECOND, fact

SITE = FurtherSource(
    id="site", title="Сайт моста", publisher="Дирекция", published=EdtfDate.parse("2021-03-04")
)
TOLL = fact("toll", "Проезд по мосту бесплатный.", source="site", paragraph=5)
NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


def with_site(*facts: Fact, site: FurtherSource = SITE) -> FactBase:
    return replace(BASE, sources=(site,), facts=(*BASE.facts, *facts))


def said(base: FactBase, *facts: Fact, now: datetime = NOW) -> str:
    shown = tuple(Shown(fact=one, slot=Slot.STATEMENT) for one in facts)
    return rendering.render(Answer(rule="best", confidence=0.9, shown=shown), base, now).plain


def test_fact_is_shown_with_its_own_source_paragraph_and_day() -> None:
    text = said(with_site(TOLL), TOLL)
    assert "Источник: Дирекция, абзац 5" in text
    assert "По состоянию на 4 марта 2021 года" in text
    assert "Вестник" not in text


def test_facts_of_two_sources_name_both_with_their_dates() -> None:
    text = said(with_site(TOLL), OPENED, TOLL)
    assert (
        "Источник: Вестник, 2 мая 2020 года, абзац 1\nИсточник: Дирекция, 4 марта 2021 года, абзац 5" in text
    )
    assert "По состоянию на 4 марта 2021 года" in text


def test_source_without_publisher_and_date_is_named_by_its_title() -> None:
    base = with_site(TOLL, site=FurtherSource(id="site", title="Сайт моста"))
    assert "Источник: Сайт моста, абзац 5" in said(base, TOLL)


def test_further_sources_are_listed_on_the_source_screen() -> None:
    assert "Ещё источник: Дирекция, 4 марта 2021 года\nСайт моста" in source(with_site(TOLL)).plain


def test_record_of_an_event_has_the_source_that_tells_of_it() -> None:
    fair = Event(id=EventId("fair"), title="Ярмарка", when=EdtfDate.parse("2021-03-06"))
    opened = fact(
        "fair-opened", "На ярмарку пришли сто человек.", source="site", paragraph=2, about=(fair.id,)
    )
    base = replace(with_site(opened), events=(*BASE.events, fair))
    for event, publisher in ((fair, "Источник: Дирекция\n"), (SECOND, "Источник: Вестник\n")):
        answer = Answer(rule="record", confidence=0.9, shown=(), events=(event,))
        assert publisher in rendering.render(answer, base, NOW).plain


def test_fact_is_marked_once_nobody_vouches_for_it() -> None:
    until = EdtfDate.parse("2026-10")
    note = NOT_VOUCHED.format(until="октябрь 2026 года")
    temporary = replace(TOLL, until=until)
    base = with_site(temporary)
    assert note in said(base, temporary)
    assert note not in said(base, temporary, now=datetime(2026, 10, 31, 12, tzinfo=UTC))


def test_limit_of_an_event_holds_for_its_facts() -> None:
    ended = replace(SECOND, until=EdtfDate.parse("2022-06-30"))
    plan = BASE.fact_by_id[FactId("next")]
    text = said(replace(BASE, events=(BASE.events[0], ended)), plan)
    assert NOT_VOUCHED.format(until="30 июня 2022 года") in text
