"""The gate's screen and its buttons through the Dispatcher."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.demo.botapi import updates
from bot.editing.outcomes import Amended, BaseMoved, Closed, Dropped, EditConflict, Published, Refused
from bot.editing.told_by import by_editors_word
from bot.records.editing import AmendedProposalError, AuditEntry, ProposalOrigin, ProposalState
from bot.records.engine_holder import EngineHolder
from bot.records.question_log import AskedQuestion
from bot.records.seen_examination import fingerprint, fingerprint_of_changes
from bot.records.subscriptions import Target
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON, OLD_SCREEN
from bot.replies.editing import gate as texts
from bot.replies.editing import gate_findings
from bot.replies.editing import proposals as proposal_texts
from bot.replies.editing.pack_faults import refused
from bot.settings.tasks import run_alongside
from bot.storage.connection.database import Database
from bot.storage.fact_base.proposals import StoredProposals
from bot.storage.fact_base.settled_alarms import StoredSettledAlarms
from bot.storage.readers.question_log import StoredQuestions
from bot.storage.tables import asked as asked_table
from bot.telegram.edit import gate_screen
from bot.telegram.sending.places import Place
from bot.wiring.base_refresh import refresh
from knowledge.facts.model import FactId
from tests.editing.harness import (
    ANNA,
    BASE,
    BORIS,
    CHAIR,
    MOVED,
    OWNER,
    PLACE,
    REVIEWER,
    STRANGER,
    EditingHarness,
    change,
    open_harness,
)
from tests.followups.harness import at


async def test_gate_screen_shows_fields_replies_and_followers(harness: EditingHarness) -> None:
    await harness.followups.follow(chat_id=50, target=Target.FACT, target_id="place")
    await harness.propose(ANNA, change(PLACE, MOVED), why="перенесли")
    text = harness.text_to(ANNA)
    assert "Правка (из чата, Читатель 11 — перенесли)" in text
    assert "Меняется: сведение «Второй диалог пройдёт в Пекине»" in text
    assert "Утверждение: Второй диалог пройдёт в Пекине. → Второй диалог пройдёт в Шанхае." in text
    assert "Место: Пекин → Шанхай" in text
    assert "Ответ станет другим: 3.\n• " in text
    assert "«Пекин» → «Шанхай» — 3 вопроса: " in text
    assert "→ «Шанхай» — 3 вопроса: " in text
    assert "Напишу об этом 1 читателю" in text
    assert harness.labels_to(ANNA) == [texts.PUBLISH, texts.SUBMIT, texts.DROP]


async def test_gate_screen_leads_from_a_moved_event_to_the_facts_to_reword(harness: EditingHarness) -> None:
    event = BASE.event_by_id[PLACE.about[0]]
    await harness.propose(ANNA, change(event, replace(event, where="Шанхай")), why="перенесли")
    text = harness.text_to(ANNA)
    assert f"{gate_findings.DISAGREE}: 1." in text
    assert texts.PUBLISH not in harness.labels_to(ANNA)
    assert (
        f"• «Второй диалог пройдёт в Пекине»: место факта — Пекин, а у события «{event.title}» — Шанхай"
        in text
    )
    await harness.propose(ANNA, change(PLACE, replace(PLACE, questions=("Где?",))), why="короче")
    assert gate_findings.DISAGREE not in harness.text_to(ANNA)


async def test_publishing_makes_one_revision_and_notifies_followers_once(harness: EditingHarness) -> None:
    await harness.followups.follow(chat_id=50, target=Target.FACT, target_id="place")
    await harness.propose(ANNA, change(PLACE, MOVED), why="перенесли")
    screen = harness.messages_to(ANNA)[-1]
    publish = harness.buttons(screen)[0][1]
    await harness.tap(ANNA, texts.PUBLISH)
    assert "Правка 2 опубликована. Напишу об этом 1 читателю" in harness.text_to(ANNA)
    await harness.press_data(publish, screen, {"id": ANNA, "is_bot": False, "first_name": "Читатель 11"})
    assert "уже опубликована (правка 2 в истории)" in harness.text_to(ANNA)
    assert await harness.revision() == 2
    assert (await harness.base()).fact_by_id[FactId("place")] == MOVED
    assert await harness.followups.advance_to("2027-05-01 12:10") == ["50 changed place"]
    assert await harness.followups.advance_to("2027-05-01 12:20") == []


async def test_readers_get_the_new_base_as_soon_as_the_editor_is_told(harness: EditingHarness) -> None:
    await harness.propose(ANNA, change(PLACE, MOVED))
    assert "Пекине" in await harness.write(STRANGER, "Где пройдёт второй диалог?")
    await harness.tap(ANNA, texts.PUBLISH)
    assert "Шанхае" in await harness.write(STRANGER, "Где пройдёт второй диалог?")
    await harness.tap(ANNA, "Вернуть как было")
    await harness.tap(ANNA, texts.PUBLISH)
    assert "Пекине" in await harness.write(STRANGER, "Где пройдёт второй диалог?")


async def test_proposal_and_buttons_survive_a_restart(harness: EditingHarness) -> None:
    await harness.propose(ANNA, change(PLACE, MOVED))
    await harness.open()
    await harness.tap(ANNA, texts.PUBLISH)
    assert "опубликована" in harness.text_to(ANNA)
    assert (await harness.base()).fact_by_id[FactId("place")] == MOVED


async def test_dropped_proposal_changes_nothing(harness: EditingHarness) -> None:
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    await harness.tap(ANNA, texts.DROP)
    assert "отменена" in harness.text_to(ANNA)
    assert await harness.revision() == 1
    found = await harness.editing.publishing.get(number)
    assert found is not None
    assert found.state is ProposalState.DROPPED


async def test_editors_in_conflict_see_both_versions_and_choose(harness: EditingHarness) -> None:
    other = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
    await harness.propose(ANNA, change(PLACE, MOVED))
    await harness.propose(BORIS, change(PLACE, other))
    await harness.tap(ANNA, texts.PUBLISH)
    await harness.tap(BORIS, texts.PUBLISH)
    text = harness.text_to(BORIS)
    assert "Изменено: Читатель 11, 1 мая 2027 года, 12:00" in text
    assert "1. Утверждение: было «Второй диалог пройдёт в Пекине.», в базе «Второй диалог пройдёт в Ш" in text
    assert "2. Место: было «Пекин», в базе «Шанхай», у вас «Харбин»" in text
    assert (await harness.base()).fact_by_id[FactId("place")] == MOVED
    await harness.tap(BORIS, f"{texts.MINE}: 1")
    await harness.tap(BORIS, texts.MINE)
    assert "Место: Шанхай → Харбин" in harness.text_to(BORIS)
    await harness.tap(BORIS, texts.PUBLISH)
    assert (await harness.base()).fact_by_id[FactId("place")] == other


async def test_keeping_the_other_version_resolves_the_conflict(harness: EditingHarness) -> None:
    other = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
    await harness.propose(BORIS, change(PLACE, other), change(CHAIR, replace(CHAIR, where="Вашингтон")))
    await harness.propose(ANNA, change(PLACE, MOVED))
    await harness.tap(ANNA, texts.PUBLISH)
    await harness.tap(BORIS, texts.PUBLISH)
    await harness.tap(BORIS, f"{texts.THEIRS}: 1")
    await harness.tap(BORIS, texts.THEIRS)
    assert "Пекин" not in harness.text_to(BORIS)
    await harness.tap(BORIS, texts.PUBLISH)
    base = await harness.base()
    assert base.fact_by_id[FactId("place")] == MOVED
    assert base.fact_by_id[FactId("chair")].where == "Вашингтон"


async def test_edits_of_different_fields_are_joined(harness: EditingHarness) -> None:
    """«Взять моё» took back the other's other field."""
    asked = replace(PLACE, questions=(*PLACE.questions, "где соберутся снова"))
    await harness.propose(BORIS, change(PLACE, asked))
    await harness.propose(ANNA, change(PLACE, MOVED))
    await harness.tap(ANNA, texts.PUBLISH)
    await harness.tap(BORIS, texts.PUBLISH)
    await harness.tap(BORIS, texts.PUBLISH)
    joined = replace(MOVED, questions=asked.questions)
    assert (await harness.base()).fact_by_id[FactId("place")] == joined


