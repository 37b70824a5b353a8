"""How many messages and taps each task of an editor takes, counted as they reach the bot."""

from __future__ import annotations

from dataclasses import dataclass

from bot.replies.editing import base_browser, gate
from bot.replies.editing import inbox as texts
from knowledge.facts.model import EventId, FactId
from tests.editing.harness import ANNA, EditingHarness
from tests.feedback.steps import READER, UNKNOWN


@dataclass
class Counted:
    """One editor at work."""

    harness: EditingHarness
    steps: int = 0

    async def write(self, words: str) -> None:
        self.steps += 1
        await self.harness.write(ANNA, words)

    async def tap(self, label: str) -> None:
        self.steps += 1
        shown = next(
            one
            for one in reversed(self.harness.messages_to(ANNA))
            if any(text.startswith(label) for text, _ in self.harness.buttons(one))
        )
        whole = next(text for text, _ in self.harness.buttons(shown) if text.startswith(label))
        await self.harness.tap(ANNA, whole, shown)


async def test_an_example_is_taught_from_the_inbox_in_three(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    editor = Counted(harness)
    await editor.write("/inbox")
    await editor.tap("Пример к 1")
    await editor.tap(gate.PUBLISH)
    assert UNKNOWN in (await harness.base()).fact_by_id[FactId("place")].questions
    assert editor.steps == 3


async def test_a_new_fact_is_made_from_the_inbox_in_four(harness: EditingHarness) -> None:
    await harness.write(READER, "Сколько длился завтрак?")
    editor = Counted(harness)
    await editor.write("/inbox")
    await editor.tap(texts.NEW_FACT)
    await editor.write("Завтрак длился час.")
    await editor.tap(gate.PUBLISH)
    assert (await harness.base()).facts[-1].questions == ("Сколько длился завтрак?",)
    assert editor.steps == 4


async def test_a_question_is_marked_off_topic_in_two(harness: EditingHarness) -> None:
    await harness.write(READER, UNKNOWN)
    editor = Counted(harness)
    await editor.write("/inbox")
    await editor.tap(texts.NEVER)
    assert harness.text_to(ANNA) == texts.EMPTY
    assert editor.steps == 2


async def test_a_new_fact_takes_one_message_and_the_gate(harness: EditingHarness) -> None:
    editor = Counted(harness)
    await editor.write("/new")
    await editor.write("Сайт диалога откроют в Харбине.\nлето 2028\nЧто дальше\nГде откроют сайт?")
    await editor.tap(gate.PUBLISH)
    fact = (await harness.base()).facts[-1]
    assert (fact.says, str(fact.when), fact.topic, fact.questions) == (
        "Сайт диалога откроют в Харбине.",
        "2028-22",
        "next",
        ("Где откроют сайт?",),
    )
    assert editor.steps == 3


async def test_a_date_is_changed_by_words_of_its_fact_in_five(harness: EditingHarness) -> None:
    editor = Counted(harness)
    await editor.write("/facts где пройдёт второй")
    await editor.tap(base_browser.CHANGE_DATE)
    await editor.write("14 июня 2027 в 15:00")
    await editor.tap("Проверить и опубликовать")
    await editor.tap(gate.PUBLISH)
    assert str((await harness.base()).event_by_id[EventId("dialogue-2")].when) == "2027-06-14T15:00"
    assert editor.steps == 5
