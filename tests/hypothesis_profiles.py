"""How many examples a test tries: few by default, many in `make test-deep`.

The environment variable HYPOTHESIS_PROFILE chooses: `quick` (the default) or `deep`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings

_EXAMPLES = 30
"""Of a test that names no number of its own."""
_FACTOR = {"quick": 1, "deep": 20}
_Item = TypeVar("_Item")
_profile = os.environ.get("HYPOTHESIS_PROFILE", "quick")


def load_profile() -> None:
    """Apply the chosen profile; KeyError on an unknown name. In CI examples stay the same in every run."""
    settings.register_profile(_profile, max_examples=_EXAMPLES * _FACTOR[_profile], deadline=None)
    settings.load_profile(_profile)


def max_examples(number: int, *suppressed: HealthCheck) -> settings:
    """The decorator of a test whose examples are slow: `number` of them by default."""
    return settings(
        max_examples=number * _FACTOR[_profile], deadline=None, suppress_health_check=list(suppressed)
    )


def each_nth(items: Sequence[_Item], every: int, start: int = 0) -> Sequence[_Item]:
    """Every `every`-th item by default, from the `start`-th on, modulo `every`; all in `make test-deep`."""
    return items[start % every :: every] if _profile == "quick" else items
