"""One made pack through what `spravka check` does: it is read, or refused by name; never anything else."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

from bot.cli.check import check_pack
from bot.errors import PackRefusedError
from bot.replies.cli.failures import explain
from bot.settings.loading import load_settings
from bot.settings.options import Settings
from tests.fuzz.outcomes import Outcomes, place_of
from tests.fuzz.packs import PackMaker, shown

_LIMIT = 20.0
"""Seconds for one small pack on a busy machine."""


def fuzz_packs(number: int, seed: int, folder: Path) -> Outcomes:
    """Check `number` packs, each written to `folder`."""
    maker, outcomes = PackMaker(seed), Outcomes()
    environ = {"PACK_DIR": str(folder), "READER": "off"}
    settings = load_settings(environ, dotenv=folder / ".env")
    for _ in range(number):
        files, began = maker.make(), time.perf_counter()
        _write(files, folder)
        try:
            outcome = check(settings)
            outcomes.counts[outcome] += 1
            if outcome not in ("read", "refused"):
                outcomes.failures.append(f"{outcome}: {shown(files)}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            outcomes.failures.append(f"{place_of(error)}: {shown(files)}")
        outcomes.longest = max(outcomes.longest, time.perf_counter() - began)
    return outcomes


def check(settings: Settings) -> str:
    """`spravka check`: whether the pack was read; what its refusal says names a file of it."""
    out = StringIO()
    try:
        with redirect_stdout(out), _limited(_LIMIT):
            check_pack(settings)
    except PackRefusedError as error:
        is_told = error.problems[0].file in explain(error)
        return "refused" if is_told else "refused without a file"
    return "read" if out.getvalue().strip() else "read without a report"


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    for old in folder.iterdir():
        old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raises TimeoutError in the block, in the main thread."""

    def end(_number: int, _frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