async def test_unrelated_publication_makes_the_gate_run_again(harness: EditingHarness) -> None:
    await harness.propose(BORIS, change(PLACE, MOVED))
    await harness.propose(ANNA, change(CHAIR, replace(CHAIR, where="Вашингтон")))
    await harness.tap(ANNA, texts.PUBLISH)
    assert await harness.tap(BORIS, texts.PUBLISH) == proposal_texts.MOVED
    assert await harness.revision() == 2
    await harness.tap(BORIS, texts.PUBLISH)
    assert await harness.revision() == 3


async def test_edit_that_breaks_pack_rules_is_refused_in_russian(harness: EditingHarness) -> None:
    made = await harness.editing.publishing.propose(
        [change(BASE.events[0], None)], await harness.person(ANNA), origin=ProposalOrigin.CHAT
    )
    assert isinstance(made, Refused)
    said = refused(made.faults).plain
    assert "• «Второй диалог»: говорит о событии «Первый диалог», а его в базе не будет" in said


async def test_so_it_should_be_settles_an_alarm_for_good(database: Database, tmp_path: Path) -> None:
    harness = await open_harness(database, tmp_path)
    other = replace(CHAIR, id=FactId("other"), says="Первый диалог вёл другой человек.", topic="next")
    worse = replace(CHAIR, questions=("абракадабра непонятная",), says="Он вёл.")
    await harness.propose(ANNA, change(None, other), change(CHAIR, worse))
    assert "⚠" in harness.text_to(ANNA)
    assert [one for one in harness.labels_to(ANNA) if one.startswith(texts.SETTLE)]
    while first := next((one for one in harness.labels_to(ANNA) if one.startswith(texts.SETTLE)), None):
        assert await harness.tap(ANNA, first) == proposal_texts.SETTLED
    assert "⚠ Ответит другое" not in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.DROP)
    await harness.open()
    await harness.propose(BORIS, change(None, other), change(CHAIR, worse))
    assert not [one for one in harness.labels_to(BORIS) if one.startswith(texts.SETTLE)]


