"""Refusals and choices: one sentence that says what is missing, and the nearest facts as buttons."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.replies.answers import rendering
from bot.replies.parts import Button
from bot.replies.truncation import LABEL_LENGTH, shorten
from knowledge.results import Choices, Lack, Option, Reason, Refusal, Slot
from tests.replies.sample_base import BASE, NEXT, OPENED

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
NEAR = (
    Option(fact=NEXT, label="Когда откроют второй мост?"),
    Option(fact=OPENED, label="Кто открыл первый мост города в присутствии всех жителей?"),
)


def refusal(reason: Reason, **about: object) -> str:
    given = Refusal(rule="r", confidence=0.9, reason=reason, **about)  # type: ignore[arg-type]  # true fields
    return rendering.render(given, BASE, NOW).plain


ASKED = "кто построил мост"
SAID: list[tuple[Reason, dict[str, object], str]] = [
    (
        Reason.NO_SUCH_NUMBER,
        {"named": ("третий мост",)},
        "Ответа не нашёл: «третий мост» не встречается.",
    ),
    (
        Reason.NO_SUCH_ENTITY,
        {"named": ("Волга", "Окой")},
        "Ответа не нашёл: «Волга», «Окой» не встречаются.",
    ),
    (
        Reason.NO_SUCH_ENTITY,
        {"apart": ("Анна", "второй мост")},
        "Вместе «Анна» и «второй мост» в сведениях не встречаются.",
    ),
    (
        Reason.NO_SUCH_ENTITY,
        {"apart": ("Анна", "второй мост"), "asked": ASKED},
        "Не нашёл в сведениях, кто построил мост.",
    ),
    (Reason.NO_SUCH_SLOT, {"slot": Slot.PLACE}, "Нужного места в сведениях не нашёл."),
    (
        Reason.NO_SUCH_SLOT,
        {"slot": Slot.PERSON, "lacks": Lack.VALUE, "is_certain": True, "asked": ASKED},
        "Кто построил мост, в сведениях не сказано.",
    ),
    (
        Reason.NO_SUCH_SLOT,
        {"asked": "С кем говорил мэр"},
        "Не нашёл в сведениях, с кем говорил мэр.",
    ),
    (
        Reason.NO_SUCH_SLOT,
        {"slot": Slot.DATE, "lacks": Lack.START},
        "Времени начала в сведениях не нашёл.",
    ),
    (
        Reason.NO_SUCH_SLOT,
        {"slot": Slot.DATE, "lacks": Lack.CLOCK},
        "Нужного времени в сведениях не нашёл.",
    ),
    (
        Reason.UNACCOUNTED,
        {"named": ("возраст",)},
        "Ответа не нашёл: слово «возраст» не встречается.",
    ),
    (
        Reason.UNACCOUNTED,
        {"named": ("построил",), "asked": ASKED},
        "Не нашёл в сведениях, кто построил мост.",
    ),
    (Reason.UNACCOUNTED, {}, "Ответа на этот вопрос я не нашёл."),
    (Reason.NEGATED, {}, "Ответа на этот вопрос я не нашёл."),
    (Reason.NEGATED, {"said": OPENED}, f"Прямого ответа не нашёл. Сказано вот что: «{OPENED.says}»"),
    (
        Reason.OFF_TOPIC,
        {},
        "Об этом я не знаю. Я отвечаю по теме «Мосты города», например: «Когда откроют второй мост?»",
    ),
    (
        Reason.OFF_TOPIC,
        {"named": ("шапочка",)},
        "Об этом я не знаю: слово «шапочка» не встречается. "
        "Я отвечаю по теме «Мосты города», например: «Когда откроют второй мост?»",
    ),
    (
        Reason.NO_SUCH_SLOT,
        {"slot": Slot.PERSON, "meant": ("детский мост", "Дом «Юность»")},
        "Нужного имени в сведениях не нашёл.\n\n"
        "Вопрос отнёс к сказанному раньше: «детский мост», «Дом „Юность“».",
    ),
    (
        Reason.NO_CONTEXT,
        {"meant": ("мост",)},
        "Не понял, о чём вопрос. Спросите целиком, например: «Когда откроют второй мост?»",
    ),
    (
        Reason.NO_WORDS,
        {},
        "Не вижу здесь вопроса. Спросите словами, например: «Когда откроют второй мост?»",
    ),
    (
        Reason.NO_CONTEXT,
        {},
        "Не понял, о чём вопрос. Спросите целиком, например: «Когда откроют второй мост?»",
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


@pytest.mark.parametrize("lacks", list(Lack))
@pytest.mark.parametrize("slot", list(Slot))
def test_every_lack_has_a_text(lacks: Lack, slot: Slot) -> None:
    text = refusal(Reason.NO_SUCH_SLOT, slot=slot, lacks=lacks, is_certain=True)
    assert text.endswith(".")
    assert len(text) < 60


def test_nearest_facts_are_buttons_only() -> None:
    given = Refusal(rule="r", confidence=0.9, reason=Reason.UNACCOUNTED, near=NEAR)
    reply = rendering.render(given, BASE, NOW)
    assert reply.plain == "Ответа на этот вопрос я не нашёл."
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
