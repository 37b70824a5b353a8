"""Refusals and choices: what is missing, and the nearest facts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from bot.replies.parts import Button
from bot.replies.truncation import LABEL_LENGTH, shorten
from knowledge.results import Choices, Option, Reason, Refusal, Slot
from tests.replies.sample_base import BASE, NEXT, OPENED

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
NEAR = (
    Option(fact=NEXT, label="Когда откроют второй мост?"),
    Option(fact=OPENED, label="Кто открыл первый мост города в присутствии всех жителей?"),
)


def refusal(reason: Reason, **about: object) -> str:
    given = Refusal(rule="r", confidence=0.9, reason=reason, **about)  # type: ignore[arg-type]  # true fields
    return rendering.render(given, BASE, NOW).plain


SAID = [
    (Reason.NO_SUCH_NUMBER, {"named": ("третий мост",)}, "В базе нет сведений об этом: «третий мост»."),
    (Reason.NO_SUCH_ENTITY, {"named": ("Волга", "Ока")}, "В базе нет сведений об этом: «Волга», «Ока»."),
    (Reason.NO_SUCH_SLOT, {"slot": Slot.PLACE}, "Сведения об этом в базе есть, но место не указано."),
    (Reason.NO_SUCH_SLOT, {"slot": Slot.REASON}, "Сведения об этом в базе есть, но причина не указана."),
    (
        Reason.NO_SUCH_SLOT,
        {"slot": Slot.NUMBER, "named": ("лет",)},
        "Сведения об этом в базе есть, но вот о чём в них не сказано: «лет».",
    ),
    (
        Reason.UNACCOUNTED,
        {"named": ("возраст",)},
        "Ответа на такой вопрос в базе нет. Ничего не сказано об этом: «возраст».",
    ),
    (Reason.OFF_TOPIC, {}, "Этого в базе нет. Она только об одном: «Мосты города»."),
    (
        Reason.NO_WORDS,
        {},
        "Не вижу здесь вопроса. Спросите словами, например: «Когда откроют второй мост?»",
    ),
    (
        Reason.NO_CONTEXT,
        {},
        "Не понял, о чём вопрос: спросите целиком, например: «Когда откроют второй мост?»",
    ),
    (
        Reason.TOO_LONG,
        {},
        "Вопрос слишком длинный. Сократите его, пожалуйста, до одного-двух предложений.",
    ),
    (Reason.BAD_INPUT, {}, "Не удалось прочитать вопрос. Пришлите его обычным текстом."),
]


@pytest.mark.parametrize(("reason", "about", "text"), SAID)
def test_refusal_names_what_is_missing(reason: Reason, about: dict[str, object], text: str) -> None:
    assert refusal(reason, **about) == text


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("slot", list(Slot))
def test_every_reason_and_slot_has_a_text(reason: Reason, slot: Slot) -> None:
    text = refusal(reason, slot=slot)
    assert text[0].isupper()
    assert "{" not in text


def test_nearest_facts_are_a_numbered_list_with_buttons() -> None:
    given = Refusal(rule="r", confidence=0.9, reason=Reason.OFF_TOPIC, near=NEAR)
    reply = rendering.render(given, BASE, NOW)
    assert reply.plain.endswith(
        "\n\nБлижайшее из того, что есть в базе:\n"
        "1. Когда откроют второй мост?\n"
        "2. Кто открыл первый мост города в присутствии всех жителей?"
    )
    assert reply.buttons == (
        (Button(label="1. Когда откроют второй мост?", action="fact", argument="next"),),
        (Button(label="2. Кто открыл первый мост города в…", action="fact", argument="opened"),),
    )


def test_choices_ask_which_one_is_meant() -> None:
    reply = rendering.render(Choices(rule="c", confidence=0.5, options=NEAR), BASE, NOW)
    assert reply.plain.startswith("Уточните, что вы имели в виду:\n1. Когда откроют второй мост?\n2. ")
    assert [row[0].argument for row in reply.buttons] == ["next", "opened"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Кто?", "Кто?"),
        ("я" * 50, "я" * (LABEL_LENGTH - 1) + "…"),
        ("Где и когда состоится второй диалог, и кто приедет?", "Где и когда состоится второй диалог, и…"),
    ],
)
def test_shorten_cuts_between_words(text: str, short: str) -> None:
    assert shorten(text) == short
    assert len(short) <= LABEL_LENGTH
