"""`python -m tests.audit`: exit code 1 where a pinned dependency has a known fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.settings.clock import system_clock
from tests.audit.report import OLD, age_in_days, read_audit

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
_WITHIN = 120.0


def main() -> int:
    audit = read_audit(_pip_audit())
    age = age_in_days(LOCK, system_clock())
    if audit is None:
        print(f"pip-audit reached no data; {LOCK.name} is {age} days old")
    else:
        print(f"{audit.examined} packages examined, known faults: {len(audit.faults)}; pinned {age} days ago")
        print("\n".join(audit.faults))
    if age > OLD:
        print(f"older than {OLD} days: make lock UPGRADE=--upgrade")
    return 1 if audit is not None and audit.faults else 0


def _pip_audit() -> str:
    """Its JSON; empty where it cannot be installed or does not end."""
    options = ["--requirement", str(LOCK), "--disable-pip", "--no-deps", "--format", "json"]
    options += ["--progress-spinner", "off"]
    command = [str(Path(sys.executable).with_name("uvx")), "--quiet", "pip-audit", *options]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=_WITHIN).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


raise SystemExit(main())
