"""Fit the weights on the tuning questions and write them: `python -m tests.fit`.

Folds are whole packs: a pack is scored by weights that never saw it, so that the figures
printed are those of a pack not seen before.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from knowledge.scoring.features import NAMES
from knowledge.scoring.ranking import ACCEPTED, FAR, RANKED
from tests.fit.data import PACKS, ROOT, Case, cases
from tests.fit.regression import BOUND, Classifier, Matrix, Ranker, fit_classifier, fit_ranker

FREE = frozenset({"few_words", "slot_field"})
AGAINST = tuple(
    """
    missing lacking uncounted reason why speech verb_ field_only loose
    slot_taken slot_lacking slot_gap extra ordinal_clash inexact since side_clash filler reason modifier_clash
    opposite post_clash tense_clash nameless bare_head about_lost asks_more
    """.split()
)
RANK_SIGNS = [0 if n in FREE else -1 if n.startswith(AGAINST) else 1 for n in NAMES] + [1, 1]
RANK_STRENGTH, ACCEPT_STRENGTH = 10.0, 1000.0
OWN_RANKED = 0.3
ACCEPTED_SHARES = {"own": 0.02, "stranger": 0.1}
"""What an example question, left out of its pack, and another pack's question weigh beside one that a reader
asked."""
FOLDS = 4
_ONE_LINE = 100
"""A row with its name as long as this fits a line."""
LEAST = 0.002
"""Weights of products below this are left out of what is written."""
Scored = tuple[str, str, float, bool, str, str]
"""Pack, kind, chance, whether the best fact is right, the question, the best fact."""
TARGET = ROOT / "knowledge/scoring/weights.py"


def fit_rank(known: list[Case]) -> Ranker:
    some = [case for case in known if len(case.facts)]
    shares = [OWN_RANKED if case.kind == "own" else 1.0 for case in some]
    rows, labels = [case.rows for case in some], [case.labels for case in some]
    return fit_ranker(rows, labels, shares, RANK_SIGNS, RANK_STRENGTH)


def best_row(model: Ranker, case: Case) -> tuple[Matrix, str]:
    """Features of the best candidate with the scores of the two best, and its id."""
    logits = model.logits(case.rows)
    order = np.argsort(-logits)
    best = logits[order[0]]
    second = logits[order[1]] if len(order) > 1 else best - FAR
    return np.concatenate([case.rows[order[0]], [best, best - second, second]]), case.facts[order[0]]


def folds(names: list[str]) -> list[list[str]]:
    """Whole packs, in four parts."""
    return [part for part in (names[start::FOLDS] for start in range(FOLDS)) if part]


def fit_accept(known: list[Case], names: list[str]) -> Classifier:
    """Fit on scores that each pack gets from weights fitted on others."""
    rows, right, shares = [], [], []
    for part in folds(names):
        model = fit_rank([case for case in known if case.pack not in part])
        for case in known:
            if case.pack in part and len(case.facts):
                row, fact = best_row(model, case)
                rows.append(row)
                right.append(fact in case.right)
                shares.append(ACCEPTED_SHARES.get(case.kind, 1.0))
    labels = np.array(right, dtype=np.float64)
    return fit_classifier(np.array(rows), labels, np.array(shares), ACCEPT_STRENGTH)


def report(known: list[Case], names: list[str]) -> None:
    """For each pack held out: share right, wrong and refused at some thresholds."""
    scored: list[Scored] = []
    for held in folds(names):
        rest = [case for case in known if case.pack not in held]
        left = [name for name in names if name not in held]
        ranker, gate = fit_rank(rest), fit_accept(rest, left)
        for case in known:
            if case.pack in held and case.kind in ("inside", "outside"):
                if not len(case.facts):
                    scored.append((case.pack, case.kind, 0.0, False, case.ask, ""))
                    continue
                row, fact = best_row(ranker, case)
                chance = 1 / (1 + np.exp(-gate.logits(row[None])[0]))
                scored.append((case.pack, case.kind, float(chance), fact in case.right, case.ask, fact))
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        parts = [f"{threshold}"]
        for name in (*names, "all"):
            some = [s for s in scored if name in ("all", s[0])]
            inside = [s for s in some if s[1] == "inside"]
            outside = [s for s in some if s[1] == "outside"]
            right = sum(s[2] >= threshold and s[3] for s in inside)
            wrong = sum(s[2] >= threshold and not s[3] for s in inside)
            refused = sum(s[2] < threshold for s in outside)
            parts.append(
                f"{name} {right}/{len(inside)} right, {wrong} wrong, {refused}/{len(outside)} refused"
            )
        print("; ".join(parts))
    print("area under the curve", round(_area(scored), 4))
    if "--misses" in sys.argv:
        for pack, kind, chance, right, ask, best in sorted(scored, key=lambda one: one[2]):
            if (chance < 0.5 or not right) if kind == "inside" else chance >= 0.5:
                print(f"{chance:.2f} {kind} {pack} {best} {ask}")


def _area(scored: list[Scored]) -> float:
    inside = np.array([s[2] for s in scored if s[1] == "inside"])
    outside = np.array([s[2] for s in scored if s[1] == "outside"])
    return float((inside[:, None] > outside).mean() + 0.5 * (inside[:, None] == outside).mean())


def write(ranker: Ranker, gate: Classifier, target: Path) -> None:
    units = [0.0 if np.isinf(spread) else 1 / spread for spread in gate.spread]
    lines = [
        '"""Weights fitted by `python -m tests.fit` on the tuning questions; not to be edited by hand."""\n',
        *_table("RANK", RANKED, ranker.weights),
        f"ACCEPT_BIAS = {gate.bias:.4f}\nBOUND = {BOUND}",
        *_table("UNITS", ACCEPTED, units),
        *_table("ACCEPT", ACCEPTED, gate.weights),
        "PAIRS = {",
    ]
    for place, name in enumerate(ACCEPTED):
        row = zip(ACCEPTED[place:], gate.pairs[place][place:], strict=True)
        said = " ".join(f"{other} {weight:.4f}" for other, weight in row if abs(weight) >= LEAST)
        if len(said) + len(name) < _ONE_LINE:
            lines += [f'    "{name}": "{said}",'] if said else []
        else:
            parts = textwrap.wrap(said, 96, break_on_hyphens=False, break_long_words=False)
            lines += [f'    "{name}": (', *(f'        "{part} "' for part in parts), "    ),"]
    target.write_text("\n".join([*lines, "}"]) + "\n", encoding="utf-8")


def _table(title: str, names: Sequence[str], values: Iterable[float]) -> Iterator[str]:
    yield f"{title} = {{"
    for name, value in zip(names, values, strict=True):
        if round(value, 4):
            yield f'    "{name}": {value:.4f},'
    yield "}"


def main() -> None:
    names = list(PACKS)
    known = [case for name in names for case in cases(name)]
    report(known, names)
    write(fit_rank(known), fit_accept(known, names), TARGET)


if __name__ == "__main__":
    main()
