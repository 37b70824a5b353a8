"""Forms that another command interrupts are kept as typed, listed in /drafts, and opened again there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.editing.forms.drafts import Draft
from bot.editing.forms.unfinished_forms import UnfinishedForms, form_title
from bot.replies.editing import form as texts
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.form_opening import state_of
from bot.telegram.edit.dialogs.states import FormDialog


async def keep_open_form(
    manager: DialogManager, forms: UnfinishedForms, user_id: int, now: datetime
) -> Reply | None:
    """Keep the open form if anything was typed into it; returns what to tell the editor."""
    if not manager.has_context() or manager.current_context().state.group is not FormDialog:
        return None
    body = dict(manager.dialog_data)
    draft = Draft.from_json(body["draft"])
    if not body.get("pending") and not draft.changed_fields and not draft.why:
        return None
    await forms.keep(user_id, body, now)
    return texts.kept(form_title(draft))


async def reopen_form(manager: DialogManager, body: Mapping[str, Any]) -> None:
    """Open it as a new message where it was left."""
    draft, name = Draft.from_json(body["draft"]), body.get("field")
    state = FormDialog.overview if name is None else state_of(draft.form, name)
    await manager.start(state, dict(body), mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
