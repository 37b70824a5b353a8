"""People without a role can use no editing command or button: all of them are tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_type_hints

from aiogram import Dispatcher, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.demo.botapi import updates
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.storage.tables import METADATA
from bot.telegram.edit.rights import HasRole
from knowledge.facts.serialization import EntityKind
from tests.editing.harness import ANNA, MOVED, OWNER, PLACE, REVIEWER, STRANGER, EditingHarness, change
from tests.hypothesis_profiles import max_examples

OWN_TABLES = {
    "processes",
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
"""Tables that a reader's own messages may change."""
VALUES: dict[type, list[Any]] = {
    int: [1, STRANGER, 0],
    str: ["editor", *(kind.value for kind in EntityKind), "place"],
}


def routers(router: Router) -> Iterator[Router]:
    yield router
    for inner in router.sub_routers:
        yield from routers(inner)


def guarded(router: Router) -> bool:
    """Whether the router itself has a role filter."""
    observers = (router.message, router.callback_query)
    filters = [one.callback for observer in observers for one in observer._handler.filters or ()]
    return any(isinstance(one, HasRole) for one in filters)


def commands(dispatcher: Dispatcher) -> dict[str, bool]:
    """Every command -> whether it needs a role."""
    found: dict[str, bool] = {}
    for router in routers(dispatcher):
        for handler in router.message.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, Command):
                    found |= {str(name): guarded(router) for name in one.callback.commands}
    return found


def callbacks(dispatcher: Dispatcher) -> dict[type[CallbackData], bool]:
    """Every callback data class -> whether it needs a role."""
    found: dict[type[CallbackData], bool] = {}
    for router in routers(dispatcher):
        for handler in router.callback_query.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, CallbackQueryFilter):
                    found[one.callback.callback_data] = guarded(router)
    return found


_FOR_VALUES = 48


def samples(kind: type[CallbackData]) -> Iterator[str]:
    """Callback data of this class with plausible values."""
    hints = {name: get_type_hints(kind)[name] for name in kind.model_fields}
    for place in range(max(len(values) for values in VALUES.values())):
        chosen = {name: VALUES[hint][place % len(VALUES[hint])] for name, hint in hints.items()}
        fits = _FOR_VALUES // len(hints) if hints else 0  # callback data has 64 bytes
        yield kind(
            **{name: one[:fits] if isinstance(one, str) else one for name, one in chosen.items()}
        ).pack()


async def stored_rows(harness: EditingHarness, *, without: set[str]) -> dict[str, list[Any]]:
    async with harness.followups.database.read() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table))]
            for table in METADATA.sorted_tables
            if table.name not in without
        }


async def test_editors_commands_are_unknown_to_strangers(harness: EditingHarness) -> None:
    found = commands(harness.dispatcher)
    hidden = {name for name, is_hidden in found.items() if is_hidden}
    assert {"drafts", "history", "export", "roles", "waiting"} <= hidden
    assert {"start", "topics", "follow"} <= set(found) - hidden
    before = await stored_rows(harness, without=OWN_TABLES)
    for name in sorted(found):
        for words in (f"/{name}", f"/{name} 1", f"/{name} {STRANGER}"):
            said = await harness.write(STRANGER, words)
            assert name not in hidden or said == other_messages.UNKNOWN_COMMAND, words
    assert await stored_rows(harness, without=OWN_TABLES) == before


async def test_editors_buttons_are_old_buttons_to_strangers(harness: EditingHarness) -> None:
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    found = callbacks(harness.dispatcher)
    assert sum(found.values()) >= 15
    await harness.write(STRANGER, "привет")
    shown = harness.messages_to(STRANGER)[-1]
    before = await stored_rows(harness, without=OWN_TABLES)
    for kind, is_hidden in found.items():
        for data in (*samples(kind), f"{kind.__prefix__}:{number}"):
            notice = await harness.press_data(data, shown, updates.user(STRANGER))
            assert not is_hidden or notice == OLD_BUTTON, data
    assert await stored_rows(harness, without=OWN_TABLES) == before


async def test_reviewer_cannot_change_anything(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    await sqlite_harness.write(REVIEWER, "привет")
    shown = sqlite_harness.messages_to(REVIEWER)[-1]
    before = await stored_rows(sqlite_harness, without=OWN_TABLES)
    for name in commands(sqlite_harness.dispatcher):
        await sqlite_harness.write(REVIEWER, f"/{name}")
    for kind in callbacks(sqlite_harness.dispatcher):
        for data in samples(kind):
            await sqlite_harness.press_data(data, shown, updates.user(REVIEWER))
    assert await stored_rows(sqlite_harness, without=OWN_TABLES) == before


async def test_editors_buttons_do_not_work_in_groups(sqlite_harness: EditingHarness) -> None:
    """Not even an owner's: others in the group would see the screens."""
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    group = updates.message(updates.group(-5), sqlite_harness.api.me, text="чужое")
    notice = await sqlite_harness.press_data(f"e-publish:{number}", group, updates.user(OWNER))
    assert notice == OLD_BUTTON
    assert await sqlite_harness.revision() == 1


@max_examples(5, HealthCheck.function_scoped_fixture)
@given(data=st.data())
async def test_no_sequence_of_a_strangers_updates_changes_the_base(
    sqlite_harness: EditingHarness, data: st.DataObject
) -> None:
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    await sqlite_harness.write(STRANGER, "привет")
    names, kinds = sorted(commands(sqlite_harness.dispatcher)), [*callbacks(sqlite_harness.dispatcher)]
    before = await stored_rows(sqlite_harness, without=OWN_TABLES)
    for _ in range(data.draw(st.integers(1, 6))):
        if data.draw(st.booleans()):
            words = data.draw(st.sampled_from([*(f"/{name}" for name in names), "place", "12", "Где?"]))
            await sqlite_harness.write(STRANGER, words)
        else:
            kind = data.draw(st.sampled_from(kinds))
            one = data.draw(st.sampled_from([*samples(kind), f"{kind.__prefix__}:{number}"]))
            await sqlite_harness.press_data(
                one, sqlite_harness.messages_to(STRANGER)[-1], updates.user(STRANGER)
            )
    assert await stored_rows(sqlite_harness, without=OWN_TABLES) == before
