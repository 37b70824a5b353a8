"""Who writes in the demo, and where: two readers, an editor, and a group of the three."""

from __future__ import annotations

from dataclasses import dataclass

from bot.demo.botapi.state import Json, ServerState
from bot.replies import demo as texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Somebody with a Telegram account; the private chat has the same id."""

    id: int
    name: str
    about: str
    username: str

    @property
    def user(self) -> Json:
        names = {"first_name": self.name, "username": self.username, "language_code": "ru"}
        return {"id": self.id, "is_bot": False, **names}

    @property
    def chat(self) -> Json:
        return {"id": self.id, "type": "private", "first_name": self.name, "username": self.username}


PEOPLE = (
    Persona(id=101, name=texts.ANNA, about=texts.READER, username="anna_reads"),
    Persona(id=102, name=texts.BORIS, about=texts.READER, username="boris_reads"),
    Persona(id=103, name=texts.VERA, about=texts.EDITOR, username="vera_edits"),
)
EDITOR = PEOPLE[2]
GROUP: Json = {"id": -1001, "type": "supergroup", "title": texts.GROUP}


def person(number: int) -> Persona:
    """Raises KeyError for an unknown id."""
    return {one.id: one for one in PEOPLE}[number]


def chat(number: int) -> Json:
    """The private chat of a person, or the group. Raises KeyError."""
    return GROUP if number == GROUP["id"] else person(number).chat


def settle(state: ServerState) -> None:
    """Put the group into the state: the editor owns it, and the bot, an administrator, sees every message."""
    state.chats[GROUP["id"]] = GROUP
    state.members[GROUP["id"], EDITOR.id] = "creator"
    state.members[GROUP["id"], state.me["id"]] = "administrator"
