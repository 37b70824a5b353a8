"""The editors' forms over HTTP: a form continued after a kill, one field edited, retirement, a conflict."""

from __future__ import annotations

import signal
from pathlib import Path

from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Json
from bot.replies.editing import gate
from bot.storage.connection.database import Database
from bot.storage.fact_base.base_store import StoredBase
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactId
from tests.e2e.test_editing import ANNA, OWNER, program, tap, time_until_answered
from tests.editing.harness import BASE
from tests.followups.harness import MOSCOW
from tests.storage.conftest import database

__all__ = ["database"]
QUESTIONS = "Где откроют сайт диалога?\nв каком городе откроют сайт\nместо открытия сайта диалога"
FINISH = "Проверить и опубликовать"


async def say(api: RunningServer, user: int, text: str, expected: str) -> Json:
    """Send a text; returns the newest message once it contains `expected`."""
    before = len(api.messages(user))
    await api.say(user, text)
    await api.until(
        lambda: len(api.messages(user)) > before and expected in api.messages(user)[-1].get("text", "")
    )
    return api.messages(user)[-1]


async def open_facts(api: RunningServer, user: int, *steps: tuple[str, str]) -> None:
    """/facts, then buttons: (label, what the window says afterwards)."""
    await say(api, user, "/facts", "База для редакторов")
    for label, expected in steps:
        await tap(api, user, label, expected)


PLACE_CARD = (("Что дальше (1)", "1. Второй диалог"), ("1", "Сведение\nУтверждение"))


async def test_a_form_is_continued_after_a_kill(database: Database, tmp_path: Path) -> None:
    async with running() as api, program(api, tmp_path, database) as bot:
        await open_facts(api, OWNER, ("Добавить…", "Что добавить?"), ("Сведение", "Напишите утверждение"))
        await say(api, OWNER, "Сайт диалога <b>откроют</b> в Харбине.", "Выберите тему")
        await tap(api, OWNER, "Что дальше", "Напишите дату")
        seen = await say(api, OWNER, "14 июня", "14 июня 2027 года — точность до дня")
        await api.confirmed()
        await bot.stop(signal.SIGKILL)
    async with running(api.state) as api, program(api, tmp_path, database):
        await tap(api, OWNER, "Верно", "Напишите вопросы", seen)
        await say(api, OWNER, QUESTIONS, "3. место открытия сайта диалога")
        await tap(api, OWNER, "Готово", "Новое сведение")
        await tap(api, OWNER, FINISH, "Добавляется: сведение «Сайт диалога <b>откроют</b> в Харбине»")
        await tap(api, OWNER, gate.PUBLISH, "Правка 2 опубликована")
    fact = (await StoredBase(database, MOSCOW).load_base()).base.facts[-1]
    assert (fact.says, fact.when) == ("Сайт диалога <b>откроют</b> в Харбине.", EdtfDate.parse("2027-06-14"))
    # Every text was sent with entities: no call had a parse mode.
    assert all(not call.params.get("parse_mode") for call in api.state.calls)


async def test_one_field_is_changed_then_the_fact_is_retired(database: Database, tmp_path: Path) -> None:
    async with running() as api, program(api, tmp_path, database):
        await open_facts(api, OWNER, *PLACE_CARD, ("Все поля", "Правка сведения"), ("Утверждение", "Сейчас:"))
        await say(
            api, OWNER, "Второй диалог примут в Пекине.", "✎ Утверждение: Второй диалог примут в Пекине."
        )
        await tap(
            api,
            OWNER,
            FINISH,
            "Утверждение: Второй диалог пройдёт в Пекине. → Второй диалог примут в Пекине.",
        )
        await tap(api, OWNER, gate.PUBLISH, "Правка 2 опубликована")
        assert await time_until_answered(api, "примут") < 5
        await open_facts(api, OWNER, *PLACE_CARD, ("Убрать из базы", "Напишите почему"))
        await say(api, OWNER, "отменили", "Убирается: сведение «")
        await tap(api, OWNER, gate.PUBLISH, "Правка 3 опубликована")
    base = (await StoredBase(database, MOSCOW).load_base()).base
    assert [fact.id for fact in base.facts] == ["chair"]


async def test_two_forms_in_conflict(database: Database, tmp_path: Path) -> None:
    async with running() as api, program(api, tmp_path, database):
        await api.say(OWNER, f"/roles {ANNA}")
        await api.replies(OWNER, 1)
        await tap(api, OWNER, "Сделать: редактор", f"• {ANNA} ({ANNA}) — редактор")
        for user, number in ((OWNER, "5"), (ANNA, "6")):
            await open_facts(
                api, user, *PLACE_CARD, ("Все поля", "Правка сведения"), ("Абзац", "Напишите номер абзаца")
            )
            await say(api, user, number, f"✎ Абзац: {number}")
        await tap(api, OWNER, FINISH, "Абзац: нет → 5")
        await tap(api, OWNER, gate.PUBLISH, "опубликована")
        shown = await tap(api, ANNA, FINISH, "это изменили другие")
        assert "5" in shown["text"]
        assert "6" in shown["text"]
        await tap(api, ANNA, gate.THEIRS, "отменена")
    base = (await StoredBase(database, MOSCOW).load_base()).base
    assert base.fact_by_id[FactId("place")].paragraph == 5
    assert base.people == BASE.people
