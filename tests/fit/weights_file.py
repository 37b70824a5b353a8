"""Writes fitted weights with where they come from."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.fit.regression import BOUND, Classifier, Ranker

DIGITS = 4
"""Weights are rounded to so many decimals."""
LEAST = 0.002
"""Weights of products below this are left out."""
ROOT = Path(__file__).resolve().parents[2]
_ROUNDED = float | Mapping[str, float] | Mapping[str, Mapping[str, float]]


def rounded(ranker: Ranker, classifier: Classifier, names: Sequence[str]) -> dict[str, Any]:
    """The sections `rank` and `accept` of the file; `names` are those of all values of the classifier."""
    ranked = names[: len(ranker.weights)]
    units = [0.0 if np.isinf(spread) else 1 / spread for spread in classifier.spread]
    products = {
        name: {
            other: round(float(weight), DIGITS)
            for other, weight in zip(names[place:], classifier.products[place][place:], strict=True)
            if abs(weight) >= LEAST
        }
        for place, name in enumerate(names)
    }
    return {
        "rank": _section(ranked, ranker.weights),
        "accept": {
            "bias": round(classifier.bias, DIGITS),
            "bound": BOUND,
            "units": _section(names, units),
            "weights": _section(names, classifier.weights),
            "products": {name: row for name, row in products.items() if row},
        },
    }


def _section(names: Sequence[str], values: Iterable[float]) -> dict[str, float]:
    pairs = ((name, round(float(value), DIGITS)) for name, value in zip(names, values, strict=True))
    return {name: value for name, value in pairs if value}


def provenance(packs: Iterable[str], figures: Mapping[str, float]) -> dict[str, Any]:
    """The commit and its date, the packs and the figures of a fit."""
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%h %cs"]
    commit, date = subprocess.run(git, capture_output=True, text=True, check=True).stdout.split()
    return {"commit": commit, "date": date, "packs": sorted(packs), "figures": figures}


def write(content: Mapping[str, Any], file: Path) -> None:
    """As JSON with each weight, and each row of products, on a line of its own."""
    file.write_text(_lines(content, "") + "\n", encoding="utf-8")


def _lines(value: Any, indent: str) -> str:
    if not isinstance(value, Mapping) or indent.count(" ") >= 3:
        return json.dumps(value, ensure_ascii=False)
    inner = indent + " "
    body = ",\n".join(f"{inner}{json.dumps(key)}: {_lines(one, inner)}" for key, one in value.items())
    return f"{{\n{body}\n{indent}}}"
