"""The collector of garbage is off while an engine is made, and on again whatever happens."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from knowledge.engine import Engine
from knowledge.gc_pause import gc_paused
from tests.knowledge.bases import BASE


@pytest.fixture(autouse=True)
def _on() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_is_off_while_facts_are_read_and_then_on() -> None:
    seen = set[bool]()
    Engine(BASE, lambda _done, _of: seen.add(gc.isenabled()))
    assert seen == {False}
    assert gc.isenabled()


def test_it_is_on_again_where_building_fails() -> None:
    def fails(_done: int, _of: int) -> None:
        raise LookupError

    for large in (0, len(BASE.facts) + 1):
        with pytest.raises(LookupError):
            Engine(BASE, fails, large)
        assert gc.isenabled()


def test_where_it_was_off_it_stays_so() -> None:
    gc.disable()
    with gc_paused(much=True):
        pass
    assert not gc.isenabled()
