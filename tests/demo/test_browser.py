"""The demo in a real browser, as a reader and an editor use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.replies import demo as texts
from bot.replies.answers.buttons import FIX
from bot.replies.editing import article_drafts, gate, inbox
from tests.demo.chat_page import ChatPage
from tests.editing.test_article_drafts import ARTICLE

pytestmark = pytest.mark.chromium
PACK = Path(__file__).resolve().parents[2] / "knowledge" / "dialogue"
SAID = "Стороны условились провести второй диалог в Пекине в июне 2016 года."
SAID_ANEW = "Стороны условились, что второй диалог пройдёт в Пекине в июне 2016 года."
CHAIRED = "На диалоге председательствовали трое — Го Шэнкунь, Лоретта Линч и Джей Джонсон."
CHAIRED_ANEW = "Председателей на диалоге было трое — Го Шэнкунь, Лоретта Линч и Джей Джонсон."


def test_the_first_minute(chat: ChatPage) -> None:
    chat.open(texts.ANNA)
    expect(chat.replies.first).to_contain_text("Синьхуа")
    chat.press("Когда состоится второй диалог?")
    answer = chat.replies.nth(1)
    expect(answer).to_contain_text("Июнь 2016 года")
    expect(answer.locator("strong").first).to_be_visible()
    expect(answer.locator("blockquote.collapsed")).to_contain_text("Источник: Синьхуа, абзац 7")


def test_a_question_with_typing_errors(chat: ChatPage) -> None:
    chat.open(texts.BORIS)
    answer = chat.say("кагда состоица второй диолог?")
    expect(answer).to_contain_text(SAID)


def test_choices_are_buttons(chat: ChatPage) -> None:
    chat.open(texts.VERA)  # nothing was said before that the question could be about
    offer = chat.say("министр")
    expect(offer.locator(".keys button").nth(1)).to_be_visible()
    chat.press("Лоретта Линч")
    expect(chat.page.locator("#messages")).to_contain_text("министр юстиции США.")


def test_a_reminder_arrives_when_the_clock_is_moved(chat: ChatPage) -> None:
    chat.open(texts.ANNA)
    chat.say("/follow")
    chat.press("1. Второй")
    expect(chat.replies.last).to_contain_text("1 мая 2016 года")
    before = chat.replies.count()
    chat.page.get_by_role("button", name=texts.PAGE["reminder"]).click()
    expect(chat.replies.nth(before)).to_contain_text("Напоминание")
    expect(chat.page.locator("#clock-date")).to_have_text("вс, 1 мая 2016")
    expect(chat.page.locator(".day").last).to_have_text("1 мая 2016 года")


def test_an_editors_change_is_seen_by_the_reader(chat: ChatPage, tmp_path: Path) -> None:
    changed = tmp_path / "facts.yaml"
    old = (PACK / "facts.yaml").read_text("utf-8")
    assert SAID in old
    changed.write_text(old.replace(SAID, SAID_ANEW), "utf-8")
    chat.open(texts.VERA)
    chat.send_file(changed)
    expect(chat.page.locator(".keys").last).to_contain_text(gate.PUBLISH)
    expect(chat.page.locator("#messages")).to_contain_text(SAID_ANEW)
    chat.press(gate.PUBLISH)
    expect(chat.page.locator("#messages")).to_contain_text("Правка 2 опубликована")
    chat.open(texts.BORIS)
    for _attempt in range(20):
        answer = chat.say("Когда состоится второй диалог?")
        expect(answer).to_be_visible()
        if SAID_ANEW in answer.inner_text():
            break
    expect(chat.replies.last).to_contain_text(SAID_ANEW)


def test_a_forced_reply_is_begun_for_whom_it_is_meant(chat: ChatPage) -> None:
    chat.open(texts.GROUP)
    chat.page.get_by_role("radio", name=texts.VERA).click()
    chat.say("/timezone")
    expect(chat.page.locator("#context")).to_contain_text("Назовите город")
    answer = chat.say("Владивосток")
    expect(answer).to_contain_text("владивостокское")
    expect(chat.page.locator(".message.mine .reply").last).to_contain_text("Назовите город")


def test_a_shared_answer_leads_to_the_bot(chat: ChatPage) -> None:
    chat.open(texts.ANNA)
    expect(chat.say("Кто председательствовал на диалоге?")).to_contain_text("Го Шэнкунь")
    chat.press("Поделиться")
    chat.page.locator("#chooser").get_by_text(texts.GROUP).click()
    chat.page.locator("#panel button", has_text="Го Шэнкунь").first.click()
    shared = chat.page.locator(".message.mine", has_text=f"{texts.SCRIPTS['via']} @")
    expect(shared).to_contain_text("Лоретта Линч")
    shared.locator("a[href*='?start=']").first.click()
    expect(chat.page.locator("#head-about")).to_contain_text(texts.ANNA)
    expect(chat.page.locator(".message.mine").last).to_contain_text("/start ")


def test_a_conversation_goes_on_after_the_bot_is_killed(chat: ChatPage) -> None:
    chat.open(texts.BORIS)
    expect(chat.say("Кто председательствовал на диалоге?")).to_contain_text("Го Шэнкунь")
    chat.page.get_by_role("button", name=texts.PAGE["kill"]).click()
    expect(chat.page.locator("#bot-status")).to_have_text(texts.SCRIPTS["starting"])
    chat.say("а где он прошёл?")
    # What it was about when it was killed, it may say twice.
    expect(chat.replies.last).to_contain_text("Вашингтон")


def test_an_editor_fixes_an_answer_and_the_reader_sees_it(chat: ChatPage) -> None:
    chat.open(texts.VERA)
    expect(chat.say("Кто председательствовал на диалоге?")).to_contain_text(CHAIRED)
    chat.press(FIX)
    expect(chat.replies.last).to_contain_text("Что исправить?")
    chat.press("Утверждение")
    chat.say(CHAIRED_ANEW)
    expect(chat.page.locator(".keys").last).to_contain_text(gate.PUBLISH)
    chat.press(gate.PUBLISH)
    expect(chat.page.locator("#messages")).to_contain_text("опубликована")
    chat.open(texts.BORIS)
    for _attempt in range(20):
        answer = chat.say("Кто председательствовал на диалоге?")
        expect(answer).to_be_visible()
        if CHAIRED_ANEW in answer.inner_text():
            break
    expect(chat.replies.last).to_contain_text(CHAIRED_ANEW)


def test_an_editor_has_an_article_drafted_and_reads_what_readers_missed(chat: ChatPage) -> None:
    chat.open(texts.BORIS)
    chat.say("Сколько стоит билет в планетарий?")
    chat.open(texts.VERA)
    card = chat.say(ARTICLE)
    expect(card).to_contain_text("Вопросы:")
    expect(card).to_contain_text(": 1 из")
    chat.press(article_drafts.ACCEPT)
    expect(card).to_contain_text("принято 1")
    expect(chat.say("/inbox")).to_contain_text("Входящие")
    chat.press(inbox.ALL)
    chat.press("планетарий")
    expect(chat.page.locator("#messages")).to_contain_text("«Сколько стоит билет в планетарий?»")


@pytest.mark.parametrize("width", [320, 390])
def test_a_group_fits_on_a_phone(chat: ChatPage, width: int) -> None:
    chat.open(texts.GROUP)
    chat.page.set_viewport_size({"width": width, "height": 780})
    expect(chat.say("@spravka_demo_bot о чём заявил Го Шэнкунь?")).to_contain_text("Го Шэнкунь")
    wide = """() => [...document.querySelectorAll('.bubble, .keys button, .act')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth).length"""
    assert chat.page.evaluate(wide) == 0
    assert chat.page.evaluate("document.querySelector('#log').scrollWidth") <= width
