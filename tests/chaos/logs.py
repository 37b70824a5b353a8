"""What the logs of a trial show: tracebacks, and when a process took the database to be away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.chaos.reckoning import DATABASE

_ERROR = re.compile(r"\[(?:error|critical) *\]|\"level\": \"(?:error|critical)\"")


def unhandled(lines: Sequence[str]) -> list[str]:
    """Tracebacks, each by its last line, and lines of level error."""
    found, starts = [], [number for number, line in enumerate(lines) if line.startswith("Traceback ")]
    for start in starts:
        end = next((n for n in range(start + 1, len(lines)) if lines[n][:1] not in ("", " ")), start)
        found.append(lines[end])
    return found + [line for line in lines if _ERROR.search(line)]


_SEEN = re.compile(r"^(\S+)Z \[.*\] (database down|database up again|started)\b")


def seen_outages(lines: Sequence[str], offset: float) -> list[tuple[str, float, float]]:
    """The spans in which the process of a log took the database to be away; a kill ends one with the next
    start. `offset`: the monotonic clock less the system's.
    """
    found, down = [], None
    for line in lines:
        if (said := _SEEN.match(line)) is None:
            continue
        at = datetime.fromisoformat(said[1]).replace(tzinfo=UTC).timestamp() + offset
        if said[2] == "database down":
            down = at
        elif down is not None:
            found.append((DATABASE, down, at))
            down = None
    return found
