"""How fitted weights do on packs that they were not fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tests.fit.cases import Case
from tests.fit.fitting import RANK_SIGNS, best_row, fit_accept, fit_rank, folds

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
MAIN_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """A question of a held-out pack with its best fact and the probability that this one answers."""

    pack: str
    inside: bool
    """Whether the pack answers it."""
    chance: float
    right: bool
    ask: str
    best: str


def score_held_out(
    cases: Sequence[Case], packs: Sequence[str], signs: Sequence[int] = RANK_SIGNS
) -> list[Scored]:
    scored: list[Scored] = []
    for held in folds(packs):
        rest = [case for case in cases if case.pack not in held]
        left = [name for name in packs if name not in held]
        ranker, classifier = fit_rank(rest, signs), fit_accept(rest, left, signs)
        for case in cases:
            if case.pack not in held or case.kind not in ("inside", "outside"):
                continue
            inside = case.kind == "inside"
            if not len(case.facts):
                scored.append(Scored(case.pack, inside, 0.0, False, case.ask, ""))
                continue
            row, fact = best_row(ranker, case)
            chance = 1 / (1 + np.exp(-classifier.logits(row[None])[0]))
            scored.append(Scored(case.pack, inside, float(chance), fact in case.right, case.ask, fact))
    return scored


def figures(scored: Sequence[Scored], threshold: float = MAIN_THRESHOLD) -> Mapping[str, float]:
    """Counts of questions inside and outside the packs, and the area under the curve of all chances."""
    inside = [one for one in scored if one.inside]
    outside = [one for one in scored if not one.inside]
    return {
        "right_of_inside": sum(one.chance >= threshold and one.right for one in inside),
        "wrong_of_inside": sum(one.chance >= threshold and not one.right for one in inside),
        "inside": len(inside),
        "refused_of_outside": sum(one.chance < threshold for one in outside),
        "outside": len(outside),
        "area_under_curve": round(_area(inside, outside), 4),
    }


def _area(inside: Sequence[Scored], outside: Sequence[Scored]) -> float:
    right = np.array([one.chance for one in inside])
    refused = np.array([one.chance for one in outside])
    return float((right[:, None] > refused).mean() + 0.5 * (right[:, None] == refused).mean())


def print_report(
    cases: Sequence[Case], packs: Sequence[str], signs: Sequence[int] = RANK_SIGNS
) -> list[Scored]:
    """Print what each held-out pack gets right, wrong and refused at some thresholds."""
    scored = score_held_out(cases, packs, signs)
    for threshold in THRESHOLDS:
        parts = (f"{name} {part}" for name, part in _by_pack(scored, packs, threshold))
        print(f"{threshold}; {'; '.join(parts)}")
    print("area under the curve", figures(scored)["area_under_curve"])
    return scored


def _by_pack(scored: Sequence[Scored], packs: Sequence[str], threshold: float) -> Iterator[tuple[str, str]]:
    for name in (*packs, "all"):
        found = figures([one for one in scored if name in ("all", one.pack)], threshold)
        yield (
            name,
            f"{found['right_of_inside']}/{found['inside']} right, {found['wrong_of_inside']} wrong, "
            f"{found['refused_of_outside']}/{found['outside']} refused",
        )


def print_misses(scored: Sequence[Scored]) -> None:
    for one in sorted(scored, key=lambda one: one.chance):
        missed = one.chance < MAIN_THRESHOLD or not one.right
        if missed if one.inside else one.chance >= MAIN_THRESHOLD:
            print(f"{one.chance:.2f} {'inside' if one.inside else 'outside'} {one.pack} {one.best} {one.ask}")
