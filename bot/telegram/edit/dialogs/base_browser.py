"""/facts: browse the base by topics, lists and search."""

from __future__ import annotations

from collections import Counter

from aiogram_dialog import Dialog, DialogManager, ShowMode

from bot.editing.forms.choices import topics
from bot.editing.forms.fields import Form
from bot.editing.forms.slugs import button_key
from bot.records.editing import Editor
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import base_browser as texts
from bot.replies.editing import field_names as words
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs import cards
from bot.telegram.edit.dialogs.base_lists import read_list, unpack_search
from bot.telegram.edit.dialogs.form_opening import begin
from bot.telegram.edit.dialogs.states import BrowserDialog
from bot.telegram.edit.dialogs.windows import ButtonHandler, ReplyWindow
from bot.telegram.sending.sender import Sender

LINES_A_PAGE = 5
TOPICS_A_PAGE = 8


async def home_window(dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> Reply:
    base = engine.current.base
    counts = Counter(fact.topic for fact in base.facts)
    listed = {button_key(key): (title, counts[key]) for key, title in topics(base).items()}
    page = dialog_manager.dialog_data.get("page", 0)
    return texts.home(base, listed, page, TOPICS_A_PAGE, edits=cards.may_edit(editor))


async def adding_window() -> Reply:
    return texts.adding()


async def listing_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    data = dialog_manager.dialog_data
    heading, lines = await read_list(data["list"], engine.current.base)
    return texts.listing(heading, lines, data.get("page", 0), LINES_A_PAGE)


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
        dialog_manager.dialog_data.update(card=[form, key], part=0)
        await dialog_manager.switch_to(BrowserDialog.card)


async def page(number: str, dialog_manager: DialogManager) -> None:
    dialog_manager.dialog_data["page"] = int(number) if number.isdigit() else 0


async def to_home(_argument: str, dialog_manager: DialogManager) -> None:
    dialog_manager.dialog_data.pop("page", None)
    dialog_manager.dialog_data.pop("list", None)
    await dialog_manager.switch_to(BrowserDialog.home)


async def to_adding(_argument: str, dialog_manager: DialogManager, editor: Editor) -> None:
    if cards.may_edit(editor):
        await dialog_manager.switch_to(BrowserDialog.adding)


async def add(form: str, dialog_manager: DialogManager, editor: Editor) -> None:
    if cards.may_edit(editor) and form in words.NEW:
        await begin(dialog_manager, Form(form), None)


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
        *cards.windows(search, close),
        on_start=unpack_search,
    )


async def _open_list(query: str, manager: DialogManager) -> None:
    manager.dialog_data.update({"list": query, "page": 0})
    await manager.switch_to(BrowserDialog.listing)
