"""The steps of a person at the page: opens a chat, writes, presses, reads what the bot says."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from bot.replies import demo as texts

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
WAIT = 120_000
"""Milliseconds for which a step waits on a busy machine."""


def launch(playwright: Playwright, chromium: str) -> Browser:
    """The browser that the system has; Playwright's own is never downloaded."""
    expect.set_options(timeout=WAIT)
    return playwright.chromium.launch(executable_path=shutil.which(chromium), args=list(FLAGS))


@dataclass(frozen=True, slots=True)
class ChatPage:
    """The page with one chat open."""

    page: Page

    def open(self, name: str) -> None:
        """Open a person's chat; the first time that presses «Начать»."""
        row = self.page.locator(".chat-row", has_text=name)
        row.click()
        expect(self.page.locator(f"#messages[data-chat='{row.get_attribute('data-chat')}']")).to_be_visible()
        start = self.page.get_by_role("button", name=texts.PAGE["start"])
        if start.is_visible():
            start.click()
            expect(self.replies).to_have_count(1)

    def say(self, words: str) -> Locator:
        """Write as a person does, with the keyboard; returns the bot's next message."""
        before = self.replies.count()
        self.page.locator("#text").fill(words)
        self.page.keyboard.press("Enter")
        return self.replies.nth(before)

    def press(self, label: str) -> None:
        """Press the newest inline button with this in its label."""
        self.page.locator(".keys button", has_text=label).last.click()

    def send_file(self, path: Path) -> None:
        self.page.locator("#file").set_input_files(path)

    @property
    def replies(self) -> Locator:
        """The bot's messages, oldest first."""
        return self.page.locator(".message:not(.mine):not(#dots)")
