"""To whoever has no role nothing of editing exists: every command and button that there is, tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_type_hints

from aiogram import Dispatcher, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.storage.tables import METADATA
from bot.telegram.edit.rights import HasRole
from knowledge.facts.serialization import EntityKind
from tests.botapi import updates
from tests.editing.desk import ANNA, MOVED, OWNER, PLACE, REVIEWER, STRANGER, EditingDesk, change
from tests.hypothesis_profiles import max_examples

OWN = {
    "ratings",
    "reports",
    "promises",
    "asked",
    "conversations",
    "fsm",
    "chats",
    "updates",
    "inbox",
    "outbox",
    "subscriptions",
    "schedules",
}
"""What a reader's own messages may change."""
VALUES: dict[type, list[Any]] = {
    int: [1, STRANGER, 0],
    str: ["editor", *(kind.value for kind in EntityKind), "place"],
}


def routers(router: Router) -> Iterator[Router]:
    yield router
    for inner in router.sub_routers:
        yield from routers(inner)


def guarded(router: Router) -> bool:
    """Whether a filter of the router itself asks for a role."""
    observers = (router.message, router.callback_query)
    filters = [one.callback for observer in observers for one in observer._handler.filters or ()]
    return any(isinstance(one, HasRole) for one in filters)


def commands(dispatcher: Dispatcher) -> dict[str, bool]:
    """Every command -> whether it is of editors."""
    found: dict[str, bool] = {}
    for router in routers(dispatcher):
        for handler in router.message.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, Command):
                    found |= {str(name): guarded(router) for name in one.callback.commands}
    return found


def callbacks(dispatcher: Dispatcher) -> dict[type[CallbackData], bool]:
    """Every kind of press -> whether it is of editors."""
    found: dict[type[CallbackData], bool] = {}
    for router in routers(dispatcher):
        for handler in router.callback_query.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, CallbackQueryFilter):
                    found[one.callback.callback_data] = guarded(router)
    return found


def made(kind: type[CallbackData]) -> Iterator[str]:
    """Presses of this kind with likely contents."""
    hints = {name: get_type_hints(kind)[name] for name in kind.model_fields}
    for place in range(max(len(values) for values in VALUES.values())):
        chosen = {name: VALUES[hint][place % len(VALUES[hint])] for name, hint in hints.items()}
        yield kind(**chosen).pack()


async def kept(desk: EditingDesk, *, without: set[str]) -> dict[str, list[Any]]:
    async with desk.followups.database.read() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table))]
            for table in METADATA.sorted_tables
            if table.name not in without
        }


async def test_every_command_of_editors_is_unknown_to_a_stranger(desk: EditingDesk) -> None:
    found = commands(desk.dispatcher)
    hidden = {name for name, is_hidden in found.items() if is_hidden}
    assert {"drafts", "history", "export", "roles", "waiting"} <= hidden
    assert {"start", "topics", "follow"} <= set(found) - hidden
    before = await kept(desk, without=OWN)
    for name in sorted(found):
        for words in (f"/{name}", f"/{name} 1", f"/{name} {STRANGER}"):
            said = await desk.by(STRANGER, words)
            assert name not in hidden or said == other_messages.UNKNOWN_COMMAND, words
    assert await kept(desk, without=OWN) == before


async def test_every_press_of_editors_is_an_old_button_to_a_stranger(desk: EditingDesk) -> None:
    number = await desk.propose(ANNA, change(PLACE, MOVED))
    found = callbacks(desk.dispatcher)
    assert sum(found.values()) >= 15
    await desk.by(STRANGER, "привет")
    shown = desk.to(STRANGER)[-1]
    before = await kept(desk, without=OWN)
    for kind, is_hidden in found.items():
        for data in (*made(kind), f"{kind.__prefix__}:{number}"):
            notice = await desk.press_data(data, shown, updates.user(STRANGER))
            assert not is_hidden or notice == OLD_BUTTON, data
    assert await kept(desk, without=OWN) == before


async def test_a_reviewer_changes_nothing_either(quick: EditingDesk) -> None:
    await quick.propose(ANNA, change(PLACE, MOVED))
    await quick.by(REVIEWER, "привет")
    shown = quick.to(REVIEWER)[-1]
    before = await kept(quick, without=OWN)
    for name in commands(quick.dispatcher):
        await quick.by(REVIEWER, f"/{name}")
    for kind in callbacks(quick.dispatcher):
        for data in made(kind):
            await quick.press_data(data, shown, updates.user(REVIEWER))
    assert await kept(quick, without=OWN) == before


async def test_no_button_of_editors_works_in_a_group(quick: EditingDesk) -> None:
    """Even an owner's: others would see what stands there."""
    number = await quick.propose(ANNA, change(PLACE, MOVED))
    group = updates.message(updates.group(-5), quick.api.me, text="чужое")
    notice = await quick.press_data(f"e-publish:{number}", group, updates.user(OWNER))
    assert notice == OLD_BUTTON
    assert await quick.revision() == 1


@max_examples(5, HealthCheck.function_scoped_fixture)
@given(data=st.data())
async def test_any_sequence_of_a_stranger_leaves_the_base_as_it_was(
    quick: EditingDesk, data: st.DataObject
) -> None:
    number = await quick.propose(ANNA, change(PLACE, MOVED))
    await quick.by(STRANGER, "привет")
    names, kinds = sorted(commands(quick.dispatcher)), [*callbacks(quick.dispatcher)]
    before = await kept(quick, without=OWN)
    for _ in range(data.draw(st.integers(1, 6))):
        if data.draw(st.booleans()):
            words = data.draw(st.sampled_from([*(f"/{name}" for name in names), "place", "12", "Где?"]))
            await quick.by(STRANGER, words)
        else:
            kind = data.draw(st.sampled_from(kinds))
            one = data.draw(st.sampled_from([*made(kind), f"{kind.__prefix__}:{number}"]))
            await quick.press_data(one, quick.to(STRANGER)[-1], updates.user(STRANGER))
    assert await kept(quick, without=OWN) == before
