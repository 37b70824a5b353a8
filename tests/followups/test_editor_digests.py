"""Which digests are planned for an editor: none before it was chosen, one a day, one for all missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.followups.editor_messages import EditorMessagePlanner
from bot.records.editor_messages import EditorSettings, ReportNotice

MOSCOW = ZoneInfo("Europe/Moscow")
EDITOR = 11


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2027, 5, day, hour, minute, tzinfo=MOSCOW)


@dataclass
class Outbox:
    """In memory; keeps what was planned."""

    last: tuple[str, datetime] | None = None
    planned: list[tuple[str, datetime, datetime]] = field(default_factory=list)
    told: list[Sequence[int]] = field(default_factory=list)

    async def plan_reports(self, editors: Sequence[int], _now: datetime) -> int:
        self.told.append(editors)
        return 3

    async def plan_digest(self, _editor: int, day: str, since: datetime, due: datetime) -> None:
        self.planned.append((day, since, due))

    async def last_digest(self, _editor: int) -> tuple[str, datetime] | None:
        return self.last


@dataclass(frozen=True)
class OneEditor:
    settings: EditorSettings

    async def all(self, users: Sequence[int]) -> Mapping[int, EditorSettings]:
        return dict.fromkeys(users, self.settings)


async def step(outbox: Outbox, settings: EditorSettings, now: datetime) -> int:
    async def editors() -> Sequence[int]:
        return [EDITOR]

    return await EditorMessagePlanner(outbox, OneEditor(settings), editors, MOSCOW).step(now)


@pytest.mark.parametrize(
    ("last", "now", "planned"),
    [
        (None, at(1, 12, 5), []),
        (None, at(2, 8, 59), []),
        (None, at(2, 9), [("2027-05-02", at(1, 12), at(2, 9))]),
        (("2027-05-02", at(2, 9)), at(2, 23), []),
        (("2027-05-02", at(2, 9)), at(3, 9), [("2027-05-03", at(2, 9), at(3, 9))]),
        (("2027-05-02", at(2, 9)), at(6, 8), [("2027-05-05", at(2, 9), at(5, 9))]),
    ],
)
async def test_a_digest_is_planned_once_it_is_due(
    last: tuple[str, datetime] | None, now: datetime, planned: list[tuple[str, datetime, datetime]]
) -> None:
    outbox = Outbox(last)
    assert await step(outbox, EditorSettings(digest_hour=9, at=at(1, 12)), now) == 3
    assert outbox.planned == planned


@pytest.mark.parametrize(
    ("reports", "told"),
    [(ReportNotice.NOW, [EDITOR]), (ReportNotice.DIGEST, []), (ReportNotice.NEVER, [])],
)
async def test_reports_go_to_those_who_want_them_at_once(reports: ReportNotice, told: list[int]) -> None:
    outbox = Outbox()
    await step(outbox, EditorSettings(reports=reports), at(2, 9))
    assert (outbox.told, outbox.planned) == ([told], [])
