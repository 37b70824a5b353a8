"""One entity in /facts: its card, its history, and what an editor may do with it."""

from __future__ import annotations

from aiogram_dialog import DialogManager, ShowMode

from bot.editing.example_suggestions import ExampleSuggestions
from bot.editing.forms import drafts
from bot.editing.forms.drafts import Draft, Row
from bot.editing.forms.fields import FIELDS, Form
from bot.editing.forms.slugs import button_key
from bot.editing.publication import PublicationService
from bot.editing.quick_edit import QUICK, entity_of, holder, short_key
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import base_browser as texts
from bot.replies.editing.quick_edit import FACTS, Target
from bot.replies.parts import Reply
from bot.telegram.drafting.examples import offer
from bot.telegram.edit import quick_cards
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form import title_of
from bot.telegram.edit.dialogs.form_opening import begin
from bot.telegram.edit.dialogs.states import BrowserDialog, RetireDialog
from bot.telegram.edit.dialogs.windows import ButtonHandler, ReplyWindow
from bot.telegram.sending.places import chat_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import Event, FactBase, FactId
from knowledge.facts.serialization import TERMS, EntityKind, Key

REVISIONS_SHOWN = 8


async def card_window(
    dialog_manager: DialogManager,
    engine: EngineHolder,
    editor: Editor,
    dialog_dependencies: DialogDependencies,
) -> Reply:
    form, row = _open_entity(dialog_manager, engine.current.base)
    if row is None:
        return texts.gone()
    usage = await dialog_dependencies.usage.of(FactId(row["id"])) if form is Form.FACT else None
    names = [field.name for field in FIELDS[form]]
    part = dialog_manager.dialog_data.get("part", 0)
    return texts.card(form.value, row, names, engine.current.base, usage, edits=may_edit(editor), page=part)


async def history_window(
    dialog_manager: DialogManager,
    engine: EngineHolder,
    editor: Editor,
    dialog_dependencies: DialogDependencies,
) -> Reply:
    form, row = _open_entity(dialog_manager, engine.current.base)
    if row is None:
        return texts.gone()
    key = TERMS if form.kind is EntityKind.TERMS else Key(form.kind, row["id"])
    found = await dialog_dependencies.history.of(key)
    title, zone = title_of(Draft(form=form, was=row)), dialog_dependencies.zone
    return texts.history(title, key.id, found, zone, REVISIONS_SHOWN, edits=may_edit(editor))


async def part(number: str, dialog_manager: DialogManager) -> None:
    """Another page of a card's long lists."""
    dialog_manager.dialog_data["part"] = int(number) if number.isdigit() else 0


async def up(_argument: str, dialog_manager: DialogManager) -> None:
    """From a card to the list from which it was opened."""
    listed = "list" in dialog_manager.dialog_data
    await dialog_manager.switch_to(BrowserDialog.listing if listed else BrowserDialog.home)


async def to_card(_argument: str, dialog_manager: DialogManager) -> None:
    await dialog_manager.switch_to(BrowserDialog.card)


async def to_history(_argument: str, dialog_manager: DialogManager) -> None:
    await dialog_manager.switch_to(BrowserDialog.history)


async def edit(_argument: str, dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> None:
    form, row = _open_entity(dialog_manager, engine.current.base)
    if may_edit(editor) and row is not None:
        await begin(dialog_manager, form, row)


async def edit_date(
    _argument: str, dialog_manager: DialogManager, engine: EngineHolder, editor: Editor
) -> None:
    """The form at its date: what editors change most often. Of a fact that takes its date from its event, the
    form of the event: a date of its own would contradict it.
    """
    base = engine.current.base
    form, row = _open_entity(dialog_manager, base)
    if form is Form.FACT and row is not None:
        fact = quick_cards.fact_of(base, row["id"])
        held = None if fact is None else holder(base, fact, "when")
        if isinstance(held, Event):
            form, row = Form.EVENT, drafts.find_row(base, Form.EVENT, button_key(held.id))
    if may_edit(editor) and row is not None and "when" in [one.name for one in FIELDS[form]]:
        await begin(dialog_manager, form, row, "when")


async def retire(_argument: str, dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> None:
    form, row = _open_entity(dialog_manager, engine.current.base)
    if may_edit(editor) and row is not None and form.may_retire:
        draft = Draft(form=form, was=row, row=row)
        await dialog_manager.start(RetireDialog.reason, data={"draft": draft.to_json()})


async def fix(
    _argument: str,
    dialog_manager: DialogManager,
    engine: EngineHolder,
    editor: Editor,
    publishing: PublicationService,
    sender: Sender,
) -> None:
    """«Исправить» in the place of the card: the next text is a value, no longer a search."""
    base = engine.current.base
    form, row = _open_entity(dialog_manager, base)
    message = getattr(dialog_manager.event, "message", None)
    entity = None if row is None or form not in QUICK else entity_of(base, form, row["id"])
    if not may_edit(editor) or entity is None or message is None:
        return
    target = Target(form=form.value, key=short_key(entity.id), back=FACTS)
    reply = await quick_cards.card_of(target, entity, base, editor, publishing)
    await dialog_manager.reset_stack(remove_keyboard=False)
    dialog_manager.show_mode = ShowMode.NO_UPDATE
    await sender.edit_shown(message, reply)


async def examples(
    _argument: str,
    dialog_manager: DialogManager,
    engine: EngineHolder,
    editor: Editor,
    suggesting: ExampleSuggestions,
    sender: Sender,
) -> None:
    """Suggestions in a message of their own; the card stays."""
    form, row = _open_entity(dialog_manager, engine.current.base)
    message = getattr(dialog_manager.event, "message", None)
    if may_edit(editor) and row is not None and form is Form.FACT and message is not None:
        dialog_manager.show_mode = ShowMode.NO_UPDATE
        await sender.send(chat_of(message), await offer(row["id"], suggesting))


def windows(search: ButtonHandler, close: ButtonHandler) -> tuple[ReplyWindow, ...]:
    """The windows of one entity; `search` takes any text typed there."""
    on_card: dict[str, ButtonHandler] = {
        "edit": edit,
        "date": edit_date,
        "fix": fix,
        "examples": examples,
        "retire": retire,
        "history": to_history,
        "part": part,
        "up": up,
        "close": close,
    }
    return (
        ReplyWindow(BrowserDialog.card, card_window, on_card, search),
        ReplyWindow(BrowserDialog.history, history_window, {"up": to_card, "close": close}, search),
    )


def may_edit(editor: Editor) -> bool:
    return editor.role.covers(Role.EDITOR)


def _open_entity(manager: DialogManager, base: FactBase) -> tuple[Form, Row | None]:
    form, key = manager.dialog_data["card"]
    return Form(form), drafts.find_row(base, Form(form), key)
