"""A pytest plugin: skips the tests that would begin after the time in QUICK_UNTIL, and counts them."""

from __future__ import annotations

import os
import time

import pytest

_REASON = "out of time"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    if time.time() > float(os.environ["QUICK_UNTIL"]):
        pytest.skip(_REASON)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    late = sum(_REASON in str(report.longrepr) for report in skipped)
    if late:
        terminalreporter.write_line(f"{late} tests did not fit into 30 seconds; `make test` runs them all.")
