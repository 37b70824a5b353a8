"""Plots the time of a question by the number of facts, on logarithmic axes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl

from tests.bench.trial import Trial

mpl.use("agg")


def draw(trials: Sequence[Trial], path: Path) -> None:
    """Median on the left, p99 on the right; the engine's targets as crosses."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, 2, figsize=(11, 4.5), sharex=True, sharey=True)
    for axis, share, targets in zip(axes, (0.5, 0.99), ({}, {10_000: 15, 100_000: 50}), strict=True):
        for name in dict.fromkeys(one.name for one in trials):
            some = sorted((one for one in trials if one.name == name), key=lambda one: one.facts)
            sizes, times = [one.facts for one in some], [one.percentile(share) for one in some]
            own = name == "engine"
            axis.loglog(sizes, times, "o-", label=name, linewidth=2.6 if own else 1.2, zorder=3 if own else 2)
        if targets:
            axis.plot(list(targets), list(targets.values()), "kx", label="engine's target", markersize=9)
        axis.set(title=f"p{share * 100:.0f} of a question", xlabel="facts", ylabel="ms")
        axis.grid(which="major", alpha=0.3)
        axis.tick_params(labelleft=True)
    figure.tight_layout(rect=(0, 0.07, 1, 1))
    handles, labels = axes[-1].get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower center", ncols=len(labels), fontsize=8)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=90)
    plt.close(figure)
