"""The form in hand, over a dialog's own data: the field asked, what waits in the queue, what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.editing.forms.choices import taken
from bot.editing.forms.drafts import Draft, Row
from bot.editing.forms.fields import FIRST, NAMING, Field, Form, Shape, field_of
from bot.editing.forms.slugs import propose
from bot.replies.editing.form import Step
from bot.telegram.edit.dialogs.states import Filling
from knowledge.facts.model import FactBase

_STATES: dict[Shape, State] = {
    Shape.TEXT: Filling.text,
    Shape.NUMBER: Filling.text,
    Shape.ID: Filling.text,
    Shape.DATE: Filling.date,
    Shape.ONE: Filling.pick,
    Shape.MANY: Filling.pick,
    Shape.PARTS: Filling.pick,
    Shape.LINES: Filling.lines,
}


async def begin(manager: DialogManager, form: Form, was: Row | None) -> None:
    """Open a form over what is shown: of something found, or of something new."""
    await manager.start(*_opening(form, was, {}))


async def begin_alone(manager: DialogManager, form: Form, row: Row) -> None:
    """Open a form of something new, begun with `row`, below whatever message was pressed."""
    first, data = _opening(form, None, row)
    await manager.start(first, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


def _opening(form: Form, was: Row | None, row: Row) -> tuple[State, dict[str, Any]]:
    draft = Draft(form=form, was=was, row=was if was is not None else row)
    todo = [] if was is not None else [name for name in FIRST[form] if name not in draft.row]
    first = Filling.overview if not todo else _STATES[field_of(form, todo[0]).shape]
    return first, {"draft": draft.as_json(), "field": todo[0] if todo else None, "todo": todo[1:]}


async def unpack(start_data: Any, manager: DialogManager) -> None:
    """At the start of the dialog: what `begin` gave becomes the dialog's own."""
    manager.dialog_data.update(
        {**start_data, "queued": start_data["field"] is not None, "page": 0, "note": ""}
    )


class InHand:
    """Reads and writes the JSON that the storage keeps."""

    def __init__(self, manager: DialogManager) -> None:
        self._manager = manager
        self._data = manager.dialog_data

    @property
    def draft(self) -> Draft:
        return Draft.of(self._data["draft"])

    @draft.setter
    def draft(self, draft: Draft) -> None:
        self._data["draft"] = draft.as_json()

    @property
    def field(self) -> Field | None:
        name = self._data["field"]
        return None if name is None else field_of(self.draft.form, name)

    @property
    def asked(self) -> Field:
        """The field of the step. Raises LookupError in the overview, where an old button may be pressed."""
        if self.field is None:
            raise LookupError
        return self.field

    @property
    def page(self) -> int:
        return int(self._data["page"])

    @property
    def note(self) -> str:
        return str(self._data["note"])

    @property
    def person(self) -> str:
        """Whose role is asked."""
        return str(self._data.get("person", ""))

    @property
    def seen(self) -> str:
        """EDTF of the date that was said back."""
        return str(self._data.get("seen", ""))

    def turn(self, page: int) -> None:
        self._data["page"] = max(page, 0)

    def say(self, note: str = "") -> None:
        self._data["note"] = note

    def keep(self, **values: str) -> None:
        self._data.update(values)

    @property
    def step(self) -> Step:
        field, draft = self.asked, self.draft
        return Step(
            form=draft.form.value,
            name=field.name,
            value=draft.value(field.name),
            required=field.required,
            queued=bool(self._data["queued"]),
            note=self.note,
        )

    async def ask(self, name: str) -> None:
        """Go to the step of a field. A flag has none: it turns at once."""
        field = field_of(self.draft.form, name)
        self.say()
        self.turn(0)
        if field.shape is Shape.FLAG:
            self.draft = self.draft.put(name, not self.draft.value(name))
            return
        self._data["field"] = name
        await self._manager.switch_to(_STATES[field.shape])

    def queue(self, name: str) -> None:
        """Ask this next."""
        self._data["todo"] = [name, *(other for other in self._data["todo"] if other != name)]

    async def settle(self, value: Any, base: FactBase) -> None:
        """The step is done: keep the value, make an id of it where it names something new, go on."""
        draft = self.draft.put(self.asked.name, value)
        if draft.is_new and NAMING.get(draft.form) == self.asked.name and not self._data.get("named"):
            draft = draft.put("id", propose(str(value), taken(base, draft.form)))
        if self.asked.shape is Shape.ID:
            self._data["named"] = True
        self.draft = draft
        await self.proceed()

    async def proceed(self) -> None:
        """To the next step that waits, else to the whole."""
        todo: list[str] = self._data["todo"]
        if todo:
            self._data["todo"] = todo[1:]
            await self.ask(todo[0])
            return
        await self.whole()

    async def whole(self, note: str = "") -> None:
        self._data.update(field=None, todo=[], queued=False)
        self.say(note)
        self.turn(0)
        await self._manager.switch_to(Filling.overview)

    async def step_again(self) -> None:
        """Back from the calendar or from a date said back."""
        self.say()
        await self._manager.switch_to(_STATES[self.asked.shape])


def names(draft: Draft) -> Sequence[str]:
    return [field.name for field in draft.fields]


def renamed(draft: Draft, base: FactBase) -> Draft:
    """The draft with an id that is free by now, if somebody took it meanwhile."""
    name = draft.row.get("id")
    if not draft.is_new or name not in taken(base, draft.form):
        return draft
    return replace(draft, row={**draft.row, "id": propose(str(name), taken(base, draft.form))})
