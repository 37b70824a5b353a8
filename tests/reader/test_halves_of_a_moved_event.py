"""A question with two halves after an event was moved: asking one half of the event never asks both again."""

from __future__ import annotations

from pathlib import Path

import knowledge
from bot.editing.quick_edit import moved
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import overwrite
from knowledge.facts.pack import load_pack
from knowledge.reader.trained_reader import TrainedReader
from knowledge.results import Answer
from tests.knowledge.sample_base import NOW


def test_halves_of_when_and_where_end(reader: TrainedReader) -> None:
    base = load_pack(Path(knowledge.__file__).parent / "dialogue")
    event = next(one for one in base.events if one.order == 2)
    after = overwrite(base, moved(base, event, "when", EdtfDate.parse("2016-07")))
    asked = "В каком городе и в каком месяце стороны увидятся снова?"
    assert isinstance(Engine(after, reader=reader).reply(asked, NEW, NOW).result, Answer)
