"""Parsing of a message: small talk, greeting, preamble and clauses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.morphology import analyse
from knowledge.language.preamble import strip_preamble
from knowledge.language.small_talk import small_talk, without_greeting
from knowledge.language.tokens import normalize
from knowledge.results import SmallTalk
from knowledge.understanding.clauses import split_clauses

OWN = {"диалог", "второй", "мост", "линч"}


def known(word: str) -> bool:
    return analyse(word).lemmas[0] in OWN


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Привет!", SmallTalk.GREETING),
        ("здравствуйте!!!", SmallTalk.GREETING),
        ("ну привет, бот", SmallTalk.GREETING),
        ("Добрый вечер", SmallTalk.GREETING),
        ("пока", SmallTalk.FAREWELL),
        ("до свидания", SmallTalk.FAREWELL),
        ("Спасибо большое!", SmallTalk.THANKS),
        ("спасибочки", SmallTalk.THANKS),
        ("благодарю за помощь", SmallTalk.THANKS),
        ("кто ты?", SmallTalk.WHO_ARE_YOU),
        ("что ты за бот", SmallTalk.WHO_ARE_YOU),
        ("ты кто такой", SmallTalk.WHO_ARE_YOU),
        ("как дела", SmallTalk.HOW_ARE_YOU),
        ("что ты умеешь", SmallTalk.HELP),
        ("что ты вообще знаешь и умеешь?", SmallTalk.HELP),
        ("о чём тебя можно спросить", SmallTalk.HELP),
        ("помогите", SmallTalk.HELP),
        ("молодец", SmallTalk.PRAISE),
        ("ты тупой", SmallTalk.COMPLAINT),
        ("ок", SmallTalk.AGREEMENT),
        ("окей", SmallTalk.AGREEMENT),
        ("👍 да", SmallTalk.AGREEMENT),
        # the more specific one wins
        ("привет, спасибо", SmallTalk.THANKS),
        ("хорошо, спасибо", SmallTalk.THANKS),
        ("Привет! Кто ты?", SmallTalk.WHO_ARE_YOU),
    ],
)
def test_small_talk(text: str, kind: SmallTalk) -> None:
    assert small_talk(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "пока мост строят",
        "привет, когда диалог?",
        "кто такая Линч",
        "как прошёл диалог",
        "бот",
        "окно",
        "помощь пострадавшим",
        "👍",
        "",
    ],
)
def test_question_is_not_small_talk(text: str) -> None:
    assert small_talk(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Привет, когда диалог?", "когда диалог?"),
        ("Спасибо! А где?", "А где?"),
        ("Добрый день. Кто вёл?", "Кто вел?"),
        ("Приветствие на мосту", "Приветствие на мосту"),
        ("привет", "привет"),
    ],
)
def test_leading_greeting_is_removed(text: str, rest: str) -> None:
    assert without_greeting(normalize(text)) == rest


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Добрый день! Пишу статью. Подскажите, когда второй диалог?", "когда второй диалог?"),
        ("подскажите пожалуйста, где мост", "где мост"),
        ("Интересно - где мост?", "где мост?"),
        ("Скажите, кто такой Линч, если можно", "кто такой Линч,"),
        # what a pronoun refers to is kept
        ("Насчёт второго диалога: когда он?", "Насчет второго диалога: когда он?"),
        ("Пишу статью про мост. Когда его построили?", "мост Когда его построили?"),
        # before the end nothing of the base is named: the end says what is asked
        ("Какой город — родина бейсбола?", "Какой город родина бейсбола?"),
        # nothing asks, or nothing is before the question
        ("Я студент. Расскажите о погоде", "Я студент. Расскажите о погоде"),
        ("когда диалог", "когда диалог"),
        ("", ""),
    ],
)
def test_preamble_is_removed(text: str, question: str) -> None:
    assert strip_preamble(normalize(text), known) == question


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Кто председательствовал и когда второй диалог?",
            ("Кто председательствовал", "когда второй диалог?"),
        ),
        ("Когда диалог? Где он?", ("Когда диалог?", "Где он?")),
        ("кто вёл диалог, где он прошёл", ("кто вел диалог", "где он прошел")),
        (
            "Кто вёл диалог, а также в каком городе он прошёл?",
            ("Кто вел диалог", "в каком городе он прошел?"),
        ),
        ("Кто вёл мост? Когда диалог? Где Линч?", ("Кто вел мост?", "Когда диалог?", "Где Линч?")),
    ],
)
def test_several_questions_are_split(text: str, parts: tuple[str, ...]) -> None:
    assert split_clauses(normalize(text)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Где и когда прошел диалог?",
        "Что сказал Го о механизме и сотрудничестве?",
        "Кто министр, который вел диалог?",
        "кто, где, когда",
        "Кто открыл мост? Спасибо.",
        "Какая газета первой.. ну вообще сообщила о мосте?",
        "Какая газета первой... ну вообще сообщила о мосте?",
        "Когда мост и где мост и кто открыл и сколько стоил",
        "когда",
        "",
    ],
)
def test_one_question_is_not_split(text: str) -> None:
    assert split_clauses(text) == (text,)


@given(st.text("когда где, и ? . ! кто диалог", max_size=80))
def test_clauses_consist_of_words_of_the_text(text: str) -> None:
    cleaned = normalize(text)
    words = {word for part in split_clauses(cleaned) for word in part.split()}
    assert words <= {*cleaned.split(), "и"} | {word.strip(" ,;?!.") for word in cleaned.split()}
    assert words or not cleaned
