"""Every fact names its own source: one of the base, a new one, or the editor's own word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.editing.outcomes import Proposed
from bot.editing.sources import with_source
from bot.editing.spreadsheets.sheets import to_sheets
from bot.editing.spreadsheets.workbook import write_workbook
from bot.editing.told_by import by_editors_word
from bot.editing.uploads.exports import ExportFormat
from bot.records.subscriptions import Target
from bot.replies.answers import sources as answer_sources
from bot.replies.editing import gate as texts
from bot.replies.editing import gate_findings
from bot.replies.editing.gate_replies import HEADINGS
from bot.replies.editing.sources import EDITORS_WORD
from bot.replies.followups import messages
from bot.telegram.sending.places import Place
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import overwrite
from knowledge.facts.model import Basis, Fact, FactId, FurtherSource
from tests.editing.harness import ANNA, BASE, CHAIR, OWNER, STRANGER, EditingHarness, change

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


async def fix(harness: EditingHarness, field: str, value: str) -> str:
    """«Исправить» under the answer; returns the gate's screen."""
    await harness.write(ANNA, QUESTION)
    await harness.tap(ANNA, "Исправить")
    await harness.tap(ANNA, field)
    return await harness.write(ANNA, value)


async def test_a_date_that_an_editor_typed_is_the_editors_and_the_place_still_the_articles(
    harness: EditingHarness,
) -> None:
    """The date is the event's; the fact about it says as much as before."""
    assert "Источник" not in await fix(harness, "Дата", "июль 2027")
    await harness.tap(ANNA, texts.PUBLISH)
    reply = await harness.write(STRANGER, QUESTION)
    assert f"июль 2027 года ({EDITORS_WORD})\nИсточник: Синьхуа" in reply


async def test_what_an_editor_typed_is_not_said_to_be_the_articles(harness: EditingHarness) -> None:
    assert "Источник: Синьхуа" in await harness.write(STRANGER, QUESTION)
    says = "Второй диалог пройдёт в Пекине, в центре приёмов."
    assert f"Источник: Синьхуа → {EDITORS_WORD}" in await fix(harness, "Утверждение", says)
    await harness.tap(ANNA, texts.PUBLISH)
    reply = await harness.write(STRANGER, QUESTION)
    assert f"Источник: {EDITORS_WORD}" in reply
    assert "Синьхуа" not in reply
    assert "Синьхуа" in await harness.write(STRANGER, "Кто вёл первый диалог?"), "only what was changed"


def test_a_moved_event_leaves_the_source_of_what_tells_neither_its_date_nor_its_place() -> None:
    fact, event = BASE.facts[0], BASE.events[1]
    day = replace(
        fact, says="Второй диалог назначен.", where=None, questions=("Когда второй диалог?", "дата диалога")
    )
    food = replace(
        day, id=FactId("food"), says="Гостей накормит «Маяк».", questions=("Кто накормит гостей?",)
    )
    moved = change(event, replace(event, when=EdtfDate.parse("2027-07")))
    base = replace(BASE, facts=(day, food))
    edited = by_editors_word([moved], base, date(2027, 5, 1))
    assert {one.key.id for one in edited} == {event.id, "editor-2027-05-01", day.id}
    alone = replace(base, facts=(food,))
    assert by_editors_word([moved], alone, date(2027, 5, 1)) == (moved,)
    elsewhere = change(event, replace(event, where="Шанхай"))
    assert food.id in {one.key.id for one in by_editors_word([elsewhere], alone, date(2027, 5, 1))}


def test_words_that_name_the_date_or_place_themselves_stay_the_sources() -> None:
    fact, event = BASE.facts[0], BASE.events[1]
    plan = replace(fact, says="Второй диалог намечен на июнь.", where=None, when=event.when, paragraph=7)
    base, today = replace(BASE, facts=(plan,)), date(2027, 5, 1)
    exact = replace(event, when=EdtfDate.parse("2027-06-14T10:00"))
    followed = replace(plan, when=exact.when)
    changes = (change(event, exact), change(plan, followed))
    assert by_editors_word(changes, base, today) == changes
    other = by_editors_word(
        (change(event, exact), change(plan, replace(followed, says="Намечен."))), base, today
    )
    assert "editor-2027-05-01" in {one.key.id for one in other}, "the editor's own words"
    placed = replace(event, where="Пекин")
    elsewhere = change(placed, replace(placed, where="Шанхай"))
    town = replace(
        base, events=(BASE.events[0], placed), facts=(replace(plan, says="Второй диалог пройдёт в Пекине."),)
    )
    assert by_editors_word((elsewhere,), town, today) == (elsewhere,)


async def test_an_undo_leaves_the_source_that_later_facts_have(harness: EditingHarness) -> None:
    place, source = BASE.facts[0], FurtherSource(id="chronicle", title="Хроника")
    first = replace(place, says="Второй диалог пройдёт в Пекине, во дворце.", source=source.id)
    later = replace(CHAIR, says="Первый диалог вёл Го Шэнкунь из Пекина.", source=source.id)
    for changes in ((change(None, source), change(place, first)), (change(CHAIR, later),)):
        await harness.propose(ANNA, *changes)
        await harness.tap(ANNA, texts.PUBLISH)
    await undo_last(harness, back=1)
    base = await harness.base()
    assert base.fact_by_id[place.id].says == place.says
    assert base.sources == (source,)


