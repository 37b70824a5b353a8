"""Complaints, wishes beside insults, and news asked for from now on."""

from __future__ import annotations

import pytest

from knowledge.language.small_talk import small_talk
from knowledge.results import SmallTalk, Wish
from knowledge.understanding.wishes import read_wish


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("ты болван, ответ неправильный", Wish.REPORT),
        ("ответ неверный, исправьте", Wish.REPORT),
        ("вы неправильно ответили", Wish.REPORT),
        ("данные устарели", Wish.REPORT),
        ("бесполезный бот, позови человека", Wish.HUMAN),
        ("присылай мне новости о ремонте моста", Wish.FOLLOW),
        ("пришли мне новости про мост каждый день", Wish.FOLLOW),
        ("каждую неделю шлите новости", Wish.FOLLOW),
        ("болван", Wish.INSULT),
        ("болван, где мост?", None),
        ("пришли новости о мосте", None),
        ("исправьте, где мост?", None),
    ],
)
def test_wishes(text: str, wish: Wish | None) -> None:
    assert read_wish(text) is wish


@pytest.mark.parametrize("text", ["я не понял ответ", "ничего не понятно", "ваш ответ непонятен"])
def test_an_answer_not_understood_is_a_complaint(text: str) -> None:
    assert small_talk(text) is SmallTalk.COMPLAINT
