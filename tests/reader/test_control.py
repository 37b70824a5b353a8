"""The control that sees only the question."""

from __future__ import annotations

import numpy as np

from tests.fit.reader.control import Seen, area, held_out


def seen(shift: float) -> list[Seen]:
    """Questions of eight packs, those with an answer moved by `shift`."""
    chance = np.random.default_rng(1)
    return [
        Seen(f"pack{number // 50}", number % 2 == 0, chance.normal(0, 1, 6) + (number % 2 == 0) * shift)
        for number in range(400)
    ]


def test_the_control_tells_apart_what_the_wording_gives_away_and_nothing_else() -> None:
    packs = [f"pack{number}" for number in range(8)]
    areas = [area(held_out(some, packs), some) for some in (seen(2.0), seen(0.0))]
    assert areas[0] > 0.95
    assert 0.4 < areas[1] < 0.6


def test_the_area_counts_ties_as_half() -> None:
    some = [Seen("a", inside, np.zeros(1)) for inside in (True, True, False, False)]
    assert area([2.0, 1.0, 1.0, 0.0], some) == 0.875
