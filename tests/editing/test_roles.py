"""/roles: giving and taking roles, the audit log, command menus; strangers see none of it."""

from __future__ import annotations

import time
from typing import Any

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.records.editing import Role
from bot.replies.answers import other_messages
from bot.replies.editing import gate
from bot.replies.editing import roles as texts
from bot.storage.readers.privacy import StoredPrivacy
from tests.editing.harness import ANNA, BORIS, MOVED, OWNER, PLACE, REVIEWER, STRANGER, EditingHarness, change


def forwarded(user: Json) -> dict[str, Any]:
    return {"forward_origin": {"type": "user", "date": int(time.time()), "sender_user": user}}


async def test_roles_lists_everybody(sqlite_harness: EditingHarness) -> None:
    text = await sqlite_harness.write(OWNER, "/roles")
    assert f"• {OWNER} — владелец" in text
    assert "• Читатель 11 (11) — редактор" in text
    assert "• Читатель 13 (13) — рецензент" in text


async def test_role_given_by_a_forwarded_message(harness: EditingHarness) -> None:
    await harness.write(STRANGER, "привет")
    await harness.write(OWNER, "/roles")
    await harness.tap(OWNER, texts.GIVE)
    await harness.write(OWNER, "любой текст", **forwarded(updates.user(STRANGER)))
    assert "Читатель 99 (99): сейчас без роли." in harness.text_to(OWNER)
    await harness.open()
    assert await harness.tap(OWNER, "Сделать: редактор") == "Читатель 99 теперь редактор."
    assert "Теперь вы редактор этой базы." in harness.text_to(STRANGER)
    assert "Незаконченных правок нет." in await harness.write(STRANGER, "/drafts")
    menu = harness.api.settings[f"commands:{{'type': 'chat', 'chat_id': {STRANGER}}}:"]
    assert "drafts" in [one["command"] for one in menu]
    assert "roles" not in [one["command"] for one in menu]


async def test_role_given_by_user_id_and_taken_away(harness: EditingHarness) -> None:
    await harness.write(OWNER, f"/roles {STRANGER}")
    await harness.tap(OWNER, "Сделать: рецензент")
    found = await harness.editing.staff.editor(STRANGER, "")
    assert found is not None
    assert found.role is Role.REVIEWER
    await harness.write(OWNER, f"/roles {STRANGER}")
    assert await harness.tap(OWNER, texts.TAKE) == "99 больше не рецензент."
    assert await harness.editing.staff.editor(STRANGER, "") is None
    audit_log = await harness.editing.staff.audit_log(2)
    assert [(entry.user_id, entry.action, entry.subject, entry.detail) for entry in audit_log] == [
        (OWNER, "take", "99", "reviewer"),
        (OWNER, "give", "99", "reviewer"),
    ]
    await harness.write(OWNER, "/roles")
    await harness.tap(OWNER, texts.LOG)
    assert "снял роль (рецензент): 99" in harness.text_to(OWNER)


async def test_role_given_in_reply_to_a_forwarded_message(sqlite_harness: EditingHarness) -> None:
    kept = updates.message(updates.private(OWNER), text="вопрос", **forwarded(updates.user(BORIS)))
    await sqlite_harness.write(OWNER, "/roles", reply_to_message=kept)
    assert "Читатель 12 (12): сейчас редактор." in sqlite_harness.text_to(OWNER)
    assert sqlite_harness.labels_to(OWNER) == ["Сделать: рецензент", texts.TAKE, texts.BACK]


async def test_hidden_or_unknown_user_is_asked_for_again(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(OWNER, "/roles")
    await sqlite_harness.tap(OWNER, texts.GIVE)
    hidden = {"type": "hidden_user", "date": int(time.time()), "sender_user_name": "Аноним"}
    assert await sqlite_harness.write(OWNER, "текст", forward_origin=hidden) == texts.HIDDEN
    assert await sqlite_harness.write(OWNER, "Борис") == texts.NOT_A_PERSON
    await sqlite_harness.write(OWNER, "12")
    assert "(12): сейчас редактор." in sqlite_harness.text_to(OWNER)


async def test_role_of_an_owner_cannot_be_changed(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(OWNER, "/roles")
    shown = sqlite_harness.messages_to(OWNER)[-1]
    assert await sqlite_harness.press_data(f"e-take:{OWNER}", shown) == texts.OWNER_STAYS
    assert await sqlite_harness.press_data(f"e-give:{ANNA}:owner", shown) == texts.OWNER_STAYS


async def test_only_owners_give_roles(sqlite_harness: EditingHarness) -> None:
    for user in (ANNA, REVIEWER, STRANGER):
        assert await sqlite_harness.write(user, f"/roles {user}") == other_messages.UNKNOWN_COMMAND


async def test_taken_role_ends_at_once(sqlite_harness: EditingHarness) -> None:
    assert "Незаконченных правок нет." in await sqlite_harness.write(ANNA, "/drafts")
    await sqlite_harness.editing.staff.take(await sqlite_harness.person(OWNER), ANNA)
    assert await sqlite_harness.write(ANNA, "/drafts") == other_messages.UNKNOWN_COMMAND


async def test_command_menus_survive_refusals_of_the_server(sqlite_harness: EditingHarness) -> None:
    menus = sqlite_harness.dispatcher.workflow_data["command_menus"]
    sqlite_harness.api.faults.order(method="setMyCommands", code=400, description="Bad Request: no")
    await menus.show_all(sqlite_harness.editing.staff)
    owners = [call for call in sqlite_harness.api.calls if call.method == "setMyCommands"]
    assert len(owners) == 4


async def test_editors_commands_do_not_work_in_groups(sqlite_harness: EditingHarness) -> None:
    group = updates.group(-5)
    before = len(sqlite_harness.shown)
    await sqlite_harness.feed(updates.text(group, "/drafts", updates.user(OWNER)))
    await sqlite_harness.feed(updates.text(group, "/roles", updates.user(OWNER)))
    assert len(sqlite_harness.shown) == before


async def test_forget_deletes_an_editors_data_but_not_the_history(harness: EditingHarness) -> None:
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    await harness.tap(ANNA, gate.PUBLISH)
    stored = StoredPrivacy(harness.followups.database)
    for _ in range(2):
        kept = await stored.export(ANNA)
        assert [row["role"] for row in kept["roles"]] == ["editor"]
        assert [row["id"] for row in kept["proposals"]] == [number]
        assert [row["action"] for row in kept["audit"]] == ["publish"]
        await stored.erase(ANNA)


async def test_whoever_was_named_by_number_gets_the_name_once_it_is_known(harness: EditingHarness) -> None:
    owner = await harness.person(OWNER)
    await harness.editing.staff.give(owner, STRANGER, str(STRANGER), Role.EDITOR)
    assert f"• {STRANGER} ({STRANGER})" in await harness.write(OWNER, "/roles")
    await harness.write(STRANGER, "/drafts")
    names = {grant.user_id: grant.name for grant in await harness.editing.staff.grants()}
    assert names[STRANGER] != str(STRANGER)
