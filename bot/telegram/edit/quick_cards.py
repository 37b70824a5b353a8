"""The card of «Исправить», and what its buttons and prompts are about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.editing import quick_edit
from bot.editing.forms.fields import Form
from bot.editing.publication import PublicationService
from bot.editing.quick_edit import Entity, short_key
from bot.records.editing import Editor
from bot.replies.editing import quick_edit as texts
from bot.replies.editing.quick_edit import Link, Target
from bot.replies.parts import Reply
from bot.telegram.edit.quick_callbacks import FixFactCallback, FixOneCallback
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.facts.serialization import key_of


async def card_of(
    target: Target, entity: Entity, base: FactBase, editor: Editor, publishing: PublicationService
) -> Reply:
    """What is fixed, with a button for each field."""
    fields = quick_edit.QUICK[Form(target.form)]
    values = [(field, quick_edit.current_value(base, entity, field)) for field in fields]
    links = [
        Link(
            form=form_of(one).value,
            key=short_key(one.id),
            name=one.title if isinstance(one, Event) else one.name,
        )
        for one in quick_edit.related(base, entity)
    ]
    drafts = await publishing.drafts_of(key_of(entity), editor)
    # A card two steps away would not know the way back.
    return texts.card(target, entity, base, values, drafts, links if target.form == "fact" else ())


def fact_of(base: FactBase, key: str) -> Fact | None:
    """By id, or by the key that a long id has in callback data."""
    found = quick_edit.entity_of(base, Form.FACT, key)
    return found if isinstance(found, Fact) else None


def found_in(base: FactBase, pressed: FixFactCallback | FixOneCallback) -> Entity | None:
    form = pressed.form or Form.FACT.value
    return quick_edit.entity_of(base, Form(form), pressed.fact) if form in list(Form) else None


def target_of(pressed: FixFactCallback | FixOneCallback, entity: Entity) -> Target:
    return Target(form=form_of(entity).value, key=short_key(entity.id), back=pressed.back)


def asked_about(base: FactBase, data: Mapping[str, Any]) -> Entity | None:
    """What a prompt of this module asked about."""
    return quick_edit.entity_of(base, Form(data.get("form", Form.FACT)), str(data.get("fact")))


def form_of(entity: Entity) -> Form:
    return Form(key_of(entity).kind.value)
