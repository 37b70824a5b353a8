"""What a person does in the chat, as updates for the bot: says, edits, presses, reacts, asks inline."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json, ServerState
from bot.demo.people import Persona

ANSWER_WITHIN = 12.0
"""Seconds for which a press or an inline query waits; a bot that restarts answers within them."""


class Actions:
    """Every method takes the person who acts and the chat where that is."""

    def __init__(self, state: ServerState) -> None:
        self._state = state
        self.reactions: dict[tuple[int, int], dict[int, str]] = {}
        """(chat, message) -> the person's emoji."""

    async def say(self, who: Persona, chat: Json, words: str, reply_to: int = 0, **content: Any) -> None:
        """Send a text message."""
        about = {**self._envelope(chat, reply_to), **content}
        await self._push(updates.text(chat, words, who.user, **about))

    async def edit(self, who: Persona, chat: Json, message_id: int, words: str) -> bool:
        """Change one's own text; False where there is none."""
        old = self._state.messages.get((chat["id"], message_id))
        if old is None or old["from"]["id"] != who.id or "text" not in old:
            return False
        kept = {key: old[key] for key in ("message_id", "date", "reply_to_message") if key in old}
        now = {"edit_date": int(self._state.now())}
        new = updates.text(chat, words, who.user, **kept, **now)["message"]
        self._state.messages[chat["id"], message_id] = new
        await self._push({"edited_message": new})
        return True

    async def upload(self, who: Persona, chat: Json, content: bytes, name: str, caption: str) -> None:
        """Send a file."""
        file_id = f"upload-{self._state.next_id()}"
        self._state.files[file_id] = content
        about = self._envelope(chat, 0) | ({"caption": caption} if caption else {})
        sent = updates.document(chat, file_id, name, len(content), sender=who.user, **about)
        await self._push(sent)

    async def press(self, who: Persona, chat: Json, message_id: int, data: str) -> Json:
        """Press an inline button; returns what the bot answers: text, show_alert, url."""
        shown = self._state.messages[chat["id"], message_id]
        update = updates.callback(shown, data, who.user)
        await self._push(update)
        return await self._answer(update["callback_query"]["id"])

    async def ask_inline(self, who: Persona, words: str) -> Json:
        """An inline query; returns the bot's answer: results, button."""
        update = updates.inline(words, who.user)
        await self._push(update)
        return await self._answer(update["inline_query"]["id"])

    async def send_inline(self, who: Persona, chat: Json, result: Json) -> None:
        """Send a result of an inline query as one's own message."""
        content = result.get("input_message_content") or {}
        about = self._envelope(chat, 0) | {"via_bot": self._state.me}
        about |= {"entities": content["entities"]} if content.get("entities") else {}
        about |= {"reply_markup": result["reply_markup"]} if result.get("reply_markup") else {}
        await self._push(updates.text(chat, str(content.get("message_text", "")), who.user, **about))

    async def react(self, who: Persona, chat: Json, message_id: int, emoji: str) -> None:
        """Put a reaction; the same one again takes it away."""
        given = self.reactions.setdefault((chat["id"], message_id), {})
        old = given.pop(who.id, "")
        new = "" if old == emoji else emoji
        if new:
            given[who.id] = new
        await self._push(updates.reaction(chat, message_id, new, who.user, old))

    def _envelope(self, chat: Json, reply_to: int) -> Json:
        about: Json = {"message_id": self._state.next_id(), "date": int(self._state.now())}
        original = self._state.messages.get((chat["id"], reply_to))
        if original is not None:
            about["reply_to_message"] = {k: v for k, v in original.items() if k != "reply_to_message"}
        return about

    async def _push(self, update: Json) -> None:
        await self._state.push(update)
        await self._state.notify()

    async def _answer(self, query_id: str) -> Json:
        """The bot's answer to a query; empty where none comes in time."""
        answered = self._state.answered
        try:
            async with asyncio.timeout(ANSWER_WITHIN), self._state.changed:
                await self._state.changed.wait_for(lambda: query_id in answered)
        except TimeoutError:
            return {}
        return answered.pop(query_id)
