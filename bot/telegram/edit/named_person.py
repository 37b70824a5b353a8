"""Finds the person that a message names: a forwarded message, a contact or a user id."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.types import Message, MessageOriginHiddenUser, MessageOriginUser

from bot.replies.editing import roles as texts


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    user_id: int
    name: str


def named_in(message: Message | None, text: str) -> NamedPerson | str:
    """The person, or the text that says why there is none. `text` is read where the message names nobody."""
    if message is not None:
        origin = message.forward_origin
        if isinstance(origin, MessageOriginUser) and not origin.sender_user.is_bot:
            return NamedPerson(user_id=origin.sender_user.id, name=origin.sender_user.full_name)
        if isinstance(origin, MessageOriginHiddenUser):
            return texts.HIDDEN
        contact = message.contact
        if contact is not None and contact.user_id is not None:
            return NamedPerson(user_id=contact.user_id, name=contact.first_name)
    number = text.strip()
    if number.isascii() and number.isdecimal() and 0 < int(number) < 2**52:
        return NamedPerson(user_id=int(number), name=number)
    return texts.NOT_A_PERSON
