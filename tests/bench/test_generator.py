"""The made bases: the same seed gives the same base, of the size and variety asked for."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from tests.bench.generator import make
from tests.bench.vocabulary import vocabulary

FACTS, QUESTIONS = 60, 12


def test_a_seed_makes_one_base_and_another_seed_another() -> None:
    made = make(FACTS, QUESTIONS, seed=1)
    assert make(FACTS, QUESTIONS, seed=1) == made
    assert make(FACTS, QUESTIONS, seed=2).base.facts != made.base.facts


def test_sizes_are_as_asked() -> None:
    made = make(FACTS, QUESTIONS)
    assert len(made.base.fact_by_id) == FACTS
    assert len(made.questions) == QUESTIONS
    assert all(3 <= len(fact.questions) <= 6 for fact in made.base.facts)
    assert {part.person for fact in made.base.facts for part in fact.people} <= made.base.person_by_id.keys()
    assert {event for fact in made.base.facts for event in fact.about} <= made.base.event_by_id.keys()


def test_words_are_distinct_and_fall_off_as_zipf_has_it() -> None:
    words = vocabulary(5_000, Random(1))
    assert len({word.lemma for word in words.words}) == 5_000
    drawn = Counter(word.lemma for word in words.draw(Random(1), 20_000))
    (_, most), (_, tenth) = drawn.most_common(1)[0], drawn.most_common(30)[-1]
    assert most > 2 * tenth


def test_lengths_have_a_long_tail() -> None:
    lengths = sorted(len(re.findall(r"\w+", fact.says)) for fact in make(400, 1).base.facts)
    assert lengths[200] < 15 < 30 < lengths[-1]


def test_the_engine_finds_facts_of_a_made_base() -> None:
    # Imported here, for the contenders of the engine bring libraries that take seconds.
    from tests.bench.contenders import Spravka

    made = make(FACTS, QUESTIONS)
    engine = Spravka(made.base)
    first = [engine.first(fact.questions[0]) for fact in made.base.facts]
    right = sum(found == fact.id for found, fact in zip(first, made.base.facts, strict=True))
    assert right > FACTS / 2
