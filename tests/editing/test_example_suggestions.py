"""/examples offers questions that a fact lacks; a tap proposes them."""

from __future__ import annotations

from bot.replies.editing import example_suggestions as texts
from bot.replies.editing import gate
from tests.editing.harness import ANNA, STRANGER, EditingHarness


async def test_suggestions_are_taken_with_one_tap(sqlite_harness: EditingHarness) -> None:
    harness = sqlite_harness
    text = await harness.write(ANNA, "/examples place")
    assert "1. " in text
    first = text.split("1. ")[1].split("\n")[0]
    await harness.tap(ANNA, "Взять 1")
    screens = [one for one in harness.messages_to(ANNA) if gate.PUBLISH in dict(harness.buttons(one))]
    await harness.tap(ANNA, gate.PUBLISH, screens[-1])
    (fact,) = [one for one in (await harness.base()).facts if one.id == "place"]
    assert fact.questions[-1] == first


async def test_it_names_what_is_missing_and_is_for_editors(sqlite_harness: EditingHarness) -> None:
    harness = sqlite_harness
    assert await harness.write(ANNA, "/examples") == texts.USAGE
    assert await harness.write(ANNA, "/examples nothing") == texts.NO_FACT
    assert texts.TAKE_ALL not in await harness.write(STRANGER, "/examples place")
