"""aiogram's types are built when they are first used, and then as aiogram builds them."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import bot.wiring.application
import aiogram.types
from aiogram.types import CallbackQuery, Message, Update
from aiogram.methods import Response, SendMessage
built = [kind for kind in map(vars(aiogram.types).get, aiogram.types.__all__)
         if getattr(kind, "__pydantic_complete__", False)]
assert len(built) < 20, built
message = {"message_id": 7, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "?"}
user = {"id": 1, "is_bot": False, "first_name": "А"}
pressed = {"id": "9", "from": user, "chat_instance": "1", "data": "x", "message": message}
update = Update.model_validate({"update_id": 1, "callback_query": pressed})
assert isinstance(update.callback_query, CallbackQuery) and update.callback_query.message.text == "?"
assert update.callback_query.message.model_dump(exclude_none=True)["text"] == "?"
sent = Response[Message].model_validate({"ok": True, "result": message})
assert sent.result.message_id == 7
assert SendMessage(chat_id=1, text="?").model_dump(exclude_none=True)["chat_id"] == 1
for kind in (aiogram.types.MenuButtonCommands, aiogram.types.ChatFullInfo):
    assert kind.model_rebuild()
print("built")
"""


def test_types_are_built_on_first_use() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert done.stdout == "built\n", done.stderr