async def test_so_it_should_be_settles_all_of_one_cause_at_once(database: Database, tmp_path: Path) -> None:
    harness = await open_harness(database, tmp_path)
    asked = tuple(f"Кто вёл первый диалог {where}?" for where in ("в Вашингтоне", "от США", "недавно"))
    fuller = replace(CHAIR, questions=(*CHAIR.questions, *asked))
    await harness.propose(OWNER, change(CHAIR, fuller))
    await harness.tap(OWNER, texts.PUBLISH)
    says = "Первый диалог вёл другой человек."
    other = replace(CHAIR, id=FactId("other"), says=says, topic="next", questions=asked)
    number = await harness.propose(ANNA, change(None, other), change(fuller, replace(CHAIR, says="Он вёл.")))
    blocking = "Не найдут своё сведение" in harness.text_to(ANNA)
    at_once = [one for one in harness.labels_to(ANNA) if one.startswith(f"{texts.SETTLE}: все")]
    (label,) = at_once
    count = int(label.split()[4].rstrip(","))
    assert count > 1
    assert await harness.tap(ANNA, label) == proposal_texts.SETTLED
    settled = await StoredSettledAlarms(database).settled()
    examined = await harness.editing.publishing.get(number)
    assert examined is not None
    assert examined.summary is not None
    kept = [one for one in examined.summary.replies if one.settled]
    assert (len(settled), {one.harm for one in kept}) == (count, {"other"})
    assert ("Не найдут своё сведение" in harness.text_to(ANNA)) is blocking, "what blocks stays"
    assert not [one for one in harness.labels_to(ANNA) if one.startswith(f"{texts.SETTLE}: все")]


async def test_failed_self_check_needs_an_owner_and_a_reason(database: Database, tmp_path: Path) -> None:
    harness = await open_harness(database, tmp_path, missed_share=0.0)
    worse = replace(PLACE, questions=("абракадабра непонятная",))
    number = await harness.propose(ANNA, change(PLACE, worse))
    assert "⚠ Собственная проверка не пройдена" in harness.text_to(ANNA)
    assert texts.PUBLISH not in harness.labels_to(ANNA)
    shown, who = harness.messages_to(ANNA)[-1], {"id": ANNA, "is_bot": False, "first_name": "А"}
    examined = await harness.editing.publishing.get(number)
    assert examined is not None
    publish = f"e-publish:{number}:{fingerprint(examined)}"
    assert await harness.press_data(publish, shown, who) == proposal_texts.OWNER_NEEDED
    assert await harness.revision() == 1
    await harness.propose(OWNER, change(PLACE, worse))
    await harness.tap(OWNER, texts.PUBLISH)
    assert harness.text_to(OWNER) == proposal_texts.REASON_NEEDED
    asked = harness.messages_to(OWNER)[-1]
    await harness.open()
    await harness.write(OWNER, "иначе не спросить")
    assert await harness.revision() == 2
    await harness.tap(OWNER, "Отмена", asked)
    late = next(one for one in harness.messages_to(OWNER) if one["message_id"] == asked["message_id"])
    assert "уже опубликована (правка 2 в истории)" in late["text"]
    audit_log = await harness.editing.staff.audit_log(1)
    assert (audit_log[0].action, audit_log[0].subject, audit_log[0].detail) == (
        "publish",
        "2",
        "иначе не спросить",
    )


