"""What happened when, for messages that came too often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.chaos.reckoning import Faults, Sent


def tell(got: Mapping[int, Sequence[Sent]], faults: Faults) -> list[str]:
    """The faults in order, then a line for each chat; seconds since the first question."""
    asked = faults.asked
    began = min(asked.values(), default=0.0)
    events = [(start, f"{name} away until {end - began:.1f}") for name, start, end in faults.outages]
    events += [(at, f"kill {name}") for name, at in faults.kills]
    lines = [f"{at - began:8.2f} {what}" for at, what in sorted(events)]
    for chat, messages in got.items():
        times = ", ".join(
            f"{one.at - began:.2f} {one.by}{' (failed)' if one.failed else ''}" for one in messages
        )
        first = f"asked at {asked[chat] - began:.2f}, " if chat in asked else ""
        lines.append(f"chat {chat}: {first}got {times}")
    return lines
