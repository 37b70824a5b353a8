"""Every fact names its own source: one of the base, a new one, or the editor's own word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.editing.uploads.exports import ExportFormat
from bot.records.subscriptions import Target
from bot.replies.editing import gate as texts
from bot.replies.editing.sources import EDITORS_WORD
from bot.replies.followups import messages
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactId, FurtherSource
from tests.editing.harness import ANNA, BASE, STRANGER, EditingHarness, change

QUESTION = "Где пройдёт второй диалог?"
NEW_SOURCE = "Хроника встреч\n3 марта 2027\nhttps://chronicle.example/12"


async def fill_in_a_fact(harness: EditingHarness, source: str | None) -> None:
    """A new fact in the form, with a source typed or none."""
    await harness.write(ANNA, "/facts")
    await harness.tap(ANNA, "Добавить…")
    await harness.tap(ANNA, "Сведение")
    await harness.write(ANNA, "Второй диалог откроет посол.")
    await harness.tap(ANNA, "Что дальше")
    await harness.tap(ANNA, "Пропустить")
    await harness.write(ANNA, "Кто откроет второй диалог?\nкто открывает второй диалог")
    await harness.tap(ANNA, "Готово")
    if source is not None:
        await harness.tap(ANNA, "Источник")
        await harness.write(ANNA, source)
    await harness.tap(ANNA, "Проверить и опубликовать")
    await harness.tap(ANNA, texts.PUBLISH)


@pytest.mark.parametrize(
    ("source", "said", "known"),
    [
        (None, f"Источник: {EDITORS_WORD}", "1 мая 2027 года"),
        (NEW_SOURCE, "Источник: Хроника встреч", "3 марта 2027 года"),
        ("Синьхуа", "Источник: Синьхуа, 2 декабря 2015 года", "1 мая 2027 года"),
    ],
)
async def test_fact_added_in_the_chat_is_shown_with_its_own_source(
    harness: EditingHarness, source: str | None, said: str, known: str
) -> None:
    """ "As of" is the day of a dated source of its own, else that of the edit."""
    await fill_in_a_fact(harness, source)
    reply = await harness.write(STRANGER, "Кто откроет второй диалог?")
    assert said in reply
    assert f"По состоянию на {known}" in reply
    if source != "Синьхуа":
        assert "Синьхуа" not in reply


async def test_source_is_corrected_and_kept_by_export_and_import(harness: EditingHarness) -> None:
    await harness.write(ANNA, QUESTION)
    await harness.tap(ANNA, "Исправить")
    await harness.tap(ANNA, "Источник")
    await harness.write(ANNA, NEW_SOURCE)
    await harness.tap(ANNA, texts.PUBLISH)
    base = await harness.base()
    (source,) = base.sources
    assert source == FurtherSource(
        id=source.id,
        title="Хроника встреч",
        published=EdtfDate.parse("2027-03-03"),
        url="https://chronicle.example/12",
    )
    assert base.fact_by_id[FactId("place")].source == source.id
    exported = await harness.editing.importing.export(ExportFormat.YAML)
    assert isinstance(exported, bytes)
    assert "Менять нечего" in await harness.send_file(ANNA, "baza.zip", exported)


async def test_correction_tells_its_source(harness: EditingHarness) -> None:
    await harness.followups.follow(chat_id=50, target=Target.FACT, target_id="place")
    source = FurtherSource(id="chronicle", title="Хроника", published=EdtfDate.parse("2027-03-03"))
    place: Fact = BASE.facts[0]
    moved = replace(place, says="Второй диалог пройдёт в Шанхае.", where="Шанхай", source=source.id)
    await harness.propose(ANNA, change(None, source), change(place, moved))
    await harness.tap(ANNA, texts.PUBLISH)
    await harness.followups.advance_to("2027-05-01 12:10")
    message = harness.followups.telegram.messages[-1]
    reply = messages.render(message, late=False, now=harness.followups.clock())
    assert reply is not None
    assert reply.plain.endswith("Источник: Хроника, 3 марта 2027 года")