async def test_approval_by_a_second_editor(database: Database, tmp_path: Path) -> None:
    harness = await open_harness(database, tmp_path, approval=True)
    harness.api.chats |= {user: {"id": user, "type": "private"} for user in (OWNER, BORIS, ANNA)}
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    assert harness.labels_to(ANNA) == [texts.SUBMIT, texts.DROP]
    own = harness.messages_to(ANNA)[-1]
    await harness.tap(ANNA, texts.SUBMIT)
    assert "ждёт вашего согласования" in harness.text_to(BORIS)
    notice = await harness.press_data(
        f"e-publish:{number}", own, {"id": ANNA, "is_bot": False, "first_name": "А"}
    )
    assert notice == proposal_texts.APPROVAL_NEEDED
    await harness.tap(BORIS, "Посмотреть")
    await harness.tap(BORIS, texts.APPROVE)
    assert await harness.revision() == 2
    assert harness.text_to(ANNA).endswith("опубликована: Читатель 12. В истории это правка 2.")


async def test_whoever_approves_may_send_an_edit_back_or_drop_it_and_the_author_is_told(
    database: Database, tmp_path: Path
) -> None:
    harness = await open_harness(database, tmp_path, approval=True)
    harness.api.chats |= {user: {"id": user, "type": "private"} for user in (OWNER, BORIS, ANNA)}
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    assert texts.BY_ANOTHER[ProposalState.DRAFT] in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.SUBMIT)
    await harness.tap(BORIS, "Посмотреть")
    await harness.tap(BORIS, texts.SENT_BACK)
    await harness.write(BORIS, "Шанхай откуда?")
    assert harness.text_to(ANNA).endswith("возвращена на доработку: Читатель 12.\n«Шанхай откуда?»")
    await harness.tap(ANNA, "Посмотреть")
    assert harness.labels_to(ANNA) == [texts.SUBMIT, texts.DROP], "a draft again"
    await harness.tap(ANNA, texts.SUBMIT)
    await harness.tap(BORIS, "Посмотреть")
    await harness.tap(BORIS, texts.DROP)
    assert "отменена: Читатель 12" in harness.text_to(ANNA)
    found = await harness.editing.publishing.get(number)
    assert found is not None
    assert found.state is ProposalState.DROPPED


async def test_an_old_screen_publishes_nothing_that_it_did_not_show(
    database: Database, tmp_path: Path
) -> None:
    harness = await open_harness(database, tmp_path, approval=True)
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    screen = harness.dispatcher.workflow_data["gate_screen"]
    boris, anna = await harness.person(BORIS), await harness.person(ANNA)
    harness.api.chats.setdefault(BORIS, updates.private(BORIS))
    await screen.show_proposal(Place(chat_id=BORIS), number, boris)
    amended = replace(MOVED, says="Второй диалог пройдёт в Харбине.", where="Харбин")
    await StoredProposals(database).amend(number, [change(PLACE, amended)], 1)
    await screen.show_proposal(Place(chat_id=ANNA), number, anna)  # the author has it examined again
    assert await harness.tap(BORIS, texts.APPROVE) == proposal_texts.AMENDED
    assert await harness.revision() == 1
    assert "Харбин" in harness.text_to(BORIS)
    await harness.tap(BORIS, texts.APPROVE)
    assert await harness.revision() == 2
    assert next(iter((await harness.base()).facts)).where == "Харбин"


async def test_the_reason_is_given_for_the_screen_that_asked_for_it(
    database: Database, tmp_path: Path
) -> None:
    harness = await open_harness(database, tmp_path, missed_share=0.0)
    worse = replace(PLACE, questions=("абракадабра непонятная",))
    number = await harness.propose(OWNER, change(PLACE, worse))
    await harness.tap(OWNER, texts.PUBLISH)
    await StoredProposals(database).amend(number, [change(PLACE, replace(worse, where="Харбин"))], 1)
    await harness.write(OWNER, "иначе не спросить")
    assert await harness.revision() == 1
    assert proposal_texts.AMENDED in [one.get("text") for one in harness.messages_to(OWNER)]
    assert "Харбин" in harness.text_to(OWNER)


