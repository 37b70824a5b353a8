"""What pip-audit says is read: faults, nothing found, and no data."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.audit.report import age_in_days, read_audit

FAULT = {"id": "PYSEC-1", "fix_versions": ["2.0", "1.9"]}


def test_faults_are_named_with_the_versions_without_them() -> None:
    found = read_audit(
        json.dumps(
            {
                "dependencies": [
                    {"name": "a", "version": "1.0", "vulns": [FAULT]},
                    {"name": "b", "version": "1.0", "vulns": []},
                    {"name": "c", "skip_reason": "not found"},
                ]
            }
        )
    )
    assert found is not None
    assert (found.examined, found.faults) == (2, ("a 1.0: PYSEC-1, mended in 2.0, 1.9",))


@pytest.mark.parametrize(
    "output", ["", "no network", "[]", '{"dependencies": [{"name": "a", "skip_reason": "?"}]}']
)
def test_without_data_there_is_no_result(output: str) -> None:
    assert read_audit(output) is None


def test_outside_git_the_file_tells_its_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    lock, now = tmp_path / "requirements.lock", datetime(2027, 1, 1, tzinfo=UTC)
    lock.touch()
    before = (now - timedelta(days=12)).timestamp()
    os.utime(lock, (before, before))
    assert age_in_days(lock, now) == 12
