"""Secrets are masked wherever they stand in a line; passwords of addresses count as secrets."""

from __future__ import annotations

from pathlib import Path

import pytest
import structlog

from bot.settings import logs
from bot.settings.loading import load_settings

TOKEN, PASSWORD = "42:tokentoken", "p%40ssword"


def test_secrets_and_passwords_are_masked(capsys: pytest.CaptureFixture[str]) -> None:
    settings = load_settings(
        {
            "BOT_TOKEN": TOKEN,
            "DATABASE_URL": f"postgres://user:{PASSWORD}@host/base",
            "REDIS_URL": "redis://:another-one@host/0",
            "WEBHOOK_SECRET": "short",
            "LOG_FORMAT": "json",
        },
        dotenv=Path("/nonexistent"),
    )
    logs.configure(settings.log, settings.secrets)
    try:
        structlog.get_logger().warning(f"to {TOKEN}", reason=f"{PASSWORD} another-one in short")
    finally:
        structlog.reset_defaults()
    line = capsys.readouterr().err
    assert '"event": "to ***"' in line
    assert '"reason": "*** *** in short"' in line
