"""/roles: giving and taking in the chat, the log, menus of commands; what strangers see of it: nothing."""

from __future__ import annotations

import time
from typing import Any

from bot.records.editing import Role
from bot.replies.answers import other_messages
from bot.replies.editing import gate
from bot.replies.editing import roles as texts
from bot.storage.privacy import StoredPrivacy
from tests.botapi import updates
from tests.botapi.state import Json
from tests.editing.desk import ANNA, BORIS, MOVED, OWNER, PLACE, REVIEWER, STRANGER, EditingDesk, change


def forwarded(user: Json) -> dict[str, Any]:
    return {"forward_origin": {"type": "user", "date": int(time.time()), "sender_user": user}}


async def test_the_list_names_everybody(quick: EditingDesk) -> None:
    text = await quick.by(OWNER, "/roles")
    assert f"• {OWNER} — владелец" in text
    assert "• Читатель 11 (11) — редактор" in text
    assert "• Читатель 13 (13) — рецензент" in text


async def test_a_role_given_by_a_forwarded_message(desk: EditingDesk) -> None:
    await desk.by(STRANGER, "привет")
    await desk.by(OWNER, "/roles")
    await desk.tap(OWNER, texts.GIVE)
    await desk.by(OWNER, "любой текст", **forwarded(updates.user(STRANGER)))
    assert "Читатель 99 (99): сейчас без роли." in desk.text_to(OWNER)
    await desk.open()
    assert await desk.tap(OWNER, "Сделать: редактор") == "Читатель 99 теперь редактор."
    assert "Теперь вы редактор этой базы." in desk.text_to(STRANGER)
    assert "Незаконченных правок нет." in await desk.by(STRANGER, "/drafts")
    menu = desk.api.settings[f"commands:{{'type': 'chat', 'chat_id': {STRANGER}}}:"]
    assert "drafts" in [one["command"] for one in menu]
    assert "roles" not in [one["command"] for one in menu]


async def test_a_role_given_by_a_number_and_taken(desk: EditingDesk) -> None:
    await desk.by(OWNER, f"/roles {STRANGER}")
    await desk.tap(OWNER, "Сделать: рецензент")
    found = await desk.editing.staff.editor(STRANGER, "")
    assert found is not None
    assert found.role is Role.REVIEWER
    await desk.by(OWNER, f"/roles {STRANGER}")
    assert await desk.tap(OWNER, texts.TAKE) == "99 больше не рецензент."
    assert await desk.editing.staff.editor(STRANGER, "") is None
    audit_log = await desk.editing.staff.audit_log(2)
    assert [(deed.user_id, deed.action, deed.subject, deed.detail) for deed in audit_log] == [
        (OWNER, "take", "99", "reviewer"),
        (OWNER, "give", "99", "reviewer"),
    ]
    await desk.by(OWNER, "/roles")
    await desk.tap(OWNER, texts.LOG)
    assert "снял роль (рецензент): 99" in desk.text_to(OWNER)


async def test_a_role_given_in_answer_to_a_forwarded_message(quick: EditingDesk) -> None:
    kept = updates.message(updates.private(OWNER), text="вопрос", **forwarded(updates.user(BORIS)))
    await quick.by(OWNER, "/roles", reply_to_message=kept)
    assert "Читатель 12 (12): сейчас редактор." in quick.text_to(OWNER)
    assert quick.labels_to(OWNER) == ["Сделать: рецензент", texts.TAKE, texts.BACK]


async def test_who_hides_or_is_nobody_is_asked_for_again(quick: EditingDesk) -> None:
    await quick.by(OWNER, "/roles")
    await quick.tap(OWNER, texts.GIVE)
    hidden = {"type": "hidden_user", "date": int(time.time()), "sender_user_name": "Аноним"}
    assert await quick.by(OWNER, "текст", forward_origin=hidden) == texts.HIDDEN
    assert await quick.by(OWNER, "Борис") == texts.NOT_A_PERSON
    await quick.by(OWNER, "12")
    assert "(12): сейчас редактор." in quick.text_to(OWNER)


async def test_owners_stay(quick: EditingDesk) -> None:
    await quick.by(OWNER, "/roles")
    shown = quick.to(OWNER)[-1]
    assert await quick.press_data(f"e-take:{OWNER}", shown) == texts.OWNER_STAYS
    assert await quick.press_data(f"e-give:{ANNA}:owner", shown) == texts.OWNER_STAYS


async def test_nobody_else_gives_roles(quick: EditingDesk) -> None:
    for user in (ANNA, REVIEWER, STRANGER):
        assert await quick.by(user, f"/roles {user}") == other_messages.UNKNOWN_COMMAND


async def test_a_taken_role_ends_at_once(quick: EditingDesk) -> None:
    assert "Незаконченных правок нет." in await quick.by(ANNA, "/drafts")
    await quick.editing.staff.take(await quick.person(OWNER), ANNA)
    assert await quick.by(ANNA, "/drafts") == other_messages.UNKNOWN_COMMAND


async def test_menus_at_the_start_survive_a_server_that_refuses(quick: EditingDesk) -> None:
    menus = quick.dispatcher.workflow_data["command_menus"]
    quick.api.faults.order(method="setMyCommands", code=400, description="Bad Request: no")
    await menus.show_all(quick.editing.staff)
    owners = [call for call in quick.api.calls if call.method == "setMyCommands"]
    assert len(owners) == 4


async def test_editors_do_nothing_in_groups(quick: EditingDesk) -> None:
    group = updates.group(-5)
    before = len(quick.shown)
    await quick.feed(updates.text(group, "/drafts", updates.user(OWNER)))
    await quick.feed(updates.text(group, "/roles", updates.user(OWNER)))
    assert len(quick.shown) == before


async def test_an_editor_gets_what_is_kept_and_forgetting_leaves_the_history(desk: EditingDesk) -> None:
    number = await desk.propose(ANNA, change(PLACE, MOVED))
    await desk.tap(ANNA, gate.PUBLISH)
    stored = StoredPrivacy(desk.followups.database)
    for _ in range(2):
        kept = await stored.export(ANNA)
        assert [row["role"] for row in kept["roles"]] == ["editor"]
        assert [row["id"] for row in kept["proposals"]] == [number]
        assert [row["action"] for row in kept["audit"]] == ["publish"]
        await stored.erase(ANNA)
