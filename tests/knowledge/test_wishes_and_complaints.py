"""Complaints, wishes beside insults, and news asked for from now on."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW, from_json, to_json
from knowledge.engine import Engine
from knowledge.language.small_talk import small_talk
from knowledge.results import Answer, SmallTalk, Wish
from knowledge.understanding.wishes import read_wish
from tests.knowledge.sample_base import BASE, NOW, SECOND


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


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("почему ты такой тупой блин", Wish.INSULT),
        ("ты тупой ничего не понимаешь", Wish.INSULT),
        ("бесполезный бот, удали мои данные", Wish.FORGET),
        ("ты дурак, когда встреча", None),
        ("почему глупый мост закрыли", None),
        ("настройки", Wish.TIMEZONE),
        ("настройки уведомлений", Wish.SUBSCRIPTIONS),
        ("настройка моста", None),
        ("возобнови", Wish.RESUME),
        ("возобнови подписку на второй мост", Wish.RESUME),
        ("возобновят ли движение", None),
        ("поставь на паузу второй мост", Wish.PAUSE),
        ("поставь второй мост на паузу", Wish.PAUSE),
        ("почему поставили мост на паузу", None),
        ("сними второй мост с паузы", Wish.RESUME),
        ("забудь всё, что я спрашивал", Wish.FORGET),
        ("забудь всё о чём я тебя спрашивал", Wish.FORGET),
        ("забудь про мост", None),
    ],
)
def test_insults_and_wishes_in_many_words(text: str, wish: Wish | None) -> None:
    assert read_wish(text, frozenset({"мост", "встреча"})) is wish


def test_to_go_on_after_a_pause_means_the_reminders() -> None:
    engine = Engine(BASE)
    asked = engine.reply("Где прошла первая регата?", NEW, NOW).conversation
    more = engine.reply("продолжи", asked, NOW).result
    assert isinstance(more, Answer)
    assert more.wish is None
    paused = engine.reply("поставь на паузу вторую регату", asked, NOW)
    assert isinstance(paused.result, Answer)
    assert paused.result.reminder is not None
    assert paused.result.reminder.event == SECOND
    resumed = engine.reply("продолжи", paused.conversation, NOW).result
    assert isinstance(resumed, Answer)
    assert resumed.wish is Wish.RESUME
    kept = from_json(to_json(paused.conversation))
    assert kept == paused.conversation


def test_new_events_are_followed_where_none_is_named() -> None:
    engine = Engine(BASE)
    for text, new in (("следи за новыми событиями", True), ("следи за второй регатой", False)):
        result = engine.reply(text, NEW, NOW).result
        assert isinstance(result, Answer)
        assert result.reminder is not None
        assert result.reminder.new_events is new
