"""/facts: browse the base by topics, lists and search; open an entity to edit or retire it."""

from __future__ import annotations

from collections import Counter

from aiogram_dialog import Dialog, DialogManager, ShowMode

from bot.editing.forms import drafts
from bot.editing.forms.choices import topics
from bot.editing.forms.drafts import Draft, Row
from bot.editing.forms.fields import FIELDS, Form
from bot.editing.forms.slugs import button_key
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import base_browser as texts
from bot.replies.editing import field_names as words
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.base_lists import read_list
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form import title_of
from bot.telegram.edit.dialogs.form_state import begin
from bot.telegram.edit.dialogs.states import BrowserDialog, RetireDialog
from bot.telegram.edit.dialogs.windows import ButtonHandler, ReplyWindow
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import FactBase, FactId
from knowledge.facts.serialization import TERMS, EntityKind, Key

LINES_A_PAGE = 5
TOPICS_A_PAGE = 8
REVISIONS_SHOWN = 8


async def home_window(dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> Reply:
    base = engine.current.base
    counts = Counter(fact.topic for fact in base.facts)
    listed = {button_key(key): (title, counts[key]) for key, title in topics(base).items()}
    page = dialog_manager.dialog_data.get("page", 0)
    return texts.home(base, listed, page, TOPICS_A_PAGE, edits=_may_edit(editor))


async def adding_window() -> Reply:
    return texts.adding()


async def listing_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    data = dialog_manager.dialog_data
    heading, lines = await read_list(data["list"], engine.current.base)
    return texts.listing(heading, lines, data.get("page", 0), LINES_A_PAGE)


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
    return texts.card(form.value, row, names, engine.current.base, usage, edits=_may_edit(editor))


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
    return texts.history(title, key.id, found, zone, REVISIONS_SHOWN, edits=_may_edit(editor))


async def search(text: str, dialog_manager: DialogManager) -> None:
    """Any text typed while browsing is a search among the facts."""
    await _open_list(f"search:{text[:200]}", dialog_manager)


async def open_topic(key: str, dialog_manager: DialogManager) -> None:
    await _open_list(f"topic:{key}", dialog_manager)


async def open_kind(form: str, dialog_manager: DialogManager) -> None:
    if form in words.ALL:
        await _open_list(f"kind:{form}", dialog_manager)


async def open_one(argument: str, dialog_manager: DialogManager) -> None:
    """`argument`: `form:key`."""
    form, _, key = argument.partition(":")
    if form in list(Form):
        dialog_manager.dialog_data["card"] = [form, key]
        await dialog_manager.switch_to(BrowserDialog.card)


async def page(number: str, dialog_manager: DialogManager) -> None:
    dialog_manager.dialog_data["page"] = int(number) if number.isdigit() else 0


async def to_home(_argument: str, dialog_manager: DialogManager) -> None:
    dialog_manager.dialog_data.pop("page", None)
    dialog_manager.dialog_data.pop("list", None)
    await dialog_manager.switch_to(BrowserDialog.home)


async def up(_argument: str, dialog_manager: DialogManager) -> None:
    """From a card to the list from which it was opened."""
    listed = "list" in dialog_manager.dialog_data
    await dialog_manager.switch_to(BrowserDialog.listing if listed else BrowserDialog.home)


async def to_card(_argument: str, dialog_manager: DialogManager) -> None:
    await dialog_manager.switch_to(BrowserDialog.card)


async def to_history(_argument: str, dialog_manager: DialogManager) -> None:
    await dialog_manager.switch_to(BrowserDialog.history)


async def to_adding(_argument: str, dialog_manager: DialogManager, editor: Editor) -> None:
    if _may_edit(editor):
        await dialog_manager.switch_to(BrowserDialog.adding)


async def add(form: str, dialog_manager: DialogManager, editor: Editor) -> None:
    if _may_edit(editor) and form in words.NEW:
        await begin(dialog_manager, Form(form), None)


async def edit(_argument: str, dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> None:
    form, row = _open_entity(dialog_manager, engine.current.base)
    if _may_edit(editor) and row is not None:
        await begin(dialog_manager, form, row)


async def retire(_argument: str, dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> None:
    form, row = _open_entity(dialog_manager, engine.current.base)
    if _may_edit(editor) and row is not None and form.may_retire:
        draft = Draft(form=form, was=row, row=row)
        await dialog_manager.start(RetireDialog.reason, data={"draft": draft.to_json()})


async def close(_argument: str, dialog_manager: DialogManager, sender: Sender) -> None:
    """The message itself says that it is closed."""
    event = dialog_manager.event
    message = getattr(event, "message", None)
    await dialog_manager.reset_stack(remove_keyboard=message is None)
    dialog_manager.show_mode = ShowMode.NO_UPDATE
    if message is not None:
        await sender.edit_shown(message, texts.closed())


def build_dialog() -> Dialog:
    list_buttons: dict[str, ButtonHandler] = {
        "topic": open_topic,
        "kind": open_kind,
        "open": open_one,
        "page": page,
        "close": close,
    }
    return Dialog(
        ReplyWindow(BrowserDialog.home, home_window, {**list_buttons, "add": to_adding}, search),
        ReplyWindow(BrowserDialog.adding, adding_window, {"new": add, "up": to_home}, search),
        ReplyWindow(BrowserDialog.listing, listing_window, {**list_buttons, "up": to_home}, search),
        ReplyWindow(
            BrowserDialog.card,
            card_window,
            {"edit": edit, "retire": retire, "history": to_history, "up": up, "close": close},
            search,
        ),
        ReplyWindow(BrowserDialog.history, history_window, {"up": to_card, "close": close}, search),
    )


def _may_edit(editor: Editor) -> bool:
    return editor.role.covers(Role.EDITOR)


async def _open_list(query: str, manager: DialogManager) -> None:
    manager.dialog_data.update({"list": query, "page": 0})
    await manager.switch_to(BrowserDialog.listing)


def _open_entity(manager: DialogManager, base: FactBase) -> tuple[Form, Row | None]:
    form, key = manager.dialog_data["card"]
    return Form(form), drafts.find_row(base, Form(form), key)
