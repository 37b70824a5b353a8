"""The tour runs to its end: every button that it presses is there, and nothing is answered by a fault."""

from __future__ import annotations

from pathlib import Path

from bot.replies.answers import notices
from tests.tour.__main__ import NO_BUTTON, run
from tests.tour.script import SCRIPT, Say


async def test_the_tour_runs_to_its_end(tmp_path: Path) -> None:
    shown = await run(tmp_path)
    assert len(shown) == len(SCRIPT)
    whole = "\n".join(shown)
    assert NO_BUTTON not in whole
    assert notices.FAULT not in whole
    silent = [
        step
        for step, text in zip(SCRIPT, shown, strict=True)
        if isinstance(step, Say) and "\n" not in text.strip()
    ]
    assert silent == []
