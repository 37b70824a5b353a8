"""/new and «Новое сведение» of the inbox: one message makes a fact, and the gate's screen is its card."""

from __future__ import annotations

import asyncio

from aiogram_dialog import DialogManager

from bot.editing.forms.draft_changes import draft_changes
from bot.editing.forms.drafts import Draft
from bot.editing.forms.fields import FIRST, Form
from bot.editing.forms.one_message import read_new_fact
from bot.editing.forms.typed_values import InputError
from bot.editing.publication import PublicationService
from bot.records.editing import Editor
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import field_names as words
from bot.replies.editing import form as form_texts
from bot.replies.editing import input_errors
from bot.replies.editing import one_message as texts
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form_opening import state_of
from bot.telegram.edit.dialogs.form_state import FormState
from bot.telegram.edit.dialogs.proposing import propose
from bot.telegram.edit.dialogs.states import FormDialog
from bot.telegram.edit.dialogs.windows import ReplyWindow
from bot.telegram.edit.gate_screen import GateScreen


async def message_window(dialog_manager: DialogManager) -> Reply:
    form = FormState(dialog_manager)
    return texts.ask(form.draft.row.get("questions", ()), form.note)


async def type_message(
    text: str,
    dialog_manager: DialogManager,
    editor: Editor,
    engine: EngineHolder,
    publishing: PublicationService,
    gate_screen: GateScreen,
    now: Clock,
    dialog_dependencies: DialogDependencies,
) -> None:
    """Read the fact and examine it. What cannot be read, and questions that could not be made, are asked for;
    where something else is missing, the form opens with what there is.
    """
    form, unread = FormState(dialog_manager), dict[str, str]()
    try:
        draft = await _read(text, form.draft, engine, now, dialog_dependencies, unread)
    except InputError as error:
        form.set_note(input_errors.wording(error.fault, error.data))
        return
    form.draft = draft
    if asked := [*unread, *(field.name for field in draft.missing if field.name == "questions")]:
        form.ask(asked[0], asked[1:])
        form.set_note(unread.get(asked[0], texts.NO_QUESTIONS))
        await dialog_manager.switch_to(state_of(Form.FACT, asked[0]))
        return
    note = form_texts.missing(draft.form.value, [field.name for field in draft.missing])
    if not draft.missing:
        base, today = engine.current.base, dialog_dependencies.today(now())
        found = await propose(
            dialog_manager, editor, publishing, gate_screen, lambda: draft_changes(draft, base, today), draft
        )
        if found is None:
            return
        note = found
    await form.show_overview(note)


async def by_fields(_argument: str, dialog_manager: DialogManager) -> None:
    """The same fact, asked field by field."""
    form = FormState(dialog_manager)
    first, *rest = [name for name in FIRST[Form.FACT] if name not in form.draft.row]
    form.ask(first, rest)
    await dialog_manager.switch_to(state_of(Form.FACT, first))


async def _read(
    text: str,
    draft: Draft,
    engine: EngineHolder,
    now: Clock,
    dependencies: DialogDependencies,
    unread: dict[str, str],
) -> Draft:
    """In a thread: the statement is drafted and searched for. A line that cannot be read is left out, and
    what is wrong with it put into `unread`, by its field. Raises InputError where that is the statement.
    """
    labels = {
        text.lower(): name
        for name in words.FIELDS
        for text in (words.FIELDS[name], words.label(Form.FACT, name))
    }
    known = tuple(draft.row.get("questions", ()))
    today = dependencies.today(now())
    lines = text.splitlines()
    while True:
        left = "\n".join(lines)
        try:
            return await asyncio.to_thread(read_new_fact, left, engine.current.engine, today, labels, known)
        except InputError as error:
            if "typed" not in error.data:
                raise
            typed = error.data["typed"]
            unread[error.data["field"]] = f"«{typed}». {input_errors.wording(error.fault, error.data)}"
            lines = [line for line in lines if line.strip() != typed]


def windows() -> tuple[ReplyWindow, ...]:
    return (ReplyWindow(FormDialog.message, message_window, {"fields": by_fields}, type_message),)
