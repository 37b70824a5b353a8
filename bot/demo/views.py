"""What the page shows of the Bot API's state: the list of chats, and the messages of one chat, as JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from itertools import islice
from typing import Any
from zlib import crc32

from bot.demo.actions import Actions
from bot.demo.botapi.methods import SENDING
from bot.demo.botapi.state import Json, ServerState
from bot.demo.people import GROUP, PEOPLE
from bot.replies import demo as texts

TYPING = 5.0
"""Seconds for which «печатает» is shown, as Telegram shows it."""
_RECENT = 60
"""Calls that are searched for «печатает»."""


class Views:
    def __init__(self, state: ServerState, actions: Actions) -> None:
        self._state = state
        self._actions = actions

    def chats(self) -> list[Json]:
        """The chats of the list; `stamp` changes with anything that `chat` shows."""
        rows = [(one.id, one.name, one.about) for one in PEOPLE]
        rows.append((GROUP["id"], GROUP["title"], texts.GROUP_ABOUT))
        return [self._row(number, name, about) for number, name, about in rows]

    def chat(self, chat_id: int) -> Json:
        """The messages in order, with reactions, and what Telegram shows around them."""
        messages = self._messages(chat_id)
        return {
            "messages": messages,
            "reactions": self._reactions(chat_id, messages),
            "typing": self._is_typing(chat_id),
            "commands": self._commands(chat_id),
            "description": self._state.settings.get("description", ""),
        }

    def file(self, file_id: str) -> tuple[bytes, str] | None:
        """The content of a sent file and its name; None for an unknown one."""
        content = self._state.files.get(file_id)
        if content is None:
            return None
        sent = (message.get("document", {}) for message in self._state.messages.values())
        names = (one["file_name"] for one in sent if one.get("file_id") == file_id)
        return content, next(names, "")

    def _row(self, chat_id: int, name: str, about: str) -> Json:
        messages = self._messages(chat_id)
        last = messages[-1] if messages else None
        shown = self.chat(chat_id)
        mine = last is not None and last["from"]["id"] != self._state.me["id"]
        return {
            "id": chat_id,
            "name": name,
            "about": about,
            "count": sum(one["from"]["id"] == self._state.me["id"] for one in messages),
            "last": _preview(last) if last else "",
            "sender": last["from"]["first_name"] if last and mine and chat_id < 0 else "",
            "date": last["date"] if last else 0,
            "typing": shown["typing"],
            "stamp": crc32(json.dumps(shown, sort_keys=True).encode()),
        }

    def _messages(self, chat_id: int) -> list[Json]:
        return [one for (where, _), one in self._state.messages.items() if where == chat_id]

    def _reactions(self, chat_id: int, messages: Sequence[Json]) -> Json:
        """Message id -> [{emoji, by}], `by` being the ids of who put it; the bot's own come last."""
        found: Json = {}
        for message in messages:
            key = (chat_id, message["message_id"])
            given: dict[str, list[int]] = {}
            for user, emoji in self._actions.reactions.get(key, {}).items():
                given.setdefault(emoji, []).append(user)
            for one in self._state.reactions.get(key, ()):
                given.setdefault(str(one.get("emoji", "")), []).append(self._state.me["id"])
            if given:
                found[str(key[1])] = [{"emoji": emoji, "by": by} for emoji, by in given.items()]
        return found

    def _is_typing(self, chat_id: int) -> bool:
        """Whether the bot's last call about this chat is a fresh chat action."""
        for call in islice(reversed(self._state.calls), _RECENT):
            if call.params.get("chat_id") == chat_id:
                method = call.method.lower()
                if method in SENDING:
                    return False
                if method == "sendchataction":
                    return time.monotonic() - call.at < TYPING
        return False

    def _commands(self, chat_id: int) -> list[Any]:
        """The menu of the narrowest scope that the bot has set for the chat, as Telegram chooses it."""
        kind = "all_group_chats" if chat_id < 0 else "all_private_chats"
        for scope in ({"type": "chat", "chat_id": chat_id}, {"type": kind}, {"type": "default"}, None):
            for language in ("ru", ""):
                if found := self._state.settings.get(f"commands:{scope}:{language}"):
                    return list(found)
        return []


def _preview(message: Json) -> str:
    text = message.get("text") or message.get("caption") or ""
    if "document" in message:
        text = text or message["document"]["file_name"]
    return " ".join(str(text).split())[:120]