async def test_a_moved_date_that_no_example_asks_for_is_said_to_be_the_editors(
    harness: EditingHarness,
) -> None:
    event = BASE.events[1]
    food = replace(
        BASE.facts[0], says="Гостей диалога накормит «Маяк».", questions=("Кто накормит гостей?",), where=None
    )
    await harness.propose(OWNER, change(BASE.facts[0], food))
    await harness.tap(OWNER, texts.PUBLISH)
    await harness.propose(OWNER, change(event, replace(event, when=EdtfDate.parse("2027-07"))))
    assert "Источник" not in harness.text_to(OWNER), "the fact itself says nothing else"
    await harness.tap(OWNER, texts.PUBLISH)
    told = f"Второй диалог: июль 2027 года ({EDITORS_WORD})"
    for question in ("Когда второй диалог?", "Кто накормит гостей?"):
        reply = await harness.write(STRANGER, question)
        assert told in reply
        assert reply.count("июль 2027 года (") == 1
    teller = replace(CHAIR, about=(event.id,), when=EdtfDate.parse("2027-07"), source=None)
    await harness.propose(OWNER, change(CHAIR, teller))
    await harness.tap(OWNER, texts.PUBLISH)
    assert EDITORS_WORD not in await harness.write(STRANGER, "Кто накормит гостей?"), "a source says it"


async def test_an_editor_says_that_the_source_is_the_same(harness: EditingHarness) -> None:
    says = "Второй диалог пройдёт в городе Пекине."
    await fix(harness, "Утверждение", says)
    await harness.tap(ANNA, texts.KEEP_SOURCE)
    assert "Источник" not in harness.text_to(ANNA)
    assert texts.KEEP_SOURCE not in harness.labels_to(ANNA)
    await harness.tap(ANNA, texts.PUBLISH)
    base = await harness.base()
    assert not base.sources
    assert base.fact_by_id[FactId("place")] == replace(BASE.facts[0], says=says)


async def test_a_statement_reworded_after_its_event_is_the_editors(harness: EditingHarness) -> None:
    place: Fact = BASE.facts[0]
    dated = replace(place, says="Второй диалог пройдёт в июне 2027 года.", where=None)
    await harness.propose(ANNA, change(place, dated))
    await harness.tap(ANNA, texts.PUBLISH)
    await fix(harness, "Дата", "июль 2027")
    await harness.tap(ANNA, texts.OUTDATED)
    await harness.write(ANNA, "Второй диалог пройдёт в июле 2027 года.")
    await harness.tap(ANNA, texts.PUBLISH)
    base = await harness.base()
    assert base.source_of(base.fact_by_id[place.id]).title == EDITORS_WORD


async def test_other_fields_keep_the_source(harness: EditingHarness) -> None:
    await fix(harness, "Добавить примеры", "в каком месте второй диалог")
    await harness.tap(ANNA, texts.PUBLISH)
    assert "Источник: Синьхуа" in await harness.write(STRANGER, QUESTION)


def workbook_with(**cells: str) -> bytes:
    """The workbook of the base, with cells of the first fact changed."""
    sheets = to_sheets(BASE)
    head, first, *others = sheets["facts"]
    edited = [cells.get(column, value) for column, value in zip(head, first, strict=True)]
    return write_workbook({**sheets, "facts": [head, edited, *others]}, 1)


async def test_a_value_changed_in_a_file_is_not_said_to_be_the_articles(harness: EditingHarness) -> None:
    """The event still says June: the preview warns of it."""
    screen = await harness.send_file(ANNA, "baza.xlsx", workbook_with(when="2027-07-14"))
    assert f"Источник: Синьхуа → {EDITORS_WORD}" in screen
    assert gate_findings.DISAGREE in screen
    assert texts.KEEP_SOURCE in harness.labels_to(ANNA)


async def test_a_source_named_in_a_file_stays(harness: EditingHarness) -> None:
    base = replace(BASE, sources=(FurtherSource(id="chronicle", title="Хроника"),))
    moved = replace(BASE.facts[0], says="Второй диалог пройдёт в Шанхае.", source="chronicle")
    base = replace(base, facts=(moved, *base.facts[1:]))
    screen = await harness.send_file(ANNA, "baza.xlsx", write_workbook(to_sheets(base), 1))
    assert "Источник: Синьхуа → Хроника" in screen
    assert EDITORS_WORD not in screen


