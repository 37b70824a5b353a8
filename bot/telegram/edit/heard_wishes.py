"""A filter: an editor's wish in words."""

from __future__ import annotations

from typing import Any

from aiogram.filters import Filter
from aiogram.types import Message

from bot.records.editing import Editor, Role
from knowledge.results import EditorWishKind
from knowledge.understanding.editor_wishes import read_editor_wish

_LEAST = {EditorWishKind.INBOX: Role.REVIEWER, EditorWishKind.STATS: Role.REVIEWER}
"""The roles of wishes that are not for editors alone."""


class HasEditorWish(Filter):
    """Accepts a text that is a wish for which the writer's role is enough; passes it on as `wished`."""

    def __init__(self, *kinds: EditorWishKind) -> None:
        self._kinds = kinds

    async def __call__(self, message: Message, editor: Editor | None = None) -> bool | dict[str, Any]:
        if editor is None or not message.text:
            return False
        wished = read_editor_wish(message.text)
        if wished is None or wished.kind not in self._kinds:
            return False
        return {"wished": wished} if editor.role.covers(_LEAST.get(wished.kind, Role.EDITOR)) else False
