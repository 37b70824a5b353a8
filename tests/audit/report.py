"""Reads what pip-audit has found, and how old the pins are."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

OLD = 90
"""Days after which the pins should be renewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """`examined`: packages that its data knows; `faults`: package, version, id, versions without it."""

    examined: int
    faults: tuple[str, ...]


def read_audit(output: str) -> Audit | None:
    """The result of `pip-audit --format json`; None where it reached no data."""
    try:
        packages = json.loads(output)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    examined = [one for one in packages if "vulns" in one]
    faults = tuple(
        f"{one['name']} {one['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or '-'}"
        for one in examined
        for fault in one["vulns"]
    )
    return Audit(examined=len(examined), faults=faults) if examined else None


def age_in_days(lock: Path, now: datetime) -> int:
    """Since the last commit of the file; since it was written where there is no git."""
    asked = ("git", "log", "-1", "--format=%ct", "--", lock.name)
    done = subprocess.run(asked, cwd=lock.parent, capture_output=True, text=True, check=False)
    stamp = float(done.stdout.strip() or lock.stat().st_mtime)
    return (now - datetime.fromtimestamp(stamp, UTC)).days
