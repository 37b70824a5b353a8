"""Generated bases: the same seed gives the same base, of the requested size and variety."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from tests.bench.generator import generate_base
from tests.bench.vocabulary import vocabulary

FACTS, QUESTIONS = 60, 12


def test_seed_determines_the_base() -> None:
    made = generate_base(FACTS, QUESTIONS, seed=1)
    assert generate_base(FACTS, QUESTIONS, seed=1) == made
    assert generate_base(FACTS, QUESTIONS, seed=2).base.facts != made.base.facts


def test_sizes_are_as_requested() -> None:
    made = generate_base(FACTS, QUESTIONS)
    assert len(made.base.fact_by_id) == FACTS
    assert len(made.questions) == QUESTIONS
    assert all(3 <= len(fact.questions) <= 6 for fact in made.base.facts)
    assert {part.person for fact in made.base.facts for part in fact.people} <= made.base.person_by_id.keys()
    assert {event for fact in made.base.facts for event in fact.about} <= made.base.event_by_id.keys()


def test_words_are_distinct_and_zipf_distributed() -> None:
    words = vocabulary(5_000, Random(1))
    assert len({word.lemma for word in words.words}) == 5_000
    drawn = Counter(word.lemma for word in words.draw(Random(1), 20_000))
    (_, most), (_, tenth) = drawn.most_common(1)[0], drawn.most_common(30)[-1]
    assert most > 2 * tenth


def test_statement_lengths_have_a_long_tail() -> None:
    lengths = sorted(len(re.findall(r"\w+", fact.says)) for fact in generate_base(400, 1).base.facts)
    assert lengths[200] < 15 < 30 < lengths[-1]


def test_engine_finds_facts_of_a_generated_base() -> None:
    # Imported here: the other contenders import libraries that take seconds.
    from tests.bench.contenders import Spravka

    made = generate_base(FACTS, QUESTIONS)
    engine = Spravka(made.base)
    first = [engine.best_fact(fact.questions[0]) for fact in made.base.facts]
    right = sum(found == fact.id for found, fact in zip(first, made.base.facts, strict=True))
    assert right > FACTS / 2
