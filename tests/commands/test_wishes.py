"""Wishes to the bot in the terminal: what is possible there, and no question taken for a wish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.chat import TerminalChat
from bot.cli.jsonl import message
from bot.cli.terminal_session import TerminalSession
from bot.evaluation.question_files import load
from knowledge.facts.pack import load_pack
from knowledge.language.tokens import normalize
from knowledge.results import Wish
from knowledge.understanding.mended_requests import mended_request
from knowledge.understanding.wishes import read_wish

ROOT = Path(__file__).parents[2]
PACK = ROOT / "knowledge/dialogue"
NOW = datetime(2016, 4, 20, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def session() -> TerminalSession:
    return TerminalSession(load_pack(PACK), lambda: NOW, chats=5)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("подпиши меня", "/follow"),
        ("мои подписки", "/subscriptions"),
        ("напомни за 3 дня до второго диалога в 9 утра", "/follow"),
        ("напомни за 3 дня до второго диалога в 9 утра", "июнь 2016 года"),
        ("что ещё знаешь?", "/topics"),
        ("тупая железка", "Попробуйте спросить иначе."),
        ("удали мои данные", "/forget"),
        ("какие данные ты хранишь", "/privacy"),
        ("в ответе ошибка", "Сообщить об ошибке"),
        ("какие есть темы", "/topics"),
        ("какие темы", "/topics"),
        ("дай всё", "/topics"),
        ("человека позови", "Отвечаю только я"),
        ("ошибка", "Сообщить об ошибке"),
        ("а если перенесут, сообщишь?", "/follow"),
        ("смени время на 8 утра", "/subscriptions"),
        ("какой час?", "сейчас 01:00"),
        ("дай ссылку на источник", "Источник:"),
        ("точно?", "Источник:"),
        ("а источник", "Источник:"),
        ("когда об этом написали", "2 декабря 2015 года"),
        ("а вы уверены?", "Источник:"),
        ("какое сегодня число", "четверг, 21 апреля 2016 года, сейчас 01:00"),
        ("ну ты и тупой", "Попробуйте спросить иначе."),
        ("when is the second dialogue?", "по-русски"),
        ("запишите меня к врачу", "не умею"),
    ],
)
def test_a_wish_is_an_answer_without_facts(session: TerminalSession, words: str, says: str) -> None:
    found = message("1", words, session.ask("1", words))
    assert (found["outcome"], found["rule"], found["form"]) == ("answer", "wish", "wish")
    assert found["facts"] == found["options"] == []
    assert says.lower() in str(found["reply"]).lower()


@pytest.mark.parametrize("words", ["откуда это", "откуда эта инфа?"])
def test_the_fact_about_the_source_tells_where_all_is_from(session: TerminalSession, words: str) -> None:
    found = message("1", words, session.ask("1", words))
    assert (found["outcome"], found["rule"], found["facts"]) == ("answer", "source", ["source-xinhua"])
    assert "агентство Синьхуа" in str(found["lead"])


@pytest.mark.parametrize(
    "words",
    [
        "спасибо, милая",
        "спасибо внученька, здоровья тебе",
        "привет как дела",
        "ты робот или человек?",
        "ты бот?",
        "ok",
        "👍",
    ],
)
def test_warm_words_are_small_talk(session: TerminalSession, words: str) -> None:
    assert message("1", words, session.ask("1", words))["rule"] == "small-talk"


def test_wishes_call_the_commands_of_the_terminal(session: TerminalSession) -> None:
    chat = TerminalChat(session)
    asked = chat.respond("Где пройдёт второй диалог?")
    why = chat.respond("/why")
    assert asked != why
    assert chat.respond("почему ты так решил?") == why
    assert chat.respond("какие есть темы") == chat.respond("/topics")
    assert chat.respond("стоп") == chat.respond("/cancel")


@pytest.mark.parametrize(
    "question",
    [
        "Кто подписал соглашение?",
        "напомните, какие ожидания озвучил Го",
        "Не напомните, когда второй диалог?",
        "сколько человек председательствовало",
        "как отменили лекцию",
        "кто подписался на рассылку?",
        "жалоба",
        "на который час назначено?",
        "что удалили из соглашения?",
        "напомните дату второго диалога",
    ],
)
def test_a_question_with_the_words_of_a_wish_is_a_question(session: TerminalSession, question: str) -> None:
    assert message("2", question, session.ask("2", question))["rule"] != "wish"


def _golden() -> Iterator[Path]:
    yield from (ROOT / "tests").glob("tuning/**/questions")
    yield from (ROOT / "tests").glob("judging/**/questions")
    yield from (ROOT / "tests").glob("judging/dialogue*")
    yield PACK / "questions"


def test_no_question_of_any_set_that_the_base_answers_is_a_wish() -> None:
    golden = load(_golden())
    assert len(golden) > 2000
    swallowed = [one.ask for one in golden if one.sets and read_wish(normalize(one.ask))]
    assert swallowed == []


@pytest.mark.parametrize(
    "words",
    ["я в Томске", "Мы из Казани!", "у нас Омск", "сам я сейчас в Нижнем Новгороде", "у меня +7", "мск+4"],
)
def test_where_a_reader_is_is_told(words: str) -> None:
    assert read_wish(normalize(words)) is Wish.TIMEZONE


@pytest.mark.parametrize(
    "words",
    [
        "я в шоке",
        "у нас в стране",
        "я из редакции",
        "у нас Омск?",
        "мы в Томске встретились",
        "у нас +20 тепла",
    ],
)
def test_what_tells_no_place_sets_no_clock(words: str) -> None:
    assert read_wish(normalize(words)) is None


@pytest.mark.parametrize(
    ("words", "wish"),
    [("баран", Wish.INSULT), ("The Barents", None), ("what is The Barents", Wish.ENGLISH)],
)
def test_words_of_the_base_are_no_insult_and_names_no_english(words: str, wish: Wish | None) -> None:
    assert read_wish(normalize(words), frozenset({"barents"})) is wish
    assert read_wish("баран", frozenset({"баран"})) is None


def test_a_reminder_of_an_event_that_the_base_lacks_says_so(session: TerminalSession) -> None:
    told = message("1", "напомни о третьем диалоге", session.ask("1", "напомни о третьем диалоге"))
    assert told["rule"] == "wish"
    assert told["reply"].startswith("В базе нет такого события: «третьем")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("падпиши меня на второй диалог", "wish"),
        ("напамни за неделю до второго диалога", "wish"),
        ("атпишись", "wish"),
        ("превет", "small-talk"),
        ("спосибо", "small-talk"),
        ("чо ты умееш?", "small-talk"),
        ("кагда втарой диалог", "sure"),
    ],
)
def test_a_request_with_a_slip_is_heard(session: TerminalSession, words: str, rule: str) -> None:
    assert message("3", words, session.ask("3", words))["rule"] == rule


def test_no_question_of_any_set_that_the_base_answers_is_mended_to_a_wish() -> None:
    mended = [(one.ask, mended_request(normalize(one.ask))) for one in load(_golden()) if one.sets]
    assert [ask for ask, request in mended if request is not None and read_wish(request)] == []
