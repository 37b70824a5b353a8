"""Methods about the bot's profile, chat members, queries and files."""

from __future__ import annotations

import re

from bot.demo.botapi.checks import units
from bot.demo.botapi.refusal import OLD_QUERY, ApiError, bad_request
from bot.demo.botapi.state import Json, ServerState

CHAT_ACTIONS = {"typing", "upload_photo", "upload_document", "choose_sticker", "find_location"}
FILE_BYTES = 20 * 2**20
"""The limit for downloads by bots."""
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


async def get_me(state: ServerState, params: Json) -> Json:
    return state.me


async def set_my_commands(state: ServerState, params: Json) -> bool:
    commands = params.get("commands") or []
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command"))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= units(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.settings[f"commands:{params.get('scope')}:{params.get('language_code', '')}"] = commands
    return True


async def delete_my_commands(state: ServerState, params: Json) -> bool:
    state.settings.pop(f"commands:{params.get('scope')}:{params.get('language_code', '')}", None)
    return True


async def set_my_description(state: ServerState, params: Json) -> bool:
    return _keep(state, "description", params, 512)


async def set_my_short_description(state: ServerState, params: Json) -> bool:
    return _keep(state, "short_description", params, 120)


async def send_chat_action(state: ServerState, params: Json) -> bool:
    state.chat(params.get("chat_id"))
    if params.get("action") not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


async def answer_callback_query(state: ServerState, params: Json) -> bool:
    if units(str(params.get("text") or "")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    return await _answer(state, str(params.get("callback_query_id")), params)


async def answer_inline_query(state: ServerState, params: Json) -> bool:
    results = params.get("results") or []
    ids = [str(result.get("id", "")) for result in results]
    if len(ids) > 50 or len(set(ids)) < len(ids) or any(not 1 <= len(one.encode()) <= 64 for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    return await _answer(state, str(params.get("inline_query_id")), params)


async def answer_guest_query(state: ServerState, params: Json) -> Json:
    query = str(params.get("guest_query_id"))
    await _answer(state, query, params)
    return {"inline_message_id": f"guest-{query}"}


async def get_chat(state: ServerState, params: Json) -> Json:
    return {**state.chat(params.get("chat_id")), "accent_color_id": 0, "max_reaction_count": 1}


async def get_chat_member(state: ServerState, params: Json) -> Json:
    chat, user = state.chat(params.get("chat_id")), params.get("user_id") or 0
    return _member(user, state.members.get((chat["id"], user), "member"))


async def get_chat_administrators(state: ServerState, params: Json) -> list[Json]:
    chat = state.chat(params.get("chat_id"))
    found = [(user, rank) for (where, user), rank in state.members.items() if where == chat["id"]]
    return [_member(user, rank) for user, rank in found if rank in ("creator", "administrator")]


async def leave_chat(state: ServerState, params: Json) -> bool:
    state.chat(params.get("chat_id"))["blocked"] = True
    return True


async def get_file(state: ServerState, params: Json) -> Json:
    file_id = str(params.get("file_id"))
    if file_id not in state.files:
        raise bad_request("invalid file_id")
    if len(state.files[file_id]) > FILE_BYTES:
        raise bad_request("file is too big")
    about = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(state.files[file_id])}
    return about | {"file_path": f"documents/{file_id}"}


def _keep(state: ServerState, key: str, params: Json, limit: int) -> bool:
    value = str(params.get(key) or "")
    if units(value) > limit:
        raise bad_request(f"{key} is too long")
    language = params.get("language_code")
    state.settings[f"{key}:{language}" if language else key] = value
    return True


async def _answer(state: ServerState, query_id: str, params: Json) -> bool:
    if query_id not in state.queries:
        raise ApiError(400, f"Bad Request: {OLD_QUERY}")
    del state.queries[query_id]
    state.answered[query_id] = params
    await state.notify()
    return True


def _member(user: int, status: str) -> Json:
    about: Json = {"status": status, "user": {"id": user, "is_bot": False, "first_name": f"Читатель {user}"}}
    if status == "creator":
        return about | {"is_anonymous": False}
    if status == "administrator":
        names = (
            *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages"),
            *("can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info"),
            *("can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"),
        )
        return about | dict.fromkeys(names, True)
    return about | ({"until_date": 0} if status == "kicked" else {})
