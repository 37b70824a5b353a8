"""Menus: /start, /help, /source and browsing by topic and date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.replies.answers import menus, other_messages, topics
from bot.replies.parts import Link, Reply
from tests.replies.sample_base import BASE, INFERRED, NEXT, OPENED, SOURCE, fact

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
MANY = replace(BASE, facts=tuple(fact(f"f-{number}", f"Факт {number}.") for number in range(1, 15)))


def labels(reply: Reply) -> list[list[str]]:
    return [[button.label for button in row] for row in reply.buttons]


def test_start_offers_the_examples() -> None:
    reply = menus.start(BASE)
    assert reply.plain.startswith(SOURCE.about)
    assert labels(reply) == [[example] for example in SOURCE.examples]


def test_help_lists_examples_and_commands() -> None:
    text = menus.help_(BASE).plain
    assert all(f"• {example}" in text for example in SOURCE.examples)
    assert all(f"/{name} — " in text for name, _ in menus.COMMANDS)


def test_source_explains_its_inferred_date() -> None:
    assert menus.source(BASE).plain == (
        "Источник: Вестник, Тула, 2 мая 2020 года\n\nМосты города\n\n"
        "Как выведена дата: Год выведен из номера газеты.\n\n"
        "Фактов в базе: 3. По состоянию на 2 мая 2020 года."
    )
    linked = menus.source(replace(BASE, source=replace(SOURCE, url="https://a.b")))
    assert Link("Вестник", "https://a.b") in linked.parts


def test_descriptions_fit_telegram() -> None:
    long = replace(BASE, source=replace(SOURCE, about="слово " * 200, title="слово " * 50))
    assert len(menus.description(long)) <= 512
    assert len(menus.short_description(long)) <= 120


def test_topics_show_the_number_of_facts() -> None:
    untitled = replace(BASE, facts=(*BASE.facts, fact("x", "Икс.", topic="other")))
    assert labels(topics.topics(untitled)) == [
        ["О мостах (2)"],
        ["Планы (1)"],
        ["other (1)"],
        ["Всё по времени"],
    ]


def test_pages_contain_every_fact_once() -> None:
    seen = []
    for page in range(3):
        reply = topics.topic_page(MANY, "bridges", page, 6)
        assert reply.plain.startswith(f"О мостах · {page + 1} из 3")
        seen += [button.argument for row in reply.buttons for button in row if button.action == "card"]
    assert seen == [one.id for one in MANY.facts]


@pytest.mark.parametrize(
    ("page", "turning"),
    [
        (0, [["Дальше ›"], ["К темам"]]),
        (1, [["‹ Назад", "Дальше ›"], ["К темам"]]),
        (2, [["‹ Назад"], ["К темам"]]),
        (99, [["‹ Назад"], ["К темам"]]),
        (-1, [["Дальше ›"], ["К темам"]]),
    ],
)
def test_page_buttons_and_page_numbers_out_of_range(page: int, turning: list[list[str]]) -> None:
    assert labels(topics.topic_page(MANY, "bridges", page, 6))[1:] == turning


def test_unknown_topic_raises_key_error() -> None:
    with pytest.raises(KeyError):
        topics.topic_page(BASE, "gone", 0, 6)


def test_timeline_is_sorted_with_undated_facts_last() -> None:
    text = topics.timeline_page(BASE, 0, 6).plain
    places = [text.index(one.says) for one in (OPENED, NEXT, INFERRED)]
    assert places == sorted(places)
    assert "2. июнь 2022 года: Второй мост" in text


def test_card_has_a_button_back_to_its_page() -> None:
    reply = topics.card(MANY.facts[7], MANY, NOW, 6)
    assert reply.plain.startswith("Факт 8.")
    assert [(one.action, one.argument) for row in reply.buttons for one in row] == [("topic", "bridges:1")]


def test_every_content_type_has_a_text() -> None:
    assert other_messages.render("voice").plain != other_messages.render("sticker").plain
    assert other_messages.render("something new").plain == other_messages.OTHER


def test_help_in_telegram_tells_what_can_be_said_in_words() -> None:
    assert menus.IN_WORDS not in menus.help_(BASE).plain
    assert menus.help_(BASE, menus.TELEGRAM_COMMANDS).plain.endswith(menus.IN_WORDS)
