"""Replies outside an edit's impact do not change, so asking only the others gives the same report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.edits import assemble, entities
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import Entity, key_of
from knowledge.language.tokens import normalize
from knowledge.quality import gate
from knowledge.quality.gate import GateReport, Origin, Probe, compare_replies, examples
from knowledge.quality.kept_replies import KeptReplies
from knowledge.scoring.edit_impact import EditImpact
from knowledge.scoring.searcher import Searcher
from tests.bench.generator import generate_base
from tests.hypothesis_profiles import each_nth, max_examples
from tests.knowledge.sample_base import BASE, NOW
from tests.knowledge.test_edited_engine import ASKED, CHANGES, edited

LARGE = 300
"""Above the size from which counts are rounded."""


def asked_all(before: Engine, after: Engine, probes: Sequence[Probe]) -> GateReport:
    """The report of asking everything: an engine built from scratch shares nothing with `before`."""
    report = compare_replies(KeptReplies(before), KeptReplies(Engine(after.base)), probes)
    assert report.reasked == len(probes)
    return report


def check(before: Engine, after: Engine, texts: Sequence[str]) -> int:
    """Check that every reply outside the impact is equal; returns how many questions are within it."""
    impact = before.impact(after)
    affected = 0
    for text in texts:
        if impact.affects(text):
            affected += 1
            continue
        assert before.reply(text, NEW, NOW) == after.reply(text, NEW, NOW)
        assert before.without(text).reply(text, NEW, NOW) == after.without(text).reply(text, NEW, NOW)
    return affected


@pytest.mark.no_cover
@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.booleans()), min_size=1, max_size=3))
@max_examples(6)
def test_report_equals_that_of_asking_everything(steps: list[tuple[Entity, bool]]) -> None:
    before, base = Engine(BASE), BASE
    for entity, retire in steps:
        base = edited(base, entity, retire=retire)
    after = before.edited(base)
    probes = [
        *examples(base),
        *(Probe(text=text, origin=Origin.ASKED) for text in ASKED),
        *(Probe(text=text, origin=Origin.MISS) for text in ASKED),
        *(Probe(text=text, origin=Origin.GOLDEN, facts=frozenset({BASE.facts[0].id})) for text in ASKED),
    ]
    kept = KeptReplies(before)
    report, wanted = compare_replies(kept, KeptReplies(after), probes), asked_all(before, after, probes)
    assert replace(report, reasked=wanted.reasked) == wanted
    assert compare_replies(kept, KeptReplies(after), probes) == report
    check(before, after, ASKED)


def test_a_topic_that_brings_a_word_affects_the_questions_that_have_it() -> None:
    """«погода и вода»: a refusal says which words the base lacks, and a topic's title is of the base."""
    base = edited(BASE, replace(BASE.terms, topics={**BASE.terms.topics, "wind": "Погода"}), retire=False)
    before = Engine(BASE)
    after = before.edited(base)
    asked = ("погода и вода", "а погоду видел кто?", "сколько весит бочка")
    assert check(before, after, asked) == 2


@cache
def large() -> tuple[Engine, tuple[str, ...]]:
    made = generate_base(LARGE, 150, seed=3)
    own = [question for fact in made.base.facts[::7] for question in fact.questions]
    return Engine(made.base), (*made.questions, *own)


def changed(base: FactBase, random: Random) -> FactBase:
    """A base with a fact added, retired or reworded, or an event moved."""
    parts = entities(base)
    fact, other = random.sample(base.facts, 2)
    match random.randrange(5):
        case 0:
            new: Entity = replace(fact, id=type(fact.id)(f"new-{random.random()}".replace(".", "-")))
        case 1:
            del parts[key_of(fact)]
            return assemble(parts)
        case 2:
            new = replace(fact, says=other.says, questions=(*fact.questions, other.questions[0]))
        case 3:
            new = replace(fact, questions=fact.questions[1:], where=None, when=other.when)
        case _:
            event = random.choice(base.events)
            new = replace(event, when=other.when, where=None)
    parts[key_of(new)] = new
    return assemble(parts)


@pytest.mark.deep
@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(8))
def test_replies_outside_the_impact_stay_equal_in_a_large_base(seed: int) -> None:
    before, texts = large()
    random = Random(seed)
    after = before.edited(changed(before.base, random))
    check(before, after, each_nth(texts, 2, seed))