async def test_buttons_of_older_messages_show_the_edit_anew(sqlite_harness: EditingHarness) -> None:
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    shown = sqlite_harness.messages_to(ANNA)[-1]
    who = updates.user(ANNA)
    for old in (f"e-publish:{number}", f"e-settle:{number}:0", f"e-drop:{number}", f"e-submit:{number}"):
        assert await sqlite_harness.press_data(old, shown, who) == proposal_texts.OLD_SCREEN
    assert await sqlite_harness.revision() == 1
    await sqlite_harness.tap(ANNA, texts.PUBLISH)
    assert await sqlite_harness.revision() == 2


@pytest.mark.parametrize("label", [texts.DROP, texts.SUBMIT, texts.KEEP_SOURCE])
async def test_an_old_screen_does_nothing_to_an_edit_that_was_changed_since(
    label: str, sqlite_harness: EditingHarness
) -> None:
    taken = by_editors_word([change(PLACE, MOVED)], BASE, date(2027, 5, 1))
    number = await sqlite_harness.propose(ANNA, *taken)
    first = replace(taken[0], after=replace(taken[0].after, where="Харбин"))  # type: ignore[type-var]
    await StoredProposals(sqlite_harness.followups.database).amend(number, [first, *taken[1:]], 1)
    assert await sqlite_harness.tap(ANNA, label) == proposal_texts.CHANGED
    assert "Харбин" in sqlite_harness.text_to(ANNA), "in the place of the old screen"
    kept = await sqlite_harness.editing.publishing.get(number)
    assert kept is not None
    assert (kept.state, kept.changes) == (ProposalState.DRAFT, (first, *taken[1:]))
    assert await sqlite_harness.tap(ANNA, label) is None
    assert await sqlite_harness.editing.publishing.get(number) != kept


async def test_a_choice_in_an_old_conflict_leaves_an_edit_that_was_changed_since(
    sqlite_harness: EditingHarness,
) -> None:
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    await sqlite_harness.followups.publish(PLACE, replace(PLACE, where="Харбин"))
    await sqlite_harness.refresh()
    await sqlite_harness.tap(ANNA, texts.PUBLISH)
    again = change(PLACE, replace(MOVED, where="Тяньцзинь"))
    await StoredProposals(sqlite_harness.followups.database).amend(number, [again], 1)
    assert await sqlite_harness.tap(ANNA, texts.THEIRS) == proposal_texts.CHANGED
    assert "Тяньцзинь" in sqlite_harness.text_to(ANNA)


async def test_so_it_should_be_settles_only_the_reply_that_was_shown(sqlite_harness: EditingHarness) -> None:
    other = replace(CHAIR, id=FactId("other"), says="Первый диалог вёл другой человек.", topic="next")
    worse = replace(CHAIR, questions=("абракадабра непонятная",), says="Он вёл.")
    number = await sqlite_harness.propose(ANNA, change(None, other), change(CHAIR, worse))
    first = next(one for one in sqlite_harness.labels_to(ANNA) if one.startswith(texts.SETTLE))
    store = StoredProposals(sqlite_harness.followups.database)
    await store.amend(number, [change(CHAIR, replace(worse, says="Он."))], 1)
    assert await sqlite_harness.tap(ANNA, first) == proposal_texts.AMENDED
    assert not await StoredSettledAlarms(sqlite_harness.followups.database).settled()


async def test_changes_amended_while_they_are_published_stay_unpublished(
    database: Database, tmp_path: Path
) -> None:
    harness = await open_harness(database, tmp_path)
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    store = StoredProposals(database)
    checked = await store.get(number)
    assert checked is not None
    await store.amend(number, [change(PLACE, replace(MOVED, where="Харбин"))], 1)
    entry = AuditEntry(at=at("2027-05-01 12:00"), user_id=BORIS, name="Б", action="publish", subject="1")
    with pytest.raises(AmendedProposalError):
        await store.publish(checked, 1, "", entry)
    assert await harness.revision() == 1


