"""A control that sees only the question and no base: how far the wording alone gives near misses away.

python -m tests.fit.reader.control                        every tuning pack by a control fitted on others
python -m tests.fit.reader.control --packs bees,circus    these; an AUC of 0.5 gives nothing away

A set on which the control does well cannot tell whether a reader reads the base.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from bot.reader_model.opening import build_encoder, cache_folder
from knowledge.language.tokens import normalize
from knowledge.reader.encoder import Encoder
from tests.fit.cases import INSIDE, OUTSIDE, PACKS, questions
from tests.fit.fitting import folds
from tests.fit.regression import Matrix

STRENGTH = 200.0
"""Of the L2 penalty on values over their spread: of those tried, the one by which the control does best."""
LEAST_RARITY = 0.05


@dataclass(frozen=True, slots=True)
class Seen:
    """A question as the control sees it: the mean of its token states."""

    pack: str
    is_inside: bool
    values: Matrix


def read_questions(packs: Iterable[str], encoder: Encoder) -> list[Seen]:
    found = []
    for pack in packs:
        for item in questions(pack):
            text = normalize(item.ask)
            if item.kind in INSIDE | OUTSIDE and encoder.pieces_of(text):
                (states,) = encoder.states([text], is_question=True)
                weights = encoder.rarity(text) + LEAST_RARITY
                values = (weights @ states / weights.sum()).astype(np.float64)
                found.append(Seen(pack, item.kind in INSIDE, values))
    return found


def held_out(seen: Sequence[Seen], packs: Sequence[str]) -> list[float]:
    """The control's logit of each question, fitted on questions of other packs."""
    logits = [0.0] * len(seen)
    for held in folds(packs):
        weights = _fit([one for one in seen if one.pack not in held])
        for place, one in enumerate(seen):
            if one.pack in held:
                logits[place] = float(np.append(one.values, 1.0) @ weights)
    return logits


def area(logits: Sequence[float], seen: Sequence[Seen]) -> float:
    """How often a question with an answer has more than one without: the area under the curve (AUC)."""
    inside = np.array([logit for logit, one in zip(logits, seen, strict=True) if one.is_inside])
    outside = np.sort([logit for logit, one in zip(logits, seen, strict=True) if not one.is_inside])
    below = np.searchsorted(outside, inside, "left") + np.searchsorted(outside, inside, "right")
    return float(below.mean() / 2 / len(outside))


def _fit(seen: Sequence[Seen]) -> Matrix:
    values = np.array([one.values for one in seen])
    inside = np.array([one.is_inside for one in seen], float)
    center, spread = values.mean(0), values.std(0) + 1e-9
    wide = np.hstack([(values - center) / spread, np.ones((len(values), 1))])

    def loss(point: Matrix) -> tuple[float, Matrix]:
        logits, penalty = wide @ point, STRENGTH * np.append(point[:-1], 0.0)
        value = (np.logaddexp(0, logits) - inside * logits).sum() + 0.5 * (penalty @ point)
        return float(value), wide.T @ (1 / (1 + np.exp(-logits)) - inside) + penalty

    point: Matrix = minimize(loss, np.zeros(wide.shape[1]), jac=True, method="L-BFGS-B").x
    weights = point[:-1] / spread
    return np.append(weights, point[-1] - weights @ center)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packs", type=lambda text: text.split(","), default=list(PACKS))
    shown = parser.parse_args().packs
    build_encoder(cache_folder())
    packs = list(PACKS)
    seen = read_questions(packs, Encoder(cache_folder()))
    logits = held_out(seen, packs)
    some = [(logit, one) for logit, one in zip(logits, seen, strict=True) if one.pack in shown]
    inside = sum(one.is_inside for _, one in some)
    print(f"{len(shown)} packs, {inside} questions with an answer, {len(some) - inside} without:", end=" ")
    print(f"AUC of the question alone {area(*zip(*some, strict=True)):.3f}")


if __name__ == "__main__":
    main()
