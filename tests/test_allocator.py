"""Threads share few arenas of the allocator."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import ctypes, sys, threading
from bot.settings.allocator import limit_arenas
if sys.argv[1] == "limited":
    limit_arenas()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
together = threading.Barrier(12)
def work():
    libc.malloc(1000)
    together.wait()
threads = [threading.Thread(target=work) for _ in range(12)]
for one in threads: one.start()
for one in threads: one.join()
libc.malloc_stats()
"""


def arenas(kind: str) -> int:
    done = subprocess.run([sys.executable, "-c", PROGRAM, kind], capture_output=True, text=True, check=True)
    return done.stderr.count("Arena ")


def test_threads_share_few_arenas() -> None:
    assert arenas("limited") <= 2
    assert arenas("free") > 2
