"""What asks whether a report says a clause is no content; the clause is what is asked."""

from __future__ import annotations

import pytest

from knowledge.results import Refusal
from knowledge.understanding.telling_frames import without_telling_frame
from tests.knowledge.dam_base import ask, first_line, make_engine

ENGINE = make_engine()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Подтверждает ли источник, что съезд был в мае?", "съезд был в мае?"),
        ("Следует ли из сообщения, что съезд был в мае?", "съезд был в мае?"),
        ("Сообщает ли Речник, что съезд был в мае?", "съезд был в мае?"),
        ("Верно ли утверждение, что съезд был в мае?", "съезд был в мае?"),
        ("Есть ли в статье данные о том, где был съезд?", "где был съезд?"),
        ("Что сказано о том, кто вел съезд?", "кто вел съезд?"),
        ("Указано ли, в каком городе съезд?", "в каком городе съезд?"),
        ("Сказано ли где-нибудь, что съезд был в мае?", "съезд был в мае?"),
        ("Известно ли, что обсуждали?", "что обсуждали?"),
        ("Съезд был в мае, это сказано в статье?", "Съезд был в мае?"),
        ("Кто сказал, что съезд был в мае?", None),
        ("Что Орлова сказала о том, где съезд?", None),
        ("Следует ли выходить, когда идет дождь?", None),
        ("Подтвердила ли мэрия, что съезд был в мае?", None),
        ("Когда стало известно, что мост закроют?", None),
        ("Указано ли время?", None),
        ("Это известно?", None),
    ],
)
def test_the_clause_is_left(text: str, read: str | None) -> None:
    assert without_telling_frame(text, {"речник"}) == (text if read is None else read)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Указано ли, кто председательствовал?", "Нина Орлова и Олег Дубов."),
        ("Известно ли, где прошло первое совещание?", "Тверь."),
        ("Подтверждает ли источник, что первое совещание прошло в Твери?", "Да."),
        ("Следует ли из сообщения, что первое совещание прошло в Ржеве?", "Нет: в Твери, а не в Ржеве."),
    ],
)
def test_the_clause_is_answered(text: str, first: str) -> None:
    assert first_line(ask(ENGINE, text)) == first


def test_what_the_base_does_not_hold_is_refused_without_the_frame() -> None:
    result = ask(ENGINE, "Подтверждает ли источник, что взрывом ранило сторожа?")
    assert isinstance(result, Refusal)
    assert not any("одтвержд" in word for word in result.named)
