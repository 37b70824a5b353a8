from __future__ import annotations

import pytest

from tests.storage.conftest import database, sqlite
from tests.telegram.harness import TelegramHarness

__all__ = ["database", "sqlite"]


@pytest.fixture
def harness() -> TelegramHarness:
    return TelegramHarness()
