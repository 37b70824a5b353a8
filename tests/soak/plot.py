"""Plots requests a second and memory over time, with the kills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

from tests.soak.trial import Result

mpl.use("agg")


def draw(results: Sequence[Result], path: Path) -> None:
    """One row of plots for each trial."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(len(results), 2, figsize=(11, 3 * len(results)), squeeze=False)
    for (left, right), result in zip(axes, results, strict=True):
        start = result.times[0]
        seconds = Counter(int(at - start) for at in result.times)
        left.plot(range(max(seconds) + 1), [seconds[one] for one in range(max(seconds) + 1)], linewidth=0.6)
        left.axhline(30, color="tab:red", linewidth=0.8)
        for kill in result.kill_times:
            left.axvline(kill - start, color="tab:gray", linewidth=0.5, linestyle=":")
        left.set(title=f"{result.workers} worker(s): requests a second", xlabel="s", ylim=(0, 32))
        for samples in result.memory.values():
            right.plot([age for age, _ in samples], [weight for _, weight in samples], linewidth=0.8)
        right.set(title="resident memory of each process, MB", xlabel="s since its start")
        right.set_ylim(bottom=0)
    figure.tight_layout()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=90)
    plt.close(figure)
