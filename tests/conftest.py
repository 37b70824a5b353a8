"""Services that tests need: a test whose service is away is left out and counted; in CI it fails."""

from __future__ import annotations

import os

import pytest

from tests.services import NEEDS, Services

_services = pytest.StashKey[Services]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_services] = Services(required=os.environ.get("CI", "").lower() in ("1", "true"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    services = item.config.stash[_services]
    for mark in NEEDS:
        if item.get_closest_marker(mark) is None or services.ready(mark):
            continue
        if services.required:
            pytest.fail(f"{mark} does not let us in and CI may leave nothing out", pytrace=False)
        services.left_out[mark] += 1
        pytest.skip(f"{mark} does not let us in")


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Said here so that no summary of another plugin comes after it."""
    config.get_terminal_writer().line(config.stash[_services].summary())


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own token or database must not reach a test."""
    for name in (
        "BOT_TOKEN",
        "DATABASE_URL",
        "REDIS_URL",
        "WEBHOOK_URL",
        "PACK_DIR",
        "SPRAVKA_NOW",
        "ADMIN_IDS",
    ):
        monkeypatch.delenv(name, raising=False)
