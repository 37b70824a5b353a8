"""The methods about the bot itself, members of chats, queries and files."""

from __future__ import annotations

import re

from tests.botapi.checks import units
from tests.botapi.refusal import OLD_QUERY, ApiError, bad_request
from tests.botapi.world import Json, World

CHAT_ACTIONS = {"typing", "upload_photo", "upload_document", "choose_sticker", "find_location"}
FILE_BYTES = 20 * 2**20
"""What a bot may download."""
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


async def get_me(world: World, params: Json) -> Json:
    return world.me


async def set_my_commands(world: World, params: Json) -> bool:
    commands = params.get("commands") or []
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command"))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= units(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.settings[f"commands:{params.get('scope')}:{params.get('language_code', '')}"] = commands
    return True


async def delete_my_commands(world: World, params: Json) -> bool:
    world.settings.pop(f"commands:{params.get('scope')}:{params.get('language_code', '')}", None)
    return True


async def set_my_description(world: World, params: Json) -> bool:
    return _keep(world, "description", params, 512)


async def set_my_short_description(world: World, params: Json) -> bool:
    return _keep(world, "short_description", params, 120)


async def send_chat_action(world: World, params: Json) -> bool:
    world.chat(params.get("chat_id"))
    if params.get("action") not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


async def answer_callback_query(world: World, params: Json) -> bool:
    if units(str(params.get("text") or "")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    return await _answer(world, str(params.get("callback_query_id")), params)


async def answer_inline_query(world: World, params: Json) -> bool:
    results = params.get("results") or []
    ids = [str(result.get("id", "")) for result in results]
    if len(ids) > 50 or len(set(ids)) < len(ids) or any(not 1 <= len(one.encode()) <= 64 for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    return await _answer(world, str(params.get("inline_query_id")), params)


async def get_chat(world: World, params: Json) -> Json:
    return {**world.chat(params.get("chat_id")), "accent_color_id": 0, "max_reaction_count": 1}


async def get_chat_member(world: World, params: Json) -> Json:
    chat, user = world.chat(params.get("chat_id")), params.get("user_id") or 0
    return _member(user, world.members.get((chat["id"], user), "member"))


async def get_chat_administrators(world: World, params: Json) -> list[Json]:
    chat = world.chat(params.get("chat_id"))
    found = [(user, rank) for (where, user), rank in world.members.items() if where == chat["id"]]
    return [_member(user, rank) for user, rank in found if rank in ("creator", "administrator")]


async def leave_chat(world: World, params: Json) -> bool:
    world.chat(params.get("chat_id"))["blocked"] = True
    return True


async def get_file(world: World, params: Json) -> Json:
    file_id = str(params.get("file_id"))
    if file_id not in world.files:
        raise bad_request("invalid file_id")
    if len(world.files[file_id]) > FILE_BYTES:
        raise bad_request("file is too big")
    about = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(world.files[file_id])}
    return about | {"file_path": f"documents/{file_id}"}


def _keep(world: World, key: str, params: Json, limit: int) -> bool:
    value = str(params.get(key) or "")
    if units(value) > limit:
        raise bad_request(f"{key} is too long")
    world.settings[key] = value
    return True


async def _answer(world: World, query_id: str, params: Json) -> bool:
    if query_id not in world.queries:
        raise ApiError(400, f"Bad Request: {OLD_QUERY}")
    del world.queries[query_id]
    world.answered[query_id] = params
    await world.notify()
    return True


def _member(user: int, rank: str) -> Json:
    about: Json = {"status": rank, "user": {"id": user, "is_bot": False, "first_name": f"Читатель {user}"}}
    if rank == "creator":
        return about | {"is_anonymous": False}
    if rank == "administrator":
        names = (
            *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages"),
            *("can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info"),
            *("can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"),
        )
        return about | dict.fromkeys(names, True)
    return about | ({"until_date": 0} if rank == "kicked" else {})
