from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from bot.replies.answers import why
from knowledge.conversation import NEW
from knowledge.decision.context.second_reading import Judged, combination, read_again
from knowledge.decision.rules import rules
from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactBase
from knowledge.reader.lazy_reader import LazyReader
from knowledge.reader.reading import Reading, ReadingProgress
from knowledge.scoring.searcher import Searcher
from tests.knowledge.sample_base import BASE

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LIKE = Reading(6, 0.7, 0.7, 0.8, 0.5, 0.7, 0.8)
UNLIKE = LIKE._replace(network=-8, least=-0.2, whole=0.4)


class ScriptedReader:
    """Likes the facts named, dislikes all others."""

    def __init__(self, *liked: str) -> None:
        self.liked = liked
        self.asked: list[tuple[str, str | None]] = []

    def read(
        self, question: str, facts: Sequence[Fact], base: FactBase, without: str | None = None
    ) -> tuple[Reading, ...]:
        self.asked.append((question, without))
        return tuple(LIKE if fact.id in self.liked else UNLIKE for fact in facts)

    def prepare(self, base: FactBase, progress: ReadingProgress | None = None) -> None: ...


def judged(question: str) -> Judged:
    searcher = Searcher(BASE)
    search = searcher.search(searcher.parts(searcher.prepare(question).text)[0])
    return Judged(search, rules.answer_probability(search))


def unsure() -> Judged:
    """The first own question with a word taken out of which the engine is not sure."""
    weights = combination()
    for fact in BASE.facts:
        for question in fact.questions:
            words = question.rstrip("?").split()
            for place in range(len(words)):
                found = judged(" ".join([*words[:place], "вдруг", *words[place + 1 :]]))
                if weights.lowest < found.probability < weights.highest and len(found.search.facts) > 1:
                    return found
    raise AssertionError("the engine is sure of all")


def test_the_fact_that_the_reader_likes_comes_first_and_is_likely() -> None:
    before = unsure()
    second = before.search.facts[1].fact
    after = read_again(before, ScriptedReader(second.id), BASE)
    assert after.search.facts[0].fact == second
    assert {one.fact.id for one in after.search.facts} == {one.fact.id for one in before.search.facts}
    assert [one.score for one in after.search.facts] == sorted(
        (one.score for one in after.search.facts), reverse=True
    )
    assert after.reread is not None
    assert after.reread.best == before.search.facts[0].fact.id
    assert after.probability > read_again(before, ScriptedReader(), BASE).probability


def test_a_reader_that_likes_nothing_makes_an_answer_unlikely() -> None:
    assert read_again(unsure(), ScriptedReader(), BASE).probability < 0.5


def test_the_reader_is_not_asked_where_words_are_sure() -> None:
    reader = ScriptedReader()
    sure = judged(BASE.facts[0].questions[0])
    assert sure.probability > combination().highest
    assert read_again(sure, reader, BASE) is sure
    assert not reader.asked


def test_without_a_reader_nothing_changes() -> None:
    before = unsure()
    assert read_again(before, None, BASE) is before
    assert read_again(before, LazyReader(lambda: None), BASE) is before


def test_a_lazy_reader_is_opened_once_and_only_when_asked() -> None:
    opened: list[ScriptedReader] = []

    def open_it() -> ScriptedReader:
        opened.append(ScriptedReader())
        return opened[-1]

    lazy = LazyReader(open_it)
    engine = Engine(BASE, reader=lazy)
    engine.reply(BASE.facts[0].questions[0], NEW, NOW)
    assert not opened
    for _ in range(2):
        lazy.read("вопрос", BASE.facts[:1], BASE)
    assert len(opened) == 1


def test_an_edited_engine_and_one_without_an_example_keep_the_reader() -> None:
    reader = ScriptedReader()
    engine = Engine(BASE, reader=reader)
    text = unsure().search.question.text
    for one, left_out in ((engine.edited(BASE), None), (engine.without(text), text)):
        reader.asked.clear()
        one.reply(text, NEW, NOW)
        assert reader.asked
        assert {without for _, without in reader.asked} == {left_out}


def test_why_tells_what_words_alone_gave() -> None:
    text = unsure().search.question.text
    result = Engine(BASE, reader=ScriptedReader()).reply(text, NEW, NOW).result
    assert result.why.reread is not None
    assert "Прочитано ещё раз: по словам" in why.render(result, BASE).plain
    alone = Engine(BASE).reply(text, NEW, NOW).result
    assert "Прочитано ещё раз" not in why.render(alone, BASE).plain


@pytest.mark.parametrize("count", [1, 2, 5])
def test_any_number_of_facts_can_be_read_again(count: int) -> None:
    before = unsure()
    few = Judged(type(before.search)(before.search.query, before.search.facts[:count]), before.probability)
    after = read_again(few, ScriptedReader(), BASE)
    assert len(after.search.facts) == min(count, len(before.search.facts))
    assert 0 <= after.probability <= 1
