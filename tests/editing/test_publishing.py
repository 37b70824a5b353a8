"""The gate's screen and its buttons, through the real Dispatcher on both databases."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.editing.outcomes import BaseMoved, Closed, Conflict, Published, Refused
from bot.records.editing import ProposalOrigin, ProposalState
from bot.records.engine_holder import EngineHolder
from bot.records.question_log import AskedQuestion
from bot.records.subscriptions import Target
from bot.replies.answers import other_messages
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.editing import gate as texts
from bot.replies.editing.pack_faults import refused
from bot.settings.tasks import run_alongside
from bot.storage.database import Database
from bot.storage.proposals import StoredProposals
from bot.storage.question_log import StoredQuestions
from bot.wiring.base_refresh import refresh
from knowledge.facts.model import FactId
from knowledge.quality.selfcheck import self_check
from tests.editing.desk import (
    ANNA,
    BASE,
    BORIS,
    CHAIR,
    MOVED,
    OWNER,
    PLACE,
    REVIEWER,
    STRANGER,
    EditingDesk,
    change,
    opened_desk,
)
from tests.followups.harness import at


async def test_the_screen_shows_fields_replies_and_followers(desk: EditingDesk) -> None:
    await desk.followups.follow(chat_id=50, target=Target.FACT, target_id="place")
    number = await desk.propose(ANNA, change(PLACE, MOVED), why="перенесли")
    text = desk.text_to(ANNA)
    assert f"Правка {number} (из чата, Читатель 11 — перенесли)" in text
    assert "Меняется: сведение place" in text
    assert "Утверждение: Второй диалог пройдёт в Пекине. → Второй диалог пройдёт в Шанхае." in text
    assert "Место: Пекин → Шанхай" in text
    assert "«Где пройдёт второй диалог?»: Второй диалог пройдёт в Пекине. → Второй диалог пройдёт в" in text
    assert "Узнают подписчики: 1." in text
    assert desk.labels_to(ANNA) == [texts.PUBLISH, texts.SUBMIT, texts.DROP]


async def test_publishing_makes_one_revision_and_tells_followers_once(desk: EditingDesk) -> None:
    await desk.followups.follow(chat_id=50, target=Target.FACT, target_id="place")
    await desk.propose(ANNA, change(PLACE, MOVED), why="перенесли")
    screen = desk.to(ANNA)[-1]
    publish = desk.buttons(screen)[0][1]
    await desk.tap(ANNA, texts.PUBLISH)
    assert "опубликована, номер в истории — 2. Узнают подписчики: 1." in desk.text_to(ANNA)
    await desk.press_data(publish, screen, {"id": ANNA, "is_bot": False, "first_name": "Читатель 11"})
    assert "уже опубликована (правка базы 2)" in desk.text_to(ANNA)
    assert await desk.revision() == 2
    assert (await desk.base()).fact_by_id[FactId("place")] == MOVED
    assert await desk.followups.advance_to("2027-05-01 12:10") == ["50 changed place"]
    assert await desk.followups.advance_to("2027-05-01 12:20") == []


async def test_readers_get_the_new_base_after_the_exchange(desk: EditingDesk) -> None:
    await desk.propose(ANNA, change(PLACE, MOVED))
    await desk.tap(ANNA, texts.PUBLISH)
    assert "Пекине" in await desk.by(STRANGER, "Где пройдёт второй диалог?")
    await desk.refresh()
    assert "Шанхае" in await desk.by(STRANGER, "Где пройдёт второй диалог?")


async def test_a_kill_in_the_middle_loses_nothing_and_the_buttons_work_after(desk: EditingDesk) -> None:
    await desk.propose(ANNA, change(PLACE, MOVED))
    await desk.open()
    await desk.tap(ANNA, texts.PUBLISH)
    assert "опубликована" in desk.text_to(ANNA)
    assert (await desk.base()).fact_by_id[FactId("place")] == MOVED


async def test_dropping_changes_nothing(desk: EditingDesk) -> None:
    number = await desk.propose(ANNA, change(PLACE, MOVED))
    await desk.tap(ANNA, texts.DROP)
    assert "отменена" in desk.text_to(ANNA)
    assert await desk.revision() == 1
    found = await desk.editing.publishing.get(number)
    assert found is not None
    assert found.state is ProposalState.DROPPED


async def test_two_editors_in_conflict_see_both_versions_and_choose(desk: EditingDesk) -> None:
    other = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
    await desk.propose(ANNA, change(PLACE, MOVED))
    await desk.propose(BORIS, change(PLACE, other))
    await desk.tap(ANNA, texts.PUBLISH)
    await desk.tap(BORIS, texts.PUBLISH)
    text = desk.text_to(BORIS)
    assert "Сейчас в базе:\n  Утверждение: Второй диалог пройдёт в Шанхае." in text
    assert "У вас:\n  Утверждение: Второй диалог пройдёт в Харбине." in text
    assert (await desk.base()).fact_by_id[FactId("place")] == MOVED
    await desk.tap(BORIS, texts.MINE)
    assert "Место: Шанхай → Харбин" in desk.text_to(BORIS)
    await desk.tap(BORIS, texts.PUBLISH)
    assert (await desk.base()).fact_by_id[FactId("place")] == other


async def test_leaving_the_other_version_ends_the_conflict(desk: EditingDesk) -> None:
    other = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
    await desk.propose(BORIS, change(PLACE, other), change(CHAIR, replace(CHAIR, where="Вашингтон")))
    await desk.propose(ANNA, change(PLACE, MOVED))
    await desk.tap(ANNA, texts.PUBLISH)
    await desk.tap(BORIS, texts.PUBLISH)
    await desk.tap(BORIS, texts.THEIRS)
    assert "place" not in desk.text_to(BORIS)
    await desk.tap(BORIS, texts.PUBLISH)
    base = await desk.base()
    assert base.fact_by_id[FactId("place")] == MOVED
    assert base.fact_by_id[FactId("chair")].where == "Вашингтон"


async def test_an_unrelated_publication_has_the_gate_run_anew(desk: EditingDesk) -> None:
    await desk.propose(BORIS, change(PLACE, MOVED))
    await desk.propose(ANNA, change(CHAIR, replace(CHAIR, where="Вашингтон")))
    await desk.tap(ANNA, texts.PUBLISH)
    assert await desk.tap(BORIS, texts.PUBLISH) == texts.MOVED
    assert await desk.revision() == 2
    await desk.tap(BORIS, texts.PUBLISH)
    assert await desk.revision() == 3


async def test_what_breaks_the_pack_is_refused_in_russian(desk: EditingDesk) -> None:
    made = await desk.editing.publishing.propose(
        [change(BASE.events[0], None)], await desk.person(ANNA), origin=ProposalOrigin.CHAT
    )
    assert isinstance(made, Refused)
    said = refused(made.faults).plain
    assert "• dialogue-2: события «dialogue-1» нет в events.yaml" in said


async def test_a_failing_base_needs_an_owner_and_a_reason(database: Database, tmp_path: Path) -> None:
    desk = await opened_desk(database, tmp_path, missed_share=0.0)
    worse = replace(PLACE, questions=("абракадабра непонятная",))
    await desk.propose(ANNA, change(PLACE, worse))
    assert "⚠ Собственная проверка не пройдена" in desk.text_to(ANNA)
    assert await desk.tap(ANNA, texts.PUBLISH) == texts.OWNER_NEEDED
    assert await desk.revision() == 1
    await desk.propose(OWNER, change(PLACE, worse))
    await desk.tap(OWNER, texts.PUBLISH)
    assert desk.text_to(OWNER) == texts.REASON_NEEDED
    await desk.open()
    await desk.by(OWNER, "иначе не спросить")
    assert await desk.revision() == 2
    audit_log = await desk.editing.staff.audit_log(1)
    assert (audit_log[0].action, audit_log[0].subject, audit_log[0].detail) == (
        "publish",
        "2",
        "иначе не спросить",
    )


async def test_approval_by_a_second_editor(database: Database, tmp_path: Path) -> None:
    desk = await opened_desk(database, tmp_path, approval=True)
    desk.api.chats |= {user: {"id": user, "type": "private"} for user in (OWNER, BORIS, ANNA)}
    number = await desk.propose(ANNA, change(PLACE, MOVED))
    assert desk.labels_to(ANNA) == [texts.SUBMIT, texts.DROP]
    own = desk.to(ANNA)[-1]
    await desk.tap(ANNA, texts.SUBMIT)
    assert "ждёт вашего согласования" in desk.text_to(BORIS)
    notice = await desk.press_data(
        f"e-publish:{number}", own, {"id": ANNA, "is_bot": False, "first_name": "А"}
    )
    assert notice == texts.APPROVAL_NEEDED
    await desk.tap(BORIS, "Посмотреть")
    await desk.tap(BORIS, texts.APPROVE)
    assert await desk.revision() == 2
    assert desk.text_to(ANNA).endswith("опубликована, номер в истории — 2: Читатель 12.")


async def test_pressed_by_two_at_once_it_is_published_once(desk: EditingDesk) -> None:
    number = await desk.propose(ANNA, change(PLACE, MOVED))
    publishing = desk.editing.publishing
    both = [publishing.publish(number, await desk.person(user)) for user in (ANNA, BORIS, OWNER)]
    found = await asyncio.gather(*both)
    assert sum(isinstance(one, Published) for one in found) == 1
    assert all(isinstance(one, Published | Closed | BaseMoved) for one in found)
    kept = await publishing.get(number)
    assert kept is not None
    assert (kept.state, kept.revision) == (ProposalState.PUBLISHED, 2)
    assert await desk.revision() == 2


async def test_of_two_that_clash_at_once_one_is_published(desk: EditingDesk) -> None:
    other = replace(PLACE, says="Второй диалог пройдёт в Харбине.", where="Харбин")
    numbers = [
        await desk.propose(ANNA, change(PLACE, MOVED)),
        await desk.propose(BORIS, change(PLACE, other)),
    ]
    publishing, editor = desk.editing.publishing, await desk.person(OWNER)
    found = await asyncio.gather(*(publishing.publish(number, editor) for number in numbers))
    assert sum(isinstance(one, Published) for one in found) == 1
    assert all(isinstance(one, Published | BaseMoved | Conflict) for one in found)
    assert await desk.revision() == 2


async def test_every_process_has_the_new_base_within_five_seconds_whole(desk: EditingDesk) -> None:
    """Two engines, as in two processes, look by themselves; readers get the old reply or the new one."""
    both = replace(CHAIR, says="Первый диалог вёл другой.", where="Вашингтон")
    await desk.propose(ANNA, change(PLACE, MOVED), change(CHAIR, both))
    other = EngineHolder(desk.engine.current)
    stored = desk.followups.stored
    seen = set()
    async with run_alongside(refresh(desk.engine, stored)), run_alongside(refresh(other, stored)):
        await desk.tap(ANNA, texts.PUBLISH)
        async with asyncio.timeout(5):
            while True:
                bases = [one.current.base for one in (desk.engine, other)]
                seen |= {(base.facts[0].says, base.facts[1].says) for base in bases}
                if all(base.facts[0] == MOVED for base in bases):
                    break
                await asyncio.sleep(0.05)
    assert seen == {(PLACE.says, CHAIR.says), (MOVED.says, both.says)}


async def test_help_names_the_commands_of_editors_to_them_alone(quick: EditingDesk) -> None:
    assert "/history" in await quick.by(ANNA, "/help")
    assert "/roles" not in await quick.by(ANNA, "/help")
    assert "/roles" in await quick.by(OWNER, "/help")
    assert "/history" not in await quick.by(STRANGER, "/help")


async def test_many_shifts_come_as_a_file(quick: EditingDesk) -> None:
    many = replace(PLACE, questions=tuple(f"Где пройдёт второй диалог номер {n}?" for n in range(15)))
    await quick.propose(ANNA, change(PLACE, replace(many, says="Второй диалог пройдёт в Шанхае.")))
    file = quick.to(ANNA)[-1]["document"]["file_id"]
    text = quick.api.files[file].decode()
    assert "Второй диалог пройдёт в Шанхае." in text


async def test_drafts_lists_what_is_open(quick: EditingDesk) -> None:
    await quick.propose(ANNA, change(PLACE, MOVED))
    assert "1. Правка 1" in await quick.by(BORIS, "/drafts")
    assert await quick.by(REVIEWER, "/drafts") == other_messages.UNKNOWN_COMMAND
    assert await quick.by(STRANGER, "/drafts") == other_messages.UNKNOWN_COMMAND


async def test_a_strangers_press_is_an_old_button(quick: EditingDesk) -> None:
    await quick.propose(ANNA, change(PLACE, MOVED))
    await quick.by(STRANGER, "привет")
    for user in (STRANGER, REVIEWER):
        who = {"id": user, "is_bot": False, "first_name": "Кто-то"}
        shown = quick.to(STRANGER)[-1]
        assert await quick.press_data("e-publish:1", shown, who) == OLD_BUTTON
    assert await quick.revision() == 1
    assert len(await StoredProposals(quick.followups.database).open()) == 1


async def test_progress_is_shown_beyond_a_second_over_the_readers_questions(quick: EditingDesk) -> None:
    questions = StoredQuestions(quick.followups.database)
    for number in range(1200):
        await questions.record(asked(f"Где пройдёт диалог номер {number} и кто его вёл?"))
    await quick.propose(ANNA, change(PLACE, MOVED))
    first = next(call for call in quick.api.calls if call.method == "sendMessage")
    assert re.match(r"Проверяю правку \d+: \d+ из 120\d вопросов…", first.params["text"])
    screen, _file = quick.to(ANNA)  # the screen took the place of the progress
    assert "Проверено вопросов: 120" in screen["text"]


async def test_questions_of_long_ago_are_not_asked_again(quick: EditingDesk) -> None:
    questions = StoredQuestions(quick.followups.database)
    await questions.record(asked("Где пройдёт второй диалог сейчас?"))
    await questions.record(asked("Где пройдёт второй диалог давно?", days=31))
    await quick.propose(ANNA, change(PLACE, MOVED))
    text = quick.text_to(ANNA)
    assert "«Где пройдёт второй диалог сейчас?»" in text
    assert "давно" not in text


async def test_a_near_miss_that_would_be_answered_is_told(database: Database, tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    miss = "- {group: cost, kind: near, ask: Сколько стоил второй диалог?, refuse: true}"
    (tmp_path / "questions" / "near.yaml").write_text(miss, "utf-8")
    desk = await opened_desk(database, tmp_path)
    worse = replace(PLACE, questions=(*PLACE.questions, "Сколько стоил второй диалог?"))
    await desk.propose(ANNA, change(PLACE, worse))
    assert "⚠ Начнут отвечать, хотя ответа нет: 1." in desk.text_to(ANNA)
    assert "• «Сколько стоил второй диалог?»: отказ → Второй диалог пройдёт в Пекине." in desk.text_to(ANNA)


async def test_a_proposal_made_again_is_the_same(quick: EditingDesk) -> None:
    number = await quick.propose(ANNA, change(PLACE, MOVED))
    assert await quick.propose(ANNA, change(PLACE, MOVED)) == number
    assert await quick.propose(BORIS, change(PLACE, MOVED)) != number


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


async def test_what_the_gate_knows_of_misses_changes_nothing_in_its_findings(quick: EditingDesk) -> None:
    worse = replace(PLACE, questions=("абракадабра непонятная",))
    first = await quick.propose(ANNA, change(PLACE, worse))
    engine = quick.engine.current.engine
    missed = [one.question for one in self_check(engine.base).missed]
    quick.editing.misses.store(engine.base, missed)
    second = await quick.propose(BORIS, change(PLACE, worse))
    found = [await quick.editing.publishing.get(number) for number in (first, second)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].summary == found[1].summary
