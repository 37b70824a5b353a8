"""Builds updates as Telegram sends them: texts, button presses, files, reactions."""

from __future__ import annotations

import itertools
import re
import time
from typing import Any

from bot.demo.botapi.checks import units
from bot.demo.botapi.state import Json

_numbers = itertools.count(1)
_COMMAND = re.compile(r"/[a-z_]+(@\w+)?")
_MENTION = re.compile(r"@\w{5,}")


def user(number: int, **about: Any) -> Json:
    return {"id": number, "is_bot": False, "first_name": f"Читатель {number}", "language_code": "ru", **about}


def private(number: int) -> Json:
    return {"id": number, "type": "private", "first_name": f"Читатель {number}"}


def group(number: int, kind: str = "group") -> Json:
    return {"id": number, "type": kind, "title": f"Группа {number}"}


def message(chat: Json, sender: Json | None = None, **content: Any) -> Json:
    """A message; the default sender in a private chat is its user."""
    about = {"message_id": next(_numbers), "date": int(time.time()), "chat": chat}
    if chat["type"] != "channel":
        about["from"] = sender or user(chat["id"])
    return {**about, **content}


def text(chat: Json, words: str, sender: Json | None = None, **content: Any) -> Json:
    """A text message with the entities that Telegram would detect."""
    entities = [
        _entity("bot_command", words, found) for found in _COMMAND.finditer(words) if found.start() == 0
    ]
    entities += [_entity("mention", words, found) for found in _MENTION.finditer(words) if found.start()]
    if words.startswith("@") and (found := _MENTION.match(words)):
        entities.insert(0, _entity("mention", words, found))
    about = {"text": words} | ({"entities": entities} if entities else {}) | content
    return {"message": message(chat, sender, **about)}


def document(chat: Json, file_id: str, name: str, size: int, **content: Any) -> Json:
    """A file in a chat; its content is in the state's `files` under `file_id`."""
    about = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": size}
    return {"message": message(chat, document=about, **content)}


def callback(shown: Json, data: str, sender: Json | None = None) -> Json:
    """A press of the button `data` under the bot's message `shown`."""
    number = str(next(_numbers))
    who = sender or user(shown["chat"]["id"])
    body = {"id": number, "from": who, "message": shown, "chat_instance": "1", "data": data}
    return {"callback_query": body}


def inline(words: str, sender: Json) -> Json:
    return {"inline_query": {"id": str(next(_numbers)), "from": sender, "query": words, "offset": ""}}


def reaction(chat: Json, message_id: int, emoji: str, sender: Json | None = None, old: str = "") -> Json:
    """`emoji` replaces `old`; empty means none."""
    body = {"chat": chat, "message_id": message_id, "date": int(time.time()), "old_reaction": _emoji(old)}
    return {"message_reaction": {**body, "user": sender or user(chat["id"]), "new_reaction": _emoji(emoji)}}


def membership(chat: Json, bot: Json, status: str, sender: Json | None = None) -> Json:
    """`my_chat_member`: the bot was added, blocked (`kicked`) or removed."""
    states: list[Json] = [{"status": "member", "user": bot}, {"status": status, "user": bot}]
    if status == "kicked":
        states[1]["until_date"] = 0
    body = {"chat": chat, "from": sender or user(abs(chat["id"])), "date": int(time.time())}
    return {"my_chat_member": {**body, "old_chat_member": states[0], "new_chat_member": states[1]}}


def _emoji(sign: str) -> list[Json]:
    return [{"type": "emoji", "emoji": sign}] if sign else []


def _entity(kind: str, words: str, found: re.Match[str]) -> Json:
    return {"type": kind, "offset": units(words[: found.start()]), "length": units(found.group())}
