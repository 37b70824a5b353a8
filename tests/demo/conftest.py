"""One demo and one browser for all tests of a file: the bot's start takes seconds."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.demo.chat_page import WAIT, ChatPage, launch
from tests.demo.demo_thread import running_demo


@pytest.fixture(scope="module")
def demo() -> Iterator[str]:
    with running_demo() as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, launch(playwright, os.environ["TEST_CHROMIUM"]) as opened:
        yield opened


@pytest.fixture
def chat(browser: Browser, demo: str) -> Iterator[ChatPage]:
    """A fresh page; its errors and whatever it asks of another host fail the test."""
    context = browser.new_context(locale="ru-RU", viewport={"width": 1280, "height": 860})
    context.set_default_timeout(WAIT)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(demo) else None)
    page.goto(demo)
    yield ChatPage(page)
    context.close()
    assert faults == []
