"""The gate has a text read once for both bases, and replies as a reader gets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactBase
from knowledge.quality.gate import Origin, Probe, compare_replies
from knowledge.quality.kept_readings import KeptReadings
from knowledge.quality.kept_replies import KeptReplies
from knowledge.reader.reading import NAMES, Reading, ReadingProgress
from tests.knowledge.sample_base import BASE, BOATS, NOW

ASKED = tuple(
    Probe(text=" ".join([*words[:place], "вдруг", *words[place + 1 :]]), origin=Origin.ASKED)
    for fact in BASE.facts
    for words in (fact.questions[0].rstrip("?").split(),)
    for place in range(len(words))
)
"""Of some of these words alone are unsure."""


class TextReader:
    """Scores of the texts alone: each is another number for each question, statement and examples."""

    def __init__(self) -> None:
        self.read_facts = 0

    def read(
        self, question: str, facts: Sequence[Fact], base: FactBase, without: str | None = None
    ) -> tuple[Reading, ...]:
        self.read_facts += len(facts)
        texts = [(question, one.says, *(text for text in one.questions if text != without)) for one in facts]
        return tuple(Reading(*[crc32(repr(one).encode()) % 1000 / 1000] * len(NAMES)) for one in texts)

    def prepare(self, base: FactBase, progress: ReadingProgress | None = None) -> None: ...


def test_kept_readings_are_those_of_the_reader() -> None:
    kept, reader = KeptReadings(TextReader()), TextReader()
    reworded = replace(BOATS, says="Лодок было сорок.")
    for facts in (BASE.facts, (reworded, *BASE.facts[::-1])):
        for without in (None, BOATS.questions[0]):
            wanted = reader.read("Сколько лодок?", facts, BASE, without)
            assert kept.read("Сколько лодок?", facts, BASE, without) == wanted


def test_what_is_the_same_after_an_edit_is_not_read_again() -> None:
    reader = TextReader()
    engine = Engine(BASE, reader=KeptReadings(reader))
    for probe in ASKED:
        engine.reply(probe.text, NEW, NOW)
    read = reader.read_facts
    assert read, "some questions are open by words alone"
    reworded = replace(BOATS, paragraph=9)
    after = engine.edited(replace(BASE, facts=tuple(reworded if one == BOATS else one for one in BASE.facts)))
    plain = Engine(after.base, reader=TextReader())
    for probe in ASKED:
        assert after.reply(probe.text, NEW, NOW) == plain.reply(probe.text, NEW, NOW)
    assert reader.read_facts == read


def test_the_report_is_that_of_a_reader_who_remembers_nothing() -> None:
    reworded = replace(BOATS, questions=("Какой была флотилия?",))
    base = replace(BASE, facts=tuple(reworded if one == BOATS else one for one in BASE.facts))
    before = Engine(BASE, reader=KeptReadings(TextReader()))
    report = compare_replies(KeptReplies(before), KeptReplies(before.edited(base)), ASKED)
    plain = [KeptReplies(Engine(one, reader=TextReader())) for one in (BASE, base)]
    wanted = compare_replies(plain[0], plain[1], ASKED)
    assert replace(report, reasked=wanted.reasked) == wanted
