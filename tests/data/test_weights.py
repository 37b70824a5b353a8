"""The fitted weights: their file fits the code, and a fit to the same data gives them again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from knowledge.scoring.features import NAMES, VERSION
from knowledge.scoring.weights import FILE, RANKED, WeightsError, read_weights
from tests.fit import subset
from tests.fit.regression import TOLERANCE
from tests.fit.weights_file import LEAST, write

CONTENT: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def leaves(content: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, float]]:
    for name, value in content.items():
        if isinstance(value, Mapping):
            yield from leaves(value, f"{path}{name}/")
        else:
            yield path + name, value


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[str]:
    """Weights that differ by more than the tolerance; one that is left out is less than LEAST."""
    left, right = dict(leaves(one)), dict(leaves(other))
    for path in left.keys() | right.keys():
        cut = (
            LEAST if path.startswith("accept/products/") and (path not in left or path not in right) else 0.0
        )
        if abs(left.get(path, 0.0) - right.get(path, 0.0)) > TOLERANCE + cut:
            yield f"{path}: {left.get(path)} and {right.get(path)}"


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_a_fit_gives_the_same_weights_from_any_start(seed: int | None) -> None:
    assert subset.names() == list(NAMES), "store the subset again: python -m tests.fit --subset"
    assert list(differences(subset.fit(subset.load(), seed), subset.stored_weights())) == []


def test_other_data_give_other_weights() -> None:
    """What a fit gives again is not merely where it starts."""
    assert list(differences(subset.fit(subset.load()[:-40]), subset.stored_weights())) != []


def test_weights_are_named_and_written_as_they_were_read(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    write(CONTENT, file)
    assert file.read_bytes() == FILE.read_bytes()
    assert read_weights(file) == read_weights()
    rank = dict(zip(RANKED, read_weights().rank, strict=True))
    assert {name: weight for name, weight in rank.items() if weight} == CONTENT["rank"]


def test_the_file_says_where_the_weights_come_from() -> None:
    assert set(CONTENT["fit"]) == {"commit", "date", "packs", "figures"}
    assert CONTENT["features"] == {"version": VERSION, "names": list(NAMES)}


def other_version(content: dict[str, Any]) -> None:
    content["features"]["version"] += 1


def without_feature(content: dict[str, Any]) -> None:
    content["features"]["names"].remove("cover")


def with_feature(content: dict[str, Any]) -> None:
    content["features"]["names"].append("phase_of_the_moon")


def with_weight(content: dict[str, Any]) -> None:
    content["accept"]["products"]["cover"]["colour"] = 0.1


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (other_version, f"the code has version {VERSION}"),
        (without_feature, "no weights were fitted for cover"),
        (with_feature, "the code does not compute phase_of_the_moon"),
        (with_weight, "weights of unknown values: colour"),
    ],
)
def test_weights_of_other_features_are_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], problem: str
) -> None:
    content = json.loads(json.dumps(CONTENT))
    change(content)
    file = tmp_path / "weights.json"
    write(content, file)
    with pytest.raises(WeightsError, match=problem):
        read_weights(file)
