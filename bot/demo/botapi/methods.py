"""The supported methods by name; any other is a 404."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.demo.botapi import messages, polling, profile
from bot.demo.botapi.state import Json, ServerState

Method = Callable[[ServerState, Json], Awaitable[Any]]
SENDING = ("sendmessage", "senddocument", "sendphoto")
METHODS: dict[str, Method] = {
    "getme": profile.get_me,
    "getupdates": polling.get_updates,
    "setwebhook": polling.set_webhook,
    "deletewebhook": polling.delete_webhook,
    "getwebhookinfo": polling.get_webhook_info,
    "sendmessage": messages.send_message,
    "senddocument": messages.send_document,
    "sendphoto": messages.send_photo,
    "editmessagetext": messages.edit_message_text,
    "editephemeralmessagetext": messages.edit_ephemeral_message,
    "editephemeralmessagereplymarkup": messages.edit_ephemeral_message,
    "editmessagereplymarkup": messages.edit_message_reply_markup,
    "deletemessage": messages.delete_message,
    "setmessagereaction": messages.set_message_reaction,
    "sendchataction": profile.send_chat_action,
    "answercallbackquery": profile.answer_callback_query,
    "answerinlinequery": profile.answer_inline_query,
    "answerguestquery": profile.answer_guest_query,
    "setmycommands": profile.set_my_commands,
    "deletemycommands": profile.delete_my_commands,
    "setmydescription": profile.set_my_description,
    "setmyshortdescription": profile.set_my_short_description,
    "getchat": profile.get_chat,
    "getchatmember": profile.get_chat_member,
    "getchatadministrators": profile.get_chat_administrators,
    "leavechat": profile.leave_chat,
    "getfile": profile.get_file,
}
