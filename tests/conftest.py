"""The services that tests need, what of the tests coverage measures, and how many examples are tried.

A test whose service is away is left out and counted; in CI it fails.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Protocol

import pytest
from coverage import Coverage

from tests.hypothesis_profiles import load_profile
from tests.services import NEEDS, Services

_services = pytest.StashKey[Services]()
_LEFT_OUT = "left_out"
_LIBRARIES = ("aiogram", "aiogram_dialog", "alembic", "hypothesis", "matplotlib.figure", "pymorphy3")
"""What takes long to import, and three times as long while coverage watches."""
_MEASURED_ON_BOTH = "tests/storage/"
"""Where the kinds of database differ; elsewhere PostgreSQL repeats the walk that SQLite is measured on."""


class Worker(Protocol):
    """What pytest-xdist tells of a process that ran a share of the tests."""

    config: pytest.Config
    workeroutput: dict[str, dict[str, int]]


def pytest_configure(config: pytest.Config) -> None:
    load_profile()
    config.stash[_services] = Services(required=os.environ.get("CI", "").lower() in ("1", "true"))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    # pytest-cov is about to measure a worker a second time; a test marked no_cover pauses that one only.
    if hasattr(session.config, "workeroutput"):
        while (begun := Coverage.current()) is not None:
            begun.stop()
        if session.config.pluginmanager.hasplugin("_cov"):
            for library in _LIBRARIES:
                import_module(library)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What repeats by the hundred, or on the other database, is run and not measured."""
    for item in items:
        elsewhere = item.get_closest_marker("postgres") and not item.nodeid.startswith(_MEASURED_ON_BOTH)
        if elsewhere or item.get_closest_marker("hypothesis"):
            item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Imported modules are never garbage: looking through them again and again took a third of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 10, 10)


@contextmanager
def _as_marked(item: pytest.Item) -> Generator[None]:
    """Unmeasured where the test is: pytest-cov itself leaves out the test's own body only."""
    measured = item.config.pluginmanager.getplugin("_cov")
    controller = getattr(measured, "cov_controller", None)
    if controller is None or item.get_closest_marker("no_cover") is None:
        yield
        return
    controller.pause()
    try:
        yield
    finally:
        controller.resume()


@pytest.hookimpl(wrapper=True, specname="pytest_runtest_setup")
def pytest_runtest_setup_as_marked(item: pytest.Item) -> Generator[None, None, None]:
    with _as_marked(item):
        return (yield)


@pytest.hookimpl(wrapper=True, specname="pytest_runtest_teardown")
def pytest_runtest_teardown_as_marked(item: pytest.Item) -> Generator[None, None, None]:
    with _as_marked(item):
        return (yield)


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


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands over what it left out."""
    output: dict[str, dict[str, int]] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[_LEFT_OUT] = dict(session.config.stash[_services].left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Worker) -> None:
    # One that crashed hands nothing over; the run fails by itself then.
    output = getattr(node, "workeroutput", {})
    node.config.stash[_services].left_out.update(output.get(_LEFT_OUT, {}))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Said here so that no summary of another plugin comes after it."""
    if not hasattr(config, "workeroutput"):
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