@pytest.mark.parametrize("step", ["drop", "submit", "amend"])
async def test_of_two_who_act_at_once_nobody_acts_on_what_they_did_not_see(
    step: str, database: Database, tmp_path: Path
) -> None:
    """Anna changes the edit while Boris presses a button under what he was shown."""
    harness = await open_harness(database, tmp_path)
    store, publishing = StoredProposals(database), harness.editing.publishing
    boris, shown = await harness.person(BORIS), (change(PLACE, MOVED),)
    seen = fingerprint_of_changes(shown)
    other = (change(PLACE, replace(MOVED, where="Харбин")),)

    async def press(number: int) -> bool:
        try:
            if step == "amend":
                return await store.amend(
                    number, (change(CHAIR, replace(CHAIR, where="Париж")),), 1, seen=seen
                )
            done = await getattr(publishing, step)(number, boris, seen)
        except AmendedProposalError:
            return False
        return not isinstance(done, Amended | Closed)

    for _ in range(5):
        number = await harness.propose(ANNA, *shown)
        amended, pressed = await asyncio.gather(store.amend(number, other, 1, seen=""), press(number))
        kept = await store.get(number)
        assert kept is not None
        if not pressed:
            assert (amended, kept.changes, kept.state) == (True, other, ProposalState.DRAFT)
        await publishing.drop(number, boris)
    late = await harness.propose(ANNA, *shown)
    await store.amend(late, other, 1)
    assert not await press(late), "what was seen is compared where it is acted on"
    kept = await store.get(late)
    assert kept is not None
    assert (kept.changes, kept.state) == (other, ProposalState.DRAFT)


async def test_one_publishes_while_another_drops(harness: EditingHarness) -> None:
    publishing = harness.editing.publishing
    for number in range(3):
        where = f"Город {number}"
        now = (await harness.base()).fact_by_id[PLACE.id]
        await harness.refresh()
        open_ = await harness.propose(ANNA, change(now, replace(now, where=where)))
        kept = await publishing.get(open_)
        assert kept is not None
        published, dropped = await asyncio.gather(
            publishing.publish(open_, await harness.person(BORIS), seen=fingerprint(kept)),
            publishing.drop(open_, await harness.person(ANNA), fingerprint_of_changes(kept.changes)),
        )
        assert isinstance(published, Published) is not isinstance(dropped, Dropped)
        is_there = (await harness.base()).fact_by_id[PLACE.id].where == where
        assert is_there is isinstance(published, Published)


async def test_what_the_gate_has_found_since_is_not_published_unseen(
    database: Database, tmp_path: Path
) -> None:
    harness = await open_harness(database, tmp_path)
    number, store = await harness.propose(ANNA, change(PLACE, MOVED)), StoredProposals(database)
    checked = await store.get(number)
    assert checked is not None
    assert checked.summary is not None
    await store.examined(checked, replace(checked.summary, replies=()))
    entry = AuditEntry(at=at("2027-05-01 12:00"), user_id=BORIS, name="Б", action="publish", subject="1")
    with pytest.raises(AmendedProposalError):
        await store.publish(checked, 1, "", entry)
    assert await harness.revision() == 1


async def test_two_simultaneous_presses_publish_once(harness: EditingHarness) -> None:
    number = await harness.propose(ANNA, change(PLACE, MOVED))
    publishing = harness.editing.publishing
    kept = await publishing.get(number)
    assert kept is not None
    seen = fingerprint(kept)
    both = [
        publishing.publish(number, await harness.person(user), seen=seen) for user in (ANNA, BORIS, OWNER)
    ]
    found = await asyncio.gather(*both)
    assert sum(isinstance(one, Published) for one in found) == 1
    assert all(isinstance(one, Published | Closed | BaseMoved) for one in found)
    kept = await publishing.get(number)
    assert kept is not None
    assert (kept.state, kept.revision) == (ProposalState.PUBLISHED, 2)
    assert await harness.revision() == 2


async def test_of_two_conflicting_simultaneous_proposals_one_is_published(harness: EditingHarness) -> None:
    other = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
    numbers = [
        await harness.propose(ANNA, change(PLACE, MOVED)),
        await harness.propose(BORIS, change(PLACE, other)),
    ]
    publishing, editor = harness.editing.publishing, await harness.person(OWNER)
    kept = [await publishing.get(number) for number in numbers]
    shown = [fingerprint(one) for one in kept if one is not None]
    pressed = zip(numbers, shown, strict=True)
    found = await asyncio.gather(*(publishing.publish(number, editor, seen=seen) for number, seen in pressed))
    assert sum(isinstance(one, Published) for one in found) == 1
    assert all(isinstance(one, Published | BaseMoved | EditConflict) for one in found)
    assert await harness.revision() == 2


