"""A short fuzz of packs: `spravka check` reads each, or refuses it by name; no traceback, no hang."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.pack_trial import fuzz_packs
from tests.fuzz.packs import PackMaker
from tests.pack.sample_pack import GOOD


def test_any_pack_is_read_or_refused(tmp_path: Path) -> None:
    outcomes = fuzz_packs(60, seed=5, folder=tmp_path)
    assert outcomes.failures == []
    assert outcomes.counts["read"] > 5
    assert outcomes.counts["refused"] > 5


def test_every_pack_is_another() -> None:
    maker = PackMaker(6)
    made = [maker.make() for _ in range(200)]
    assert len({tuple(sorted(files.items())) for files in made}) > 150
    assert {name for files in made for name in GOOD if files.get(name) != GOOD[name].encode()} == set(GOOD)
