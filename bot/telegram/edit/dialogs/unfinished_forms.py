"""Forms that another command interrupts are kept as typed, listed in /drafts, and opened again there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.editing.forms.drafts import Draft
from bot.editing.forms.unfinished_forms import UnfinishedForms, form_title, is_removal, removal
from bot.replies.editing import form as texts
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.form_opening import state_of
from bot.telegram.edit.dialogs.states import FormDialog, RetireDialog


async def keep_open_form(
    manager: DialogManager, forms: UnfinishedForms, user_id: int, now: datetime
) -> Reply | None:
    """Keep the open form if anything was typed into it, or the removal; returns what to tell the editor."""
    group = manager.current_context().state.group if manager.has_context() else None
    if group is RetireDialog:
        return await _keep_removal(manager, forms, user_id, now)
    if group is not FormDialog:
        return None
    body = dict(manager.dialog_data)
    draft = Draft.from_json(body["draft"])
    if not body.get("pending") and not draft.changed_fields and not draft.why:
        return None
    await forms.keep(user_id, body, now)
    return texts.kept(form_title(draft))


async def _keep_removal(manager: DialogManager, forms: UnfinishedForms, user_id: int, now: datetime) -> Reply:
    draft = Draft.from_json(manager.dialog_data["draft"])
    await forms.keep(user_id, removal(draft.form, draft.row), now)
    return texts.removal_kept(form_title(draft))


async def reopen_form(manager: DialogManager, body: Mapping[str, Any]) -> None:
    """Open it as a new message where it was left."""
    if is_removal(body):
        data = {"draft": body["draft"]}
        await manager.start(RetireDialog.reason, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
        return
    draft, name = Draft.from_json(body["draft"]), body.get("field")
    state = FormDialog.overview if name is None else state_of(draft.form, name)
    await manager.start(state, dict(body), mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
