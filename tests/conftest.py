"""Services that tests need, which tests coverage measures, how many examples property tests try.

A test is skipped and counted if its service is unavailable; in CI it fails.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

import pytest
from coverage import Coverage

from tests.hypothesis_profiles import load_profile
from tests.services import NEEDS, Services

if TYPE_CHECKING:
    from tests.storage.databases import DatabaseFactory

_services = pytest.StashKey[Services]()
_LEFT_OUT = "left_out"
_LIBRARIES = ("aiogram", "aiogram_dialog", "alembic", "hypothesis", "pymorphy3")
"""Slow to import, and three times as slow while coverage measures."""
_MEASURED_ON_BOTH = "tests/storage/"
"""Only here does the code differ by database; elsewhere PostgreSQL repeats what SQLite has covered."""


class Worker(Protocol):
    """The node object that pytest-xdist passes to its hooks."""

    config: pytest.Config
    workeroutput: dict[str, dict[str, int]]


def pytest_configure(config: pytest.Config) -> None:
    load_profile()
    config.stash[_services] = Services(required=os.environ.get("CI", "").lower() in ("1", "true"))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    # pytest-cov measures a worker twice: a test marked no_cover would pause only one of the two.
    if hasattr(session.config, "workeroutput"):
        while (running := Coverage.current()) is not None:
            running.stop()
        if session.config.pluginmanager.hasplugin("_cov"):
            for library in _LIBRARIES:
                import_module(library)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark no_cover on tests that repeat covered code: many examples, or the second database."""
    for item in items:
        repeated = item.get_closest_marker("postgres") and not item.nodeid.startswith(_MEASURED_ON_BOTH)
        if repeated or item.get_closest_marker("hypothesis"):
            item.add_marker("no_cover")


def pytest_collection_finish() -> None:
    """Exclude the imported modules from garbage collection, which took a third of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 10, 10)


@contextmanager
def _coverage_as_marked(item: pytest.Item) -> Generator[None]:
    """Pause coverage if the test is marked no_cover: pytest-cov does so for the test body only."""
    plugin = item.config.pluginmanager.getplugin("_cov")
    controller = getattr(plugin, "cov_controller", None)
    if controller is None or item.get_closest_marker("no_cover") is None:
        yield
        return
    controller.pause()
    try:
        yield
    finally:
        controller.resume()


@pytest.hookimpl(wrapper=True, specname="pytest_runtest_setup")
def pytest_runtest_setup_coverage_as_marked(item: pytest.Item) -> Generator[None, None, None]:
    with _coverage_as_marked(item):
        return (yield)


@pytest.hookimpl(wrapper=True, specname="pytest_runtest_teardown")
def pytest_runtest_teardown_coverage_as_marked(item: pytest.Item) -> Generator[None, None, None]:
    with _coverage_as_marked(item):
        return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    services = item.config.stash[_services]
    for mark in NEEDS:
        if item.get_closest_marker(mark) is None or services.ready(mark):
            continue
        if services.required:
            pytest.fail(f"{mark} is unavailable, and CI may skip nothing", pytrace=False)
        services.left_out[mark] += 1
        pytest.skip(f"{mark} is unavailable")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send the counts of skipped tests from a worker to the controller."""
    output: dict[str, dict[str, int]] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[_LEFT_OUT] = dict(session.config.stash[_services].left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Worker) -> None:
    # A crashed worker sends nothing; the run fails anyway.
    output = getattr(node, "workeroutput", {})
    node.config.stash[_services].left_out.update(output.get(_LEFT_OUT, {}))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Print the counts here so that no other plugin's summary follows them."""
    if not hasattr(config, "workeroutput"):
        config.get_terminal_writer().line(config.stash[_services].summary())


@pytest.fixture(scope="session")
def database_factory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DatabaseFactory]:
    """The factory of this run's databases; each folder that declared its own would migrate anew."""
    # A worker measures coverage only after it has loaded this file.
    from tests.storage.databases import DatabaseFactory

    factory = DatabaseFactory(tmp_path_factory.mktemp("databases"))
    yield factory
    factory.close()


@pytest.fixture(autouse=True)
def without_local_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a developer's own token and database out of the tests."""
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
