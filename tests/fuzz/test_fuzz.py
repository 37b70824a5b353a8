"""A short fuzz of the webhook: no 500, no traceback, no reader in the log, the next question answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.telegram.updates.raw_updates import fingerprint, queue_key
from bot.telegram.updates.reading import UnreadableUpdateError, check_update, read_json
from tests.forkserver.client import close_fork_server
from tests.fuzz.posting import ALLOWED
from tests.fuzz.trial import fuzz
from tests.fuzz.updates import SECRET_TEXT, UpdateMaker


@pytest.fixture
def fork_server_ends() -> Iterator[None]:
    yield
    close_fork_server()


def test_every_sort_is_made() -> None:
    maker, sorts = UpdateMaker(5), set()
    for _ in range(2000):
        try:
            check_update(read_json(maker.make().decode()))
            sorts.add("update")
        except UnreadableUpdateError as error:
            sorts.add(str(error))
        except UnicodeDecodeError:
            sorts.add("no text")
        except json.JSONDecodeError:
            sorts.add("no JSON")
    assert sorts >= {"update", "no JSON", "no update_id", "no content of a known kind", "no text"}


def test_reading_never_fails_otherwise() -> None:
    maker = UpdateMaker(6)
    for _ in range(5000):
        try:
            raw = check_update(read_json(maker.make().decode()))
        except ValueError:
            continue
        assert fingerprint(raw, 42) >= 0
        assert isinstance(queue_key(raw), int)


@pytest.mark.usefixtures("fork_server_ends")
async def test_a_running_bot_survives_what_nobody_sends(tmp_path: Path) -> None:
    report = await fuzz(250, seed=11, folder=tmp_path)
    assert report.bad == ()
    assert report.statuses.keys() <= ALLOWED
    assert report.exceptions == ()
    assert report.answered
    assert SECRET_TEXT not in report.log
