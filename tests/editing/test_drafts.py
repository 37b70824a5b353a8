"""/drafts tells of each edit what it changes, who made it, where and when."""

from __future__ import annotations

from dataclasses import replace

from bot.records.editing import ProposalOrigin
from bot.replies.editing.drafts import listing
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactId, FurtherSource
from tests.editing.harness import ANNA, CHAIR, MOVED, PLACE, EditingHarness, change
from tests.followups.harness import MOSCOW

WORD = FurtherSource(
    id="editor-2027-05-01", title="со слов редактора", published=EdtfDate.parse("2027-05-01")
)
NEW = replace(PLACE, id=FactId("new"), says="Диалог начнётся в полдень.", source=WORD.id)


async def test_each_edit_is_told_by_what_it_changes(sqlite_harness: EditingHarness) -> None:
    harness = sqlite_harness
    await harness.propose(ANNA, change(None, WORD), change(None, NEW), why="звонили")
    await harness.propose(ANNA, change(CHAIR, None))
    await harness.propose(ANNA, change(PLACE, replace(MOVED, questions=("Где второй?", *PLACE.questions))))
    text = await harness.write(ANNA, "/drafts")
    assert "1. Добавить сведение «Диалог начнётся в полдень», и ещё 1 запись\n" in text
    assert "Читатель 11, из чата, 1 мая 2027 года, 12:00: ещё не опубликована. Причина: звонили." in text
    assert "2. Убрать сведение «Первый диалог вёл Го Шэнкунь»\n" in text
    assert "3. Изменить сведение «Второй диалог пройдёт в Пекине»: утверждение, вопросы, место\n" in text
    assert "1. Добавить «Диалог начнётся в полдень»" in harness.labels_to(ANNA)


async def test_an_article_is_told_by_how_many_facts_wait(sqlite_harness: EditingHarness) -> None:
    number = await sqlite_harness.propose(ANNA, change(None, replace(NEW, source=None)))
    found = await sqlite_harness.editing.publishing.get(number)
    assert found is not None
    article = replace(found, origin=ProposalOrigin.ARTICLE)
    text = listing([article], [], MOSCOW).plain
    assert "1. Черновик из статьи: 1 сведение\n    Читатель 11, черновик из статьи, 1 мая" in text