async def test_after_an_undo_the_source_is_said_to_be_of_its_own_day(harness: EditingHarness) -> None:
    """Also of what was edited twice, and of a fact that was away."""
    place, original = BASE.facts[0], await harness.write(STRANGER, QUESTION)
    first = replace(place, says="Второй диалог пройдёт в Пекине, во дворце.")
    for before, after in (
        (place, first),
        (first, replace(first, says="Второй диалог пройдёт в Пекине, в зале.")),
    ):
        await harness.propose(ANNA, change(before, after))
        await harness.tap(ANNA, texts.PUBLISH)
        harness.followups.clock.advance(days=1)
    told = "По состоянию на 1 мая 2027 года"
    await undo_last(harness)
    assert told in await harness.write(STRANGER, QUESTION)
    await undo_last(harness, back=2)
    assert await harness.write(STRANGER, QUESTION) == original
    await harness.propose(ANNA, change(place, None))
    await harness.tap(ANNA, texts.PUBLISH)
    await undo_last(harness)
    assert await harness.write(STRANGER, QUESTION) == original


async def undo_last(harness: EditingHarness, back: int = 0) -> None:
    """Undo a revision, the newest or one so many before it, and publish that."""
    number, editor = await harness.revision() - back, await harness.person(ANNA)
    made = await harness.editing.undoing.undo(number, editor)
    assert isinstance(made, Proposed)
    screen = harness.dispatcher.workflow_data["gate_screen"]
    await screen.show_proposal(Place(chat_id=ANNA), made.proposal.id, editor)
    await harness.tap(ANNA, texts.PUBLISH)


async def test_examples_that_state_the_old_date_are_offered_to_be_removed(harness: EditingHarness) -> None:
    place: Fact = BASE.facts[0]
    stale = "Что запланировано на июнь 2027 года?"
    dated = replace(place, questions=(*place.questions, stale))
    await harness.propose(ANNA, change(place, dated))
    assert texts.DROP_STALE not in harness.labels_to(ANNA)
    await harness.tap(ANNA, texts.PUBLISH)
    screen = await fix(harness, "Дата", "июль 2027")
    assert f"{texts.STALE}.\n• «{stale}»" in screen
    await harness.tap(ANNA, texts.DROP_STALE)
    assert texts.DROP_STALE not in harness.labels_to(ANNA)
    await harness.tap(ANNA, texts.PUBLISH)
    assert (await harness.base()).fact_by_id[place.id].questions == place.questions


async def test_examples_of_the_date_that_only_a_statement_had_are_offered_to_be_removed(
    harness: EditingHarness,
) -> None:
    fact = replace(
        BASE.facts[0],
        says="Список гостей утвердят 14 мая.",
        about=(),
        where=None,
        questions=("Когда утвердят список гостей?", "Что утвердят 14 мая?"),
    )
    await harness.propose(ANNA, change(BASE.facts[0], fact))
    await harness.tap(ANNA, texts.PUBLISH)
    await harness.propose(ANNA, change(fact, replace(fact, says="Список гостей утвердят 15 мая.")))
    assert f"{texts.STALE}.\n• «{fact.questions[1]}»" in harness.text_to(ANNA)
    await harness.tap(ANNA, texts.DROP_STALE)
    await harness.tap(ANNA, texts.PUBLISH)
    assert (await harness.base()).fact_by_id[fact.id].questions == fact.questions[:1]


async def test_a_question_of_the_former_date_is_no_alarm(harness: EditingHarness) -> None:
    asked = "Второй диалог пройдёт в июне 2027 года?"
    assert (await harness.write(STRANGER, asked)).startswith("Да")
    screen = await fix(harness, "Дата", "июль 2027")
    assert f"{HEADINGS['former']}: 1." in screen
    assert HEADINGS["turned"] not in screen
    assert not [one for one in harness.labels_to(ANNA) if one.startswith(texts.SETTLE)]


async def test_what_was_inferred_of_the_old_value_is_not_said_of_the_new_one(harness: EditingHarness) -> None:
    says = "Второй диалог пройдёт в городе Пекине."
    inferred = replace(BASE.facts[0], basis=Basis.INFERRED, because="Год — по дате статьи.")
    await harness.propose(ANNA, change(BASE.facts[0], inferred))
    await harness.tap(ANNA, texts.PUBLISH)
    await fix(harness, "Утверждение", says)
    await harness.tap(ANNA, texts.KEEP_SOURCE)
    number = (await harness.editing.publishing.open(ANNA))[0].id
    kept = await harness.editing.publishing.get(number)
    assert kept is not None
    assert kept.changes[0].after == replace(inferred, says=says), "and back with its source"
    await harness.tap(ANNA, texts.DROP)
    await fix(harness, "Утверждение", says)
    await harness.tap(ANNA, texts.PUBLISH)
    fact = (await harness.base()).fact_by_id[FactId("place")]
    assert (fact.basis, fact.because) == (Basis.STATED, None)


def test_no_paragraph_of_the_editors_own_word_is_shown() -> None:
    new = replace(BASE.facts[0], id=FactId("new"), paragraph=7)
    for source, paragraph in ((None, ""), ("dialogue", ", абзац 7")):
        base = overwrite(BASE, with_source([change(None, new)], source, BASE, date(2027, 5, 1)))
        told = answer_sources.places([base.fact_by_id[new.id]], base)
        assert told == f"{EDITORS_WORD if source is None else 'Синьхуа'}{paragraph}"