async def test_every_process_loads_the_new_base_within_five_seconds(harness: EditingHarness) -> None:
    """Two engines refresh as in two processes; readers get the old reply or the new one, never a mix."""
    both = replace(CHAIR, says="Первый диалог вёл другой.", where="Вашингтон")
    await harness.propose(ANNA, change(PLACE, MOVED), change(CHAIR, both))
    other = EngineHolder(harness.engine.current)
    stored = harness.followups.stored
    seen = set()
    async with run_alongside(refresh(harness.engine, stored)), run_alongside(refresh(other, stored)):
        await harness.tap(ANNA, texts.PUBLISH)
        async with asyncio.timeout(5):
            while True:
                bases = [one.current.base for one in (harness.engine, other)]
                seen |= {(base.facts[0].says, base.facts[1].says) for base in bases}
                if all(base.facts[0] == MOVED for base in bases):
                    break
                await asyncio.sleep(0.05)
    assert seen == {(PLACE.says, CHAIR.says), (MOVED.says, both.says)}


async def test_help_lists_editors_commands_to_editors_only(sqlite_harness: EditingHarness) -> None:
    assert "/history" in await sqlite_harness.write(ANNA, "/help")
    assert "/roles" not in await sqlite_harness.write(ANNA, "/help")
    assert "/roles" in await sqlite_harness.write(OWNER, "/help")
    assert "/history" not in await sqlite_harness.write(STRANGER, "/help")


async def test_many_changed_replies_are_sent_as_a_file(sqlite_harness: EditingHarness) -> None:
    many = replace(PLACE, questions=tuple(f"Где пройдёт второй диалог номер {n}?" for n in range(15)))
    await sqlite_harness.propose(ANNA, change(PLACE, replace(many, says="Второй диалог пройдёт в Шанхае.")))
    file = sqlite_harness.messages_to(ANNA)[-1]["document"]["file_id"]
    text = sqlite_harness.api.files[file].decode()
    assert "Второй диалог пройдёт в Шанхае." in text