@pytest.mark.no_cover
def test_added_fact_affects_only_a_part_of_the_questions() -> None:
    before, texts = large()
    fact = next(fact for fact in before.base.facts if len(fact.says.split()) < 10)
    base = replace(before.base, facts=(*before.base.facts, replace(fact, id=type(fact.id)("new"))))
    assert 0 < check(before, before.edited(base), texts) < len(texts) * 2 / 3


def test_only_affected_questions_are_asked_of_both_engines() -> None:
    before = Engine(BASE)
    new = replace(BASE.facts[0], paragraph=7)
    after = before.edited(edited(BASE, new, retire=False))
    probes = examples(BASE)
    kept = KeptReplies(before)
    report = gate.compare_replies(kept, KeptReplies(after), probes)
    assert 0 < report.reasked < report.asked
    assert gate.compare_replies(kept, kept, probes).reasked == 0


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(2))
def test_questions_read_before_the_edit_are_answered_as_read_anew(seed: int) -> None:
    """Edits one after the other, so that what is kept is handed on; questions with slips among them."""
    engine, texts = large()
    random = Random(seed)
    some = enumerate(texts[::8])
    typed = [_with_a_slip(text, random) if number % 3 == 0 else text for number, text in some]
    greeted = [f"Добрый день! Подскажите, {text[:1].lower()}{text[1:]}" for text in typed[::7]]
    asked = list(dict.fromkeys([*typed, *greeted]))
    kept = KeptReplies(engine.edited(engine.base))
    for text in asked:
        kept.of(text)
    for _ in range(3):
        after = KeptReplies(kept.engine.edited(changed(kept.engine.base, random)))
        impact, fresh = kept.engine.impact(after.engine), KeptReplies(Engine(after.engine.base))
        for text in asked:
            if not impact.affects(text):
                after.take_over(kept, text)
            assert after.of(text).seen == fresh.of(text).seen
        kept = after


def _with_a_slip(text: str, random: Random) -> str:
    place = random.randrange(len(text) - 1)
    return text[:place] + text[place + 1 :] if random.random() < 0.5 else text[: place + 1] + text[place:]


@pytest.mark.parametrize(
    "asked", ["где яхт клуб", "где яхтклупб", "ult z[nrke,", "Мы с яхтклубовцами спорим, где?"]
)
def test_a_word_that_the_edit_brings_is_looked_for_in_every_question_that_it_may_mend(asked: str) -> None:
    """Words written apart, slips, the wrong layout, a clause that is stripped unless it is of the base."""
    before = KeptReplies(Engine(BASE))
    before.of(asked)
    new = replace(BASE.facts[0], says="Яхтклуб стоит у реки.", when=None, questions=("Где яхтклуб?",))
    after = before.engine.edited(edited(BASE, new, retire=False))
    impact, fresh = before.engine.impact(after), Engine(after.base)
    assert impact.affects(asked) or before.engine.reply(asked, NEW, NOW) == fresh.reply(asked, NEW, NOW)
    assert KeptReplies(after, NOW).of(asked).result == fresh.reply(asked, NEW, NOW).result


@pytest.mark.parametrize("retire", [False, True])
@pytest.mark.parametrize("entity", CHANGES, ids=lambda one: str(key_of(one).id))
def test_facts_described_before_an_edit_are_described_alike_after_it(entity: Entity, retire: bool) -> None:
    """Of facts that the edit leaves alone; an example weighs otherwise where a word of it comes or goes."""
    before = Searcher(BASE)
    after = before.edited(edited(BASE, entity, retire=retire))
    texts = list(dict.fromkeys((*ASKED, *(probe.text for probe in examples(BASE)))))
    for text in texts:
        described(before, text)
    impact, fresh = EditImpact(before, after), Searcher(after.base)
    for text in texts:
        impact.affects(text)
        assert described(after, text) == described(fresh, text)


def described(searcher: Searcher, text: str) -> list[tuple[object, ...]]:
    """What is found for each part of a question, with its own example and without."""
    asked = normalize(text)
    searcher.use(asked)
    parts = searcher.parts(searcher.prepare(asked).text)
    found = [searcher.search(part, without) for part in parts for without in (None, text)]
    searcher.read(asked)
    return [
        (one.fact, one.features, one.share_of_best, one.share_of_possible, one.score, one.same_example)
        for result in found
        for one in result.facts
    ]
