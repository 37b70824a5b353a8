"""Whether a statement quotes somebody's own words at length."""

from __future__ import annotations

import re

_LEAST = 5
"""Words: a shorter text in quotation marks is a name."""
_QUOTED = re.compile(r"«([^«»]+(?:«[^«»]*»[^«»]*)*)»|\"([^\"]+)\"")


def is_quotation(says: str) -> bool:
    return any(len((found[1] or found[2]).split()) >= _LEAST for found in _QUOTED.finditer(says))
