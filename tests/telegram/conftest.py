from __future__ import annotations

import pytest

from tests.telegram.harness import TelegramHarness


@pytest.fixture
def harness() -> TelegramHarness:
    return TelegramHarness()
