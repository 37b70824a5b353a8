"""Drafts packs from texts, accepts them, asks them, and counts beside packs curated by hand.

    python -m tests.draft
    python -m tests.draft --article FILE    # the shipped pack's article too, which is not in the repository
    python -m tests.draft --only sport --misses

The rule is that of `tests/draft/matching.py`. `texts/` holds an article, the pack that a person made of it
and thirty questions each; nobody who wrote them had seen the drafter. Since 28 November 2026 their
misses are read to improve it, so they tune: figures that owe nothing to them need new texts (`--texts DIR`).
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import yaml

import knowledge
from bot.evaluation.question_files import Half, load
from bot.settings.loading import load_settings
from bot.wiring.reader import build_reader
from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.facts.pack import load_pack
from tests.draft.counting import Figures, Question, count

TEXTS = Path(__file__).parent / "texts"
SHIPPED = Path(knowledge.__file__).parent / "dialogue"
_TODAY = date(2026, 11, 27)
_SHIPPED_QUESTIONS = 30


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--article", type=Path)
    parser.add_argument("--texts", type=Path, default=TEXTS)
    parser.add_argument("--only")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--no-reader", action="store_true")
    given = parser.parse_args()
    reader = None if given.no_reader else build_reader(load_settings(), lambda error: print(error))
    cases = [
        (one.name, one / "article.txt", one / "pack", questions(one / "questions.yaml"))
        for one in sorted(given.texts.iterdir())
        if (one / "article.txt").is_file() and (given.only is None or given.only == one.name)
    ]
    if given.article is not None:
        cases.insert(0, ("shipped", given.article, SHIPPED, shipped_questions()))
    for name, article, pack, asked in cases:
        drafted = draft_pack(article.read_text("utf-8"), _TODAY)
        assert drafted is not None
        figures = count(load_pack(pack), drafted, asked, reader)
        print("\n".join(report(name, figures)))
        if given.misses:
            print("\n".join(f"   {line}" for line in figures.missed))


def questions(file: Path) -> tuple[Question, ...]:
    return tuple(
        Question(ask=row["ask"], facts=tuple(row.get("facts") or ()), lead=tuple(row.get("lead") or ()))
        for row in yaml.safe_load(file.read_text("utf-8"))
    )


def shipped_questions() -> tuple[Question, ...]:
    """Of the shipped pack's golden questions that nothing is tuned on, the first of each of thirty groups."""
    found: dict[str, Question] = {}
    for golden in load([SHIPPED / "questions"]):
        if golden.half is Half.JUDGING and golden.sets and not golden.before and not golden.missing:
            facts = tuple(sorted(set().union(*golden.sets)))
            found.setdefault(golden.group, Question(ask=golden.ask, facts=facts))
    step = max(1, len(found) // _SHIPPED_QUESTIONS)
    return tuple(found[group] for group in sorted(found)[::step][:_SHIPPED_QUESTIONS])


def report(name: str, figures: Figures) -> list[str]:
    fields = ", ".join(f"{field} {hits} of {of}" for field, (hits, of) in figures.fields.items())
    ratio = figures.proposals / figures.curated
    return [
        f"== {name}: {figures.proposals} proposals for {figures.curated} curated facts ({ratio:.2f})",
        f"curated facts met: {figures.met} of {figures.curated} ({figures.met / figures.curated:.2f});"
        f" by some proposal at all: {figures.covered}",
        f"proposals matched: {figures.met} of {figures.proposals} ({figures.met / figures.proposals:.2f})",
        f"proposed: {fields}",
        f"questions right: {figures.right} of {figures.asked}",
    ]


if __name__ == "__main__":
    main()
