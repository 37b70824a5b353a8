"""The garbage collector is off while an engine is built, and as before afterwards."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from knowledge.engine import Engine
from knowledge.gc_pause import gc_paused
from tests.knowledge.sample_base import BASE


@pytest.fixture(autouse=True)
def _on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_collector_is_off_while_an_engine_is_built() -> None:
    seen = set[bool]()
    Engine(BASE, lambda _done, _of: seen.add(gc.isenabled()))
    assert seen == {False}
    assert gc.isenabled()


def test_collector_is_on_again_after_a_failed_build() -> None:
    def fails(_done: int, _of: int) -> None:
        raise LookupError

    for large in (0, len(BASE.facts) + 1):
        with pytest.raises(LookupError):
            Engine(BASE, fails, large)
        assert gc.isenabled()


def test_collector_stays_off_if_it_was() -> None:
    gc.disable()
    with gc_paused(collect_after=True):
        pass
    assert not gc.isenabled()
