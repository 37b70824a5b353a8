"""The C library's allocator, which by default gives nearly each thread an arena of its own."""

from __future__ import annotations

import ctypes
from contextlib import suppress

ARENAS = 2
"""What one arena has free no other can use: with one for each thread memory grows under load for hours."""
_M_ARENA_MAX = -8
"""Of glibc's malloc.h."""


def limit_arenas() -> None:
    """Before threads start. Other C libraries have no such limit, and need none."""
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, ARENAS)
