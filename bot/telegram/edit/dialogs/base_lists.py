"""The lists of /facts: the entities of one kind, the facts of a topic, the results of a search."""

from __future__ import annotations

import asyncio
from typing import Any

from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.editing.forms import drafts, fact_search
from bot.editing.forms.choices import topics
from bot.editing.forms.drafts import Draft, Row
from bot.editing.forms.fields import Form
from bot.editing.forms.slugs import button_key
from bot.replies.editing import base_browser as texts
from bot.replies.editing import field_names as words
from bot.replies.editing.base_browser import Line
from bot.telegram.edit.dialogs.form import title_of
from bot.telegram.edit.dialogs.states import BrowserDialog
from knowledge.facts.model import FactBase


async def open_search(words: str, manager: DialogManager, base: FactBase) -> None:
    """/facts with words: the fact that has them, or the list of those that do."""
    meant = await asyncio.to_thread(fact_search.fact_meant, base, words)
    data: dict[str, Any] = {"list": f"search:{words[:200]}", "page": 0}
    state = BrowserDialog.listing
    if meant is not None:
        data |= {"card": [Form.FACT.value, button_key(meant.id)], "part": 0}
        state = BrowserDialog.card
    await manager.start(state, data, mode=StartMode.RESET_STACK)


async def begin_card(manager: DialogManager, form: Form, key: str) -> None:
    """The card of one entity, in the place of the message whose button was pressed."""
    data = {"card": [form.value, key], "part": 0}
    await manager.start(BrowserDialog.card, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)


async def unpack_search(start_data: Any, manager: DialogManager) -> None:
    manager.dialog_data.update(start_data or {})


async def read_list(query: str, base: FactBase) -> tuple[str, list[Line]]:
    """The heading and the lines for `kind:form`, `search:text` or `topic:key`."""
    kind, _, about = query.partition(":")
    if kind == "kind":
        form = Form(about)
        listed = [(button_key(name), row) for name, row in drafts.list_rows(base, form)]
        return words.ALL[form], [Line(form=form, key=key, text=_line(form, row)) for key, row in listed]
    if kind == "search":
        found = await asyncio.to_thread(fact_search.search_facts, base, about)
        return texts.search_heading(about), [Line(form="fact", key=fact.id, text=fact.says) for fact in found]
    titles = {button_key(key): (key, title) for key, title in topics(base).items()}
    topic, title = titles.get(about, ("", texts.GONE))
    facts = [fact for fact in base.facts if fact.topic == topic]
    return title, [Line(form="fact", key=fact.id, text=fact.says) for fact in facts]


def _line(form: Form, row: Row) -> str:
    title = title_of(Draft(form=form, was=row))
    return f"{title} — {row['full']}" if form is Form.SHORT else title
