"""Every line of the log about an update has its request id, and its lag is measured."""

from __future__ import annotations

import structlog
from structlog.testing import capture_logs

from bot.telegram.updates.raw_updates import RawUpdate
from bot.telegram.updates.tracing import traced

log = structlog.get_logger()


async def test_lines_of_an_update_share_an_id_and_its_lag_is_observed() -> None:
    lags: list[float] = []

    async def handle(_raw: RawUpdate) -> bool:
        log.info("first", **structlog.contextvars.get_contextvars())
        log.info("second", **structlog.contextvars.get_contextvars())
        return True

    handled = traced(
        handle, lambda raw: raw, lambda raw: int(raw["update_id"]), lags.append, wall_clock=lambda: 100.0
    )
    with capture_logs() as lines:
        assert await handled({"update_id": 255, "message": {"date": 97}})
        await handled({"update_id": 256, "message": {"date": 200}})
        await handled({"update_id": 257, "edited_message": {"date": 1, "edit_date": 90}})
        await handled({"update_id": 258, "inline_query": {}})
        await handled({"update_id": 259, "message": None})
    assert [line["request"] for line in lines[:3]] == [
        "00000000000000ff",
        "00000000000000ff",
        "0000000000000100",
    ]
    assert lags == [3.0, 0.0, 10.0]
    assert structlog.contextvars.get_contextvars() == {}