async def test_drafts_lists_open_proposals(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    listed = await sqlite_harness.write(BORIS, "/drafts")
    assert "1. Изменить сведение «Второй диалог пройдёт в Пекине»: утверждение, место\n" in listed
    assert "Читатель 11, из чата, 1 мая 2027 года, 12:00: ещё не опубликована" in listed
    assert await sqlite_harness.write(REVIEWER, "/drafts") == other_messages.UNKNOWN_COMMAND
    assert await sqlite_harness.write(STRANGER, "/drafts") == other_messages.UNKNOWN_COMMAND


async def test_press_by_a_stranger_is_answered_as_an_old_button(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    await sqlite_harness.write(STRANGER, "привет")
    for user in (STRANGER, REVIEWER):
        who = {"id": user, "is_bot": False, "first_name": "Кто-то"}
        shown = sqlite_harness.messages_to(STRANGER)[-1]
        told = OLD_BUTTON if user == STRANGER else OLD_SCREEN
        assert await sqlite_harness.press_data("e-publish:1", shown, who) == told
    assert await sqlite_harness.revision() == 1
    assert len(await StoredProposals(sqlite_harness.followups.database).open()) == 1


async def test_progress_is_shown_after_a_second(
    sqlite_harness: EditingHarness,
) -> None:
    await many_ask(sqlite_harness)
    await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    first = next(call for call in sqlite_harness.api.calls if call.method == "sendMessage")
    assert re.match(r"Проверяю правку: \d+ из 8\d\d вопросов…", first.params["text"])
    (screen, *_) = sqlite_harness.messages_to(ANNA)  # the screen took the place of the progress
    assert "Проверено вопросов: 80" in screen["text"]


async def test_an_examination_is_stopped_and_the_edit_stays(
    sqlite_harness: EditingHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate_screen, "PROGRESS_AFTER", 0.0)
    await many_ask(sqlite_harness)
    sqlite_harness.dispatcher.workflow_data["gate_screen"]._patience = 0.0
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    await until(lambda: texts.STOP in sqlite_harness.labels_to(ANNA))
    assert await sqlite_harness.tap(ANNA, texts.STOP) is None
    await until(lambda: sqlite_harness.text_to(ANNA) == texts.STOPPED)
    kept = await sqlite_harness.editing.publishing.get(number)
    assert kept is not None
    assert kept.state.is_open
    assert kept.summary is None, "nothing was found, so nothing can be published"
    assert "1. Изменить сведение" in await sqlite_harness.write(ANNA, "/drafts")


async def test_an_examination_that_waits_for_its_turn_is_stopped_at_once(
    sqlite_harness: EditingHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate_screen, "PROGRESS_AFTER", 0.0)
    sqlite_harness.dispatcher.workflow_data["gate_screen"]._patience = 0.0
    lock = sqlite_harness.editing.gate._standing.lock
    async with lock:  # as while the check of another edit runs
        await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
        await until(lambda: texts.STOP in sqlite_harness.labels_to(ANNA))
        await sqlite_harness.tap(ANNA, texts.STOP)
        await until(lambda: sqlite_harness.text_to(ANNA) == texts.STOPPED)
    assert not lock.locked(), "it has left the queue"
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    await until(lambda: texts.PUBLISH in sqlite_harness.labels_to(ANNA))
    assert number == 1


async def test_what_the_gate_found_is_not_kept_for_other_changes(sqlite_harness: EditingHarness) -> None:
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    store = StoredProposals(sqlite_harness.followups.database)
    examined = await store.get(number)
    assert examined is not None
    assert examined.summary is not None
    await store.amend(number, [change(PLACE, replace(MOVED, says="Другое."))], 1)
    assert not await store.examined(examined, examined.summary)
    amended = await store.get(number)
    assert amended is not None
    assert amended.summary is None, "it must be examined again"


async def until(met: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not met():  # noqa: ASYNC110 - the stub of the Bot API tells nobody what is sent
            await asyncio.sleep(0.01)


async def many_ask(harness: EditingHarness) -> None:
    """So many questions of readers that the gate takes a second."""
    texts_of = (f"Где пройдёт диалог номер {number} и кто его вёл?" for number in range(800))
    rows = [asdict(asked(text)) | {"facts": [], "understood": None} for text in texts_of]
    async with harness.followups.database.write() as connection:
        await connection.execute(insert(asked_table), rows)


async def test_old_questions_of_readers_are_not_asked_again(sqlite_harness: EditingHarness) -> None:
    questions = StoredQuestions(sqlite_harness.followups.database)
    await questions.record(asked("Где пройдёт второй диалог сейчас?"))
    await questions.record(asked("Где пройдёт второй диалог давно?", days=31))
    await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    text = sqlite_harness.text_to(ANNA)
    assert "«Где пройдёт второй диалог сейчас?»" in text
    assert "давно" not in text


async def test_near_miss_that_would_be_answered_is_shown(database: Database, tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    miss = "- {group: hall, kind: near, ask: В каком зале пройдёт второй диалог?, refuse: true}"
    (tmp_path / "questions" / "near.yaml").write_text(miss, "utf-8")
    harness = await open_harness(database, tmp_path)
    hall = replace(PLACE, says="Второй диалог пройдёт в Большом зале.", questions=("зал второго диалога",))
    await harness.propose(ANNA, change(PLACE, hall))
    assert "⚠ Получат ответ, хотя его в базе быть не должно: 1." in harness.text_to(ANNA)
    assert "«В каком зале пройдёт второй диалог?» (не по теме)" in harness.text_to(ANNA)


async def test_same_proposal_made_twice_is_stored_once(sqlite_harness: EditingHarness) -> None:
    number = await sqlite_harness.propose(ANNA, change(PLACE, MOVED))
    assert await sqlite_harness.propose(ANNA, change(PLACE, MOVED)) == number
    assert await sqlite_harness.propose(BORIS, change(PLACE, MOVED)) != number


def asked(text: str, days: int = 0) -> AskedQuestion:
    return AskedQuestion(
        chat_id=50,
        user_id=50,
        message_id=1,
        text=text,
        outcome="answer",
        rule="best",
        facts=(),
        confidence=0.9,
        explanation="",
        at=at("2027-05-01 11:00") - timedelta(days=days),
    )


async def test_replies_asked_beforehand_do_not_change_the_gate_result(sqlite_harness: EditingHarness) -> None:
    worse = replace(PLACE, questions=("абракадабра непонятная",))
    first = await sqlite_harness.propose(ANNA, change(PLACE, worse))
    await sqlite_harness.open()
    async with run_alongside(sqlite_harness.editing.gate.run(pause=0)):
        await asyncio.sleep(0.5)
    second = await sqlite_harness.propose(BORIS, change(PLACE, worse))
    found = [await sqlite_harness.editing.publishing.get(number) for number in (first, second)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].summary == found[1].summary
