"""The question sets that judge: large enough, of every kind, and without the pack's own examples."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.evaluation.question_files import Golden, Half, load
from bot.evaluation.report import FAMILIES
from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_pack
from knowledge.language.morphology import lemma
from knowledge.language.tokens import normalize, tokens

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "knowledge/dialogue"
MISTYPED = {"typo", "latin", "layout"}


def lemmas(text: str) -> tuple[str, ...]:
    return tuple(sorted(lemma(token.word) for token in tokens(normalize(text))))


def repeated(goldens: tuple[Golden, ...], base: FactBase) -> list[str]:
    own = {lemmas(question) for fact in base.facts for question in fact.questions}
    typed = [golden for golden in goldens if not golden.before and golden.kind not in MISTYPED]
    return [golden.ask for golden in typed if lemmas(golden.ask) in own]


FRESH = ROOT / "tests/judging/dialogue_fresh"
PERSONAS = sorted((ROOT / "tests/tuning").glob("personas*"))
JUDGES = ROOT / "tests/judging/personas"
OUTSIDE = sorted((ROOT / "tests/judging/packs").iterdir())


@pytest.mark.parametrize("pack", [SHIPPED, *OUTSIDE], ids=lambda pack: pack.name)
def test_no_question_is_an_example_of_its_pack(pack: Path) -> None:
    files = [SHIPPED / "questions", FRESH, JUDGES, PERSONAS[0]] if pack == SHIPPED else [pack / "questions"]
    assert repeated(load(files), load_pack(pack)) == []


def test_no_fresh_question_is_among_the_older_ones() -> None:
    known = {(lemmas(golden.ask), golden.before) for golden in load([SHIPPED / "questions"])}
    assert [golden.ask for golden in load([FRESH]) if (lemmas(golden.ask), golden.before) in known] == []


def test_check_finds_an_example_with_reordered_words() -> None:
    base = load_pack(SHIPPED)
    example = base.facts[0].questions[0]
    turned = " ".join(reversed(example.strip("?").split()))
    assert repeated((Golden(group="g", kind="direct", ask=turned),), base) == [turned]


def test_every_family_has_enough_questions() -> None:
    goldens = load([SHIPPED / "questions"])
    kinds = Counter(golden.kind for golden in goldens)
    judging = Counter(golden.kind for golden in goldens if golden.half is Half.JUDGING)
    families = {name: sum(judging[kind] for kind in parts) for name, parts in FAMILIES.items()}
    assert len(goldens) >= 600
    assert kinds["near"] >= 150
    assert all(count >= 50 for name, count in families.items() if name != "general"), families


def test_every_expected_fact_exists() -> None:
    known = {str(fact.id) for fact in load_pack(SHIPPED).facts}
    files = [SHIPPED / "questions", FRESH, JUDGES, *PERSONAS, ROOT / "tests/tuning/dialogue_personas"]
    named = {fact for golden in load(files) for one in golden.sets for fact in one}
    assert named <= known
