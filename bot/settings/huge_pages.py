"""Puts what a process holds into huge pages: its dictionaries then miss fewer translations of addresses.

Linux from 6.1 on (MADV_COLLAPSE); elsewhere nothing happens.
"""

from __future__ import annotations

import asyncio
import ctypes
import mmap
from collections.abc import Iterator
from pathlib import Path

PAGE = 2 * 2**20
"""Bytes of a huge page of x86-64, and of ARM with pages of 4 KB."""
EVERY = 300.0
"""Seconds after which what has come since is put into huge pages too."""
_COLLAPSE = 25
"""MADV_COLLAPSE of Linux's mman.h."""
_SMALL = PAGE // mmap.PAGESIZE
_FULL = 0.9
"""Of a huge page must be in memory already: the stacks of threads are nearly empty, and stay so."""
_MAPS = Path("/proc/self/maps")


async def keep_in_huge_pages() -> None:
    """Endless; between two pages, about a millisecond each, the event loop goes on."""
    while True:
        for _ in collapsed_pages():
            await asyncio.sleep(0)
        await asyncio.sleep(EVERY)


def collapsed_pages() -> Iterator[int]:
    """The addresses of huge pages that were made of this process's private memory, or were so already."""
    try:
        libc = ctypes.CDLL(None)
        advise, look = libc.madvise, libc.mincore
        maps = _MAPS.read_text()
    except (AttributeError, OSError, TypeError):
        return
    advise.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    look.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p]
    present = ctypes.create_string_buffer(_SMALL)
    for page in _whole_pages(maps):
        # Memory that was given back meanwhile has no page, and no answer.
        is_held = look(page, PAGE, present) == 0 and sum(present.raw) >= _FULL * _SMALL
        if is_held and advise(page, PAGE, _COLLAPSE) == 0:
            yield page


def _whole_pages(maps: str) -> Iterator[int]:
    """The addresses of whole huge pages in mappings that may be written and have no file behind them."""
    for line in maps.splitlines():
        span, rights, _, _, file, *name = line.split()
        if file == "0" and rights == "rw-p" and name in ([], ["[heap]"]):
            start, end = (int(address, 16) for address in span.split("-"))
            yield from range(-(-start // PAGE) * PAGE, end - PAGE + 1, PAGE)
