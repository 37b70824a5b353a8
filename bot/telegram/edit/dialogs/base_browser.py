"""/facts: topics, lists, one entity; from it into a form, its history, or out of the base."""

from __future__ import annotations

import asyncio
from collections import Counter

from aiogram_dialog import Dialog, DialogManager, ShowMode

from bot.editing.forms import drafts, fact_search
from bot.editing.forms.choices import topics
from bot.editing.forms.drafts import Draft, Row
from bot.editing.forms.fields import FIELDS, Form
from bot.editing.forms.slugs import mark
from bot.records.editing import Editor, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import base_browser as texts
from bot.replies.editing import field_names as words
from bot.replies.editing.base_browser import Line
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form import title_of
from bot.telegram.edit.dialogs.form_state import begin
from bot.telegram.edit.dialogs.states import Retiring, Shelves
from bot.telegram.edit.dialogs.windows import Press, ReplyWindow
from bot.telegram.sending.sender import Place, Sender
from knowledge.facts.model import FactBase, FactId
from knowledge.facts.serialization import TERMS, EntityKind, Key

LINES_A_PAGE = 5
TOPICS_A_PAGE = 8
REVISIONS_SHOWN = 8


async def home_window(dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> Reply:
    base = engine.current.base
    counted = Counter(fact.topic for fact in base.facts)
    told = {mark(key): (title, counted[key]) for key, title in topics(base).items()}
    page = dialog_manager.dialog_data.get("page", 0)
    return texts.home(base, told, page, TOPICS_A_PAGE, edits=_edits(editor))


async def adding_window() -> Reply:
    return texts.adding()


async def listing_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    data = dialog_manager.dialog_data
    heading, lines = await _list(data["list"], engine.current.base)
    return texts.listing(heading, lines, data.get("page", 0), LINES_A_PAGE)


async def card_window(
    dialog_manager: DialogManager, engine: EngineHolder, editor: Editor, editors_desk: DialogDependencies
) -> Reply:
    form, row = _opened(dialog_manager, engine.current.base)
    if row is None:
        return texts.gone()
    use = await editors_desk.use.of(FactId(row["id"])) if form is Form.FACT else None
    names = [field.name for field in FIELDS[form]]
    return texts.card(form.value, row, names, engine.current.base, use, edits=_edits(editor))


async def history_window(
    dialog_manager: DialogManager, engine: EngineHolder, editor: Editor, editors_desk: DialogDependencies
) -> Reply:
    form, row = _opened(dialog_manager, engine.current.base)
    if row is None:
        return texts.gone()
    key = TERMS if form.kind is EntityKind.TERMS else Key(form.kind, row["id"])
    found = await editors_desk.revisions.of(key)
    title, zone = title_of(Draft(form=form, was=row)), editors_desk.zone
    return texts.history(title, key.id, found, zone, REVISIONS_SHOWN, edits=_edits(editor))


async def search(written: str, dialog_manager: DialogManager) -> None:
    """Any text while walking through the base is looked for among the facts."""
    await _open_list(f"search:{written[:200]}", dialog_manager)


async def open_topic(key: str, dialog_manager: DialogManager) -> None:
    await _open_list(f"topic:{key}", dialog_manager)


async def open_kind(form: str, dialog_manager: DialogManager) -> None:
    if form in words.ALL:
        await _open_list(f"kind:{form}", dialog_manager)


async def open_one(argument: str, dialog_manager: DialogManager) -> None:
    """`form:key`."""
    form, _, key = argument.partition(":")
    if form in list(Form):
        dialog_manager.dialog_data["card"] = [form, key]
        await dialog_manager.switch_to(Shelves.card)


async def page(number: str, dialog_manager: DialogManager) -> None:
    dialog_manager.dialog_data["page"] = int(number) if number.isdigit() else 0


async def to_home(_argument: str, dialog_manager: DialogManager) -> None:
    dialog_manager.dialog_data.pop("page", None)
    dialog_manager.dialog_data.pop("list", None)
    await dialog_manager.switch_to(Shelves.home)


async def up(_argument: str, dialog_manager: DialogManager) -> None:
    """From a card to the list that it was opened from."""
    listed = "list" in dialog_manager.dialog_data
    await dialog_manager.switch_to(Shelves.listing if listed else Shelves.home)


async def to_card(_argument: str, dialog_manager: DialogManager) -> None:
    await dialog_manager.switch_to(Shelves.card)


async def to_history(_argument: str, dialog_manager: DialogManager) -> None:
    await dialog_manager.switch_to(Shelves.history)


async def to_adding(_argument: str, dialog_manager: DialogManager, editor: Editor) -> None:
    if _edits(editor):
        await dialog_manager.switch_to(Shelves.adding)


async def add(form: str, dialog_manager: DialogManager, editor: Editor) -> None:
    if _edits(editor) and form in words.NEW:
        await begin(dialog_manager, Form(form), None)


async def edit(_argument: str, dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> None:
    form, row = _opened(dialog_manager, engine.current.base)
    if _edits(editor) and row is not None:
        await begin(dialog_manager, form, row)


async def retire(_argument: str, dialog_manager: DialogManager, engine: EngineHolder, editor: Editor) -> None:
    form, row = _opened(dialog_manager, engine.current.base)
    if _edits(editor) and row is not None and form.may_retire:
        draft = Draft(form=form, was=row, row=row)
        await dialog_manager.start(Retiring.reason, data={"draft": draft.as_json()})


async def close(_argument: str, dialog_manager: DialogManager, sender: Sender) -> None:
    """The window itself says that it is closed."""
    event = dialog_manager.event
    message = getattr(event, "message", None)
    await dialog_manager.reset_stack(remove_keyboard=message is None)
    dialog_manager.show_mode = ShowMode.NO_UPDATE
    if message is not None:
        await sender.edit(Place(chat_id=message.chat.id), message.message_id, texts.closed())


def build_dialog() -> Dialog:
    opening: dict[str, Press] = {
        "topic": open_topic,
        "kind": open_kind,
        "open": open_one,
        "page": page,
        "close": close,
    }
    return Dialog(
        ReplyWindow(Shelves.home, home_window, {**opening, "add": to_adding}, search),
        ReplyWindow(Shelves.adding, adding_window, {"new": add, "up": to_home}, search),
        ReplyWindow(Shelves.listing, listing_window, {**opening, "up": to_home}, search),
        ReplyWindow(
            Shelves.card,
            card_window,
            {"edit": edit, "retire": retire, "history": to_history, "up": up, "close": close},
            search,
        ),
        ReplyWindow(Shelves.history, history_window, {"up": to_card, "close": close}, search),
    )


def _edits(editor: Editor) -> bool:
    return editor.role.covers(Role.EDITOR)


async def _open_list(what: str, manager: DialogManager) -> None:
    manager.dialog_data.update({"list": what, "page": 0})
    await manager.switch_to(Shelves.listing)


async def _list(what: str, base: FactBase) -> tuple[str, list[Line]]:
    kind, _, about = what.partition(":")
    if kind == "kind":
        form = Form(about)
        listed = [(mark(name), row) for name, row in drafts.rows(base, form)]
        return words.ALL[form], [Line(form=form, key=key, text=_line(form, row)) for key, row in listed]
    if kind == "search":
        found = await asyncio.to_thread(fact_search.find, base, about)
        return texts.searched(about), [Line(form="fact", key=fact.id, text=fact.says) for fact in found]
    titles = {mark(key): (key, title) for key, title in topics(base).items()}
    topic, title = titles.get(about, ("", texts.GONE))
    facts = [fact for fact in base.facts if fact.topic == topic]
    return title, [Line(form="fact", key=fact.id, text=fact.says) for fact in facts]


def _line(form: Form, row: Row) -> str:
    title = title_of(Draft(form=form, was=row))
    return f"{title} — {row['full']}" if form is Form.SHORT else title


def _opened(manager: DialogManager, base: FactBase) -> tuple[Form, Row | None]:
    form, key = manager.dialog_data["card"]
    return Form(form), drafts.found(base, Form(form), key)
