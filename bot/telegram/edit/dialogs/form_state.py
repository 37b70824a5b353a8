"""The open form, stored in the dialog's data: draft, current field, fields still to ask, note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram_dialog import DialogManager

from bot.editing.forms.choices import used_names
from bot.editing.forms.drafts import Draft
from bot.editing.forms.fields import NAMING, Field, FieldKind, field_of
from bot.editing.forms.slugs import propose_id
from bot.replies.editing.form_steps import Step
from bot.telegram.edit.dialogs.form_opening import STATES
from bot.telegram.edit.dialogs.states import FormDialog
from knowledge.facts.model import FactBase


class FormState:
    """Reads and writes the dialog's data, which is JSON."""

    def __init__(self, manager: DialogManager) -> None:
        self._manager = manager
        self._data = manager.dialog_data

    @property
    def draft(self) -> Draft:
        return Draft.from_json(self._data["draft"])

    @draft.setter
    def draft(self, draft: Draft) -> None:
        self._data["draft"] = draft.to_json()

    @property
    def field(self) -> Field | None:
        name = self._data["field"]
        return None if name is None else field_of(self.draft.form, name)

    @property
    def current_field(self) -> Field:
        """The field of the open step. Raises LookupError in the overview (an old button was pressed)."""
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
    def person_id(self) -> str:
        """The person whose role is asked."""
        return str(self._data.get("person", ""))

    @property
    def parsed_date(self) -> str:
        """EDTF of the date to confirm."""
        return str(self._data.get("seen", ""))

    @property
    def lost_words(self) -> str:
        """Typed with the date to confirm, and not kept."""
        return str(self._data.get("lost", ""))

    @property
    def guessed_year(self) -> str:
        """Of the date to confirm, where none was typed."""
        return str(self._data.get("year", ""))

    @property
    def fresh_topic(self) -> str:
        """The title of a topic that was typed and is not in the base."""
        is_topic = self.field is not None and self.field.name == "topic"
        return str(self._data.get("fresh", "")) if is_topic else ""

    def keep_text(self, text: str) -> None:
        """Keep a text until a field takes it."""
        self._data["pending"] = text

    def take_kept_text(self) -> str:
        """The kept text, which is kept no longer."""
        return str(self._data.pop("pending", ""))

    def set_page(self, page: int) -> None:
        self._data["page"] = max(page, 0)

    def set_note(self, note: str = "") -> None:
        self._data["note"] = note

    def remember(self, **values: str) -> None:
        self._data.update(values)

    @property
    def step(self) -> Step:
        field, draft = self.current_field, self.draft
        return Step(
            form=draft.form.value,
            name=field.name,
            value=draft.value(field.name),
            required=field.required,
            queued=bool(self._data["queued"]),
            note=self.note,
        )

    async def open_field(self, name: str) -> None:
        """Open the step of a field. A flag has no step: it is toggled."""
        field = field_of(self.draft.form, name)
        self.set_note()
        self.set_page(0)
        if field.kind is FieldKind.FLAG:
            self.draft = self.draft.with_value(name, not self.draft.value(name))
            return
        self._data["field"] = name
        await self._manager.switch_to(STATES[field.kind])

    def ask(self, name: str, todo: Sequence[str]) -> None:
        """Ask this field, and then the others one after another."""
        self._data.update(field=name, todo=[*todo], queued=True)
        self.set_note()

    def ask_next(self, name: str) -> None:
        """Make this field the next one to ask."""
        self._data["todo"] = [name, *(other for other in self._data["todo"] if other != name)]

    async def set_value(self, value: Any, base: FactBase) -> None:
        """Store the field's value and go on. The name of a new entity also gives its id."""
        draft = self.draft.with_value(self.current_field.name, value)
        if draft.is_new and NAMING.get(draft.form) == self.current_field.name and not self._data.get("named"):
            draft = draft.with_value("id", propose_id(str(value), used_names(base, draft.form)))
        if self.current_field.kind is FieldKind.ID:
            self._data["named"] = True
        self.draft = draft
        await self.next_step()

    async def next_step(self) -> None:
        """Open the next field to ask, else the overview."""
        todo: list[str] = self._data["todo"]
        if todo:
            self._data["todo"] = todo[1:]
            await self.open_field(todo[0])
            return
        await self.show_overview()

    async def show_overview(self, note: str = "") -> None:
        self._data.update(field=None, todo=[], queued=False)
        self.set_note(note)
        self.set_page(0)
        await self._manager.switch_to(FormDialog.overview)

    async def reopen_step(self) -> None:
        """Back to the step from the calendar or from the confirmation of a date."""
        self.set_note()
        await self._manager.switch_to(STATES[self.current_field.kind])
