"""Runs the tour on a fresh SQLite database and prints every reply with its buttons and notices."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import structlog

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.storage.connection.database import Database
from bot.storage.connection.schema import upgrade
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import EventId
from knowledge.facts.pack.loader import load_pack
from tests.editing.harness import EditingHarness, open_harness
from tests.followups.harness import at
from tests.tour.script import SCRIPT, Clock, Edit, Move, Press, React, Restart, Say, Step

PACK = Path(__file__).parents[2] / "knowledge" / "dialogue"
READER, EVENT = 50, EventId("dialogue-2")
NO_BUTTON = "такой кнопки нет"
GROUP = updates.group(-500, "supergroup")
PEOPLE = {"reader": updates.user(READER), "admin": updates.user(70), "member": updates.user(71)}


class Tour:
    """Feeds the steps to the Dispatcher and gathers what a person would see."""

    def __init__(self, harness: EditingHarness) -> None:
        self.harness = harness
        self.asked: Json | None = None
        self._seen: dict[int, str] = {}

    async def take(self, step: Step) -> str:
        """Carry out one step; returns what is printed of it."""
        notice: str | None = None
        match step:
            case Say():
                await self._say(step)
            case Edit(text):
                assert self.asked is not None
                body = {**self.asked["message"], "text": text, "edit_date": 1}
                await self.harness.feed({"edited_message": body})
            case Press(label, who):
                notice = await self._press(label, who)
            case React(emoji):
                last = self.harness.messages_to(READER)[-1]["message_id"]
                await self.harness.feed(updates.reaction(updates.private(READER), last, emoji))
            case Clock(moment):
                self.harness.followups.clock.now = at(moment)
                await self.harness.send_due()
            case Move(when):
                await self._move(when)
            case Restart():
                await self.harness.open()
        return "\n".join(self._printed(step, notice))

    async def _say(self, step: Say) -> None:
        sender, private = PEOPLE[step.who], step.who == "reader"
        chat = updates.private(READER) if private else GROUP
        words = step.text.replace("@bot", f"@{self.harness.api.username}")
        content: dict[str, Any] = {"reply_to_message": self.harness.last} if step.replies else {}
        self.asked = updates.text(chat, words, sender, **content)
        await self.harness.feed(self.asked)

    async def _press(self, label: str, who: str) -> str | None:
        """The first button that begins so, behind «⋯» if need be, of the newest message that has it."""
        sender = PEOPLE[who]
        for wanted in (label, "⋯"):
            for message in reversed(self.harness.shown):
                for text, data in self.harness.buttons(message):
                    if text.removeprefix("✓ ").startswith(wanted):
                        found = await self.harness.press_data(data, message, sender)
                        return found if wanted == label else await self._press(label, who)
        return NO_BUTTON

    async def _move(self, when: str | None) -> None:
        before = (await self.harness.base()).event_by_id[EVENT]
        date = None if when is None else EdtfDate.parse(when)
        await self.harness.followups.publish(before, replace(before, when=date))
        await self.harness.refresh()

    def _printed(self, step: Step, notice: str | None) -> list[str]:
        lines = [f"\n>>> {type(step).__name__}: {step[0] if step else ''}"]
        lines += [f"    ({notice})"] if notice else []
        for message in self.harness.shown:
            number = message["message_id"] or -message["ephemeral_message_id"]
            shown = _as_shown(message)
            if self._seen.get(number) != shown:
                lines.append(f"{'' if number not in self._seen else '[изменено] '}{shown}")
                self._seen[number] = shown
        return lines


def _as_shown(message: Json) -> str:
    alone = "[видно только спросившему] " if "receiver_user" in message else ""
    body = (
        message.get("text") or f"[{'рисунок' if 'photo' in message else 'файл'}] {message.get('caption', '')}"
    )
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    keys = "\n".join("    " + " ".join(f"[{key['text']}]" for key in row) for row in rows)
    return f"{alone}{body}" + (f"\n{keys}" if keys else "")


async def run(folder: Path) -> list[str]:
    """What every step shows."""
    database = Database(f"sqlite+aiosqlite:///{folder / 'tour.db'}")
    try:
        await upgrade(database)
        harness = await open_harness(database, folder, load_pack(PACK), now="2016-04-20 12:00")
        harness.api.options.ephemeral = True
        harness.api.members[(-500, 70)] = "administrator"
        tour = Tour(harness)
        return [await tour.take(step) for step in SCRIPT]
    finally:
        await database.close()


def main() -> None:
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(file=sys.stderr))
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write("\n".join(asyncio.run(run(Path(folder)))) + "\n")


if __name__ == "__main__":
    main()
