"""Takes the pictures of the demo from the real thing: `python -m docs.make_screenshots`.

Needs Chromium (`TEST_CHROMIUM`) with its Russian texts (Debian: chromium-l10n; LANGUAGE=ru), and the
fonts Inter and Noto Color Emoji.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright

from bot.replies import demo as texts
from tests.demo.chat_page import ChatPage, launch
from tests.demo.demo_thread import running_demo

FOLDER = Path(__file__).parent
SCREENS = {
    "desktop": {"viewport": {"width": 1180, "height": 860}, "device_scale_factor": 1},
    "phone": {"viewport": {"width": 390, "height": 820}, "device_scale_factor": 1.5, "is_mobile": True},
}
SCHEMES = ("light", "dark")


def picture(screen: str, scheme: str) -> Path:
    return FOLDER / f"demo-{screen}-{scheme}.png"


def converse(chat: ChatPage) -> None:
    """Anna follows, is reminded, and asks; Boris and the group have said something too."""
    chat.open(texts.BORIS)
    chat.open(texts.GROUP)
    expect(chat.say("@spravka_demo_bot кто председательствовал на диалоге?")).to_contain_text("Го Шэнкунь")
    chat.open(texts.ANNA)
    expect(chat.say("Когда состоится второй диалог?")).to_contain_text("Июнь 2016 года")
    chat.press("Напомнить")
    expect(chat.replies.last).to_contain_text("1 мая 2016 года")
    chat.page.get_by_role("button", name=texts.PAGE["reminder"]).click()
    expect(chat.replies.last).to_contain_text("Напоминание")
    expect(chat.say("Кто придседательствовал на диалоге?")).to_contain_text("Го Шэнкунь")
    chat.page.locator(".act").last.click(force=True)
    chat.page.get_by_role("button", name="👍").click()
    expect(chat.page.locator(".reactions")).to_be_visible()
    chat.page.locator("#text").focus()


@contextmanager
def opened(browser: Browser, address: str, screen: str, scheme: str) -> Iterator[ChatPage]:
    context = browser.new_context(locale="ru-RU", color_scheme=scheme, **SCREENS[screen])  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    yield ChatPage(page)
    context.close()


def take(chat: ChatPage, file: Path) -> None:
    """Write the picture once nothing moves any more."""
    chat.page.locator("#bot-status[data-status=running]").wait_for(state="attached")
    chat.page.wait_for_timeout(1200)
    with Image.open(BytesIO(chat.page.screenshot())) as shot:
        shot.convert("RGB").save(file, optimize=True)
    sys.stdout.write(f"{file.name}: {file.stat().st_size // 1000} kB\n")


def main() -> None:
    chromium = os.environ.get("TEST_CHROMIUM", "chromium")
    with (
        running_demo("on") as address,
        sync_playwright() as playwright,
        launch(playwright, chromium) as browser,
    ):
        with opened(browser, address, "desktop", "light") as chat:
            converse(chat)
            take(chat, picture("desktop", "light"))
        for screen, scheme in (("desktop", "dark"), ("phone", "light"), ("phone", "dark")):
            with opened(browser, address, screen, scheme) as chat:
                take(chat, picture(screen, scheme))


if __name__ == "__main__":
    main()
