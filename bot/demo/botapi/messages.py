"""Methods that send, edit and delete messages."""

from __future__ import annotations

from typing import Any

from bot.demo.botapi import checks
from bot.demo.botapi.refusal import BLOCKED, NOT_MODIFIED, ApiError, bad_request
from bot.demo.botapi.state import Json, ServerState


async def send_message(state: ServerState, params: Json) -> Json:
    chat = _open(state, params)
    entities = _entities(params, "entities")
    message = _envelope(state, params, chat)
    message["text"] = checks.text(params.get("text"), entities)
    return await state.store(message | ({"entities": entities} if entities else {}))


async def send_document(state: ServerState, params: Json) -> Json:
    return await _send_file(state, params, "document")


async def send_photo(state: ServerState, params: Json) -> Json:
    return await _send_file(state, params, "photo")


async def edit_message_text(state: ServerState, params: Json) -> Json | bool:
    message = _own(state, params)
    entities = _entities(params, "entities")
    text = checks.text(params.get("text"), entities)
    return await _edit(state, message, {"text": text, "entities": entities}, params)


async def edit_ephemeral_message(state: ServerState, params: Json) -> bool:
    """The text, where one is given, and the buttons of a message that one member sees."""
    message = state.messages.get((params.get("chat_id") or 0, -(params.get("ephemeral_message_id") or 0)))
    if message is None or message["receiver_user"]["id"] != params.get("receiver_user_id"):
        raise bad_request("message to edit not found")
    if "text" in params:
        message["text"] = checks.text(params["text"], _entities(params, "entities"))
    markup = checks.keyboard(params.get("reply_markup"))
    message.pop("reply_markup", None)
    message |= {"reply_markup": markup} if markup else {}
    await state.notify()
    return True


async def edit_message_reply_markup(state: ServerState, params: Json) -> Json | bool:
    message = _own(state, params)
    kept = {key: message.get(key) for key in ("text", "entities")}
    return await _edit(state, message, kept, params)


async def delete_message(state: ServerState, params: Json) -> bool:
    chat = state.chat(params.get("chat_id"))
    key = (chat["id"], params.get("message_id") or 0)
    if key not in state.messages:
        raise bad_request("message to delete not found")
    del state.messages[key]
    state.deleted.append(key)
    await state.notify()
    return True


async def set_message_reaction(state: ServerState, params: Json) -> bool:
    chat = state.chat(params.get("chat_id"))
    key = (chat["id"], params.get("message_id") or 0)
    if key not in state.messages:
        raise bad_request("message to react not found")
    state.reactions[key] = params.get("reaction") or []
    return True


async def _send_file(state: ServerState, params: Json, kind: str) -> Json:
    chat = _open(state, params)
    caption, entities = params.get("caption"), _entities(params, "caption_entities")
    message = _envelope(state, params, chat)
    if caption is not None:
        message["caption"] = checks.text(caption, entities, limit=checks.CAPTION_UNITS)
        message |= {"caption_entities": entities} if entities else {}
    content, name = _content(params, kind)
    file_id = f"file-{state.next_id()}"
    state.files[file_id] = content
    about = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(content)}
    if kind == "photo":
        message["photo"] = [about | {"width": 100, "height": 100}]
    else:
        message["document"] = about | {"file_name": name}
    return await state.store(message)


def _content(params: Json, kind: str) -> tuple[bytes, str]:
    named = params.get(kind)
    if isinstance(named, str) and named.startswith("attach://"):
        named = params.get(named.removeprefix("attach://"))
    if not isinstance(named, tuple) or not named[0]:
        raise bad_request("file must be non-empty")
    return named


def _open(state: ServerState, params: Json) -> Json:
    """The chat to write to. Raises ApiError for one that is unknown, blocked or migrated."""
    chat = state.chat(params.get("chat_id"))
    if chat.get("blocked"):
        raise ApiError(403, BLOCKED)
    if "moved_to" in chat:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat["moved_to"])
    return chat


def _envelope(state: ServerState, params: Json, chat: Json) -> Json:
    if params.get("parse_mode"):
        raise bad_request("can't parse entities: this server takes entities only")
    message: Json = {"message_id": state.next_id(), "date": int(state.now()), "chat": chat, "from": state.me}
    alone = params.get("ephemeral_message_parameters")
    if alone and state.options.ephemeral:
        if chat["type"] == "private":
            raise bad_request("ephemeral messages can't be sent to private chats")
        message |= {"message_id": 0, "ephemeral_message_id": message["message_id"]}
        message["receiver_user"] = {
            "id": alone["receiver_user_id"],
            "is_bot": False,
            "first_name": "Читатель",
        }
    reply = params.get("reply_parameters")
    if reply and "message_id" in reply:
        original = state.messages.get((chat["id"], reply["message_id"]))
        if original is None and not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        if original is not None:
            message["reply_to_message"] = {k: v for k, v in original.items() if k != "reply_to_message"}
    markup = checks.keyboard(params.get("reply_markup"))
    if params.get("message_thread_id"):
        message["message_thread_id"] = params["message_thread_id"]
    if markup and "inline_keyboard" not in markup:
        # Telegram shows it, and leaves it out of the message that it returns.
        return message | {"shown_markup": markup}
    return message | ({"reply_markup": markup} if markup else {})


def _own(state: ServerState, params: Json) -> Json:
    if params.get("inline_message_id"):
        return {"inline_message_id": params["inline_message_id"]}
    chat = state.chat(params.get("chat_id"))
    message = state.messages.get((chat["id"], params.get("message_id") or 0))
    if message is None:
        raise bad_request("message to edit not found")
    if message.get("from", {}).get("id") != state.me["id"]:
        raise bad_request("message can't be edited")
    return message


async def _edit(state: ServerState, message: Json, content: Json, params: Json) -> Json | bool:
    if "inline_message_id" in message:
        return True
    markup = checks.keyboard(params.get("reply_markup"))
    new = {key: value for key, value in {**content, "reply_markup": markup}.items() if value}
    old = {key: message[key] for key in ("text", "entities", "reply_markup") if message.get(key)}
    if new == old:
        raise bad_request(NOT_MODIFIED)
    for key in ("text", "entities", "reply_markup"):
        message.pop(key, None)
    message |= {**new, "edit_date": int(state.now())}
    state.messages[message["chat"]["id"], message["message_id"]] = message
    await state.notify()
    return message


def _entities(params: Json, key: str) -> list[Any]:
    return list(params.get(key) or [])
