"""Runs a measurement in a process of its own: caches and memory of one do not affect the next."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def run_forked(timeout: float, call: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T | None:
    """What `call` returns in a forked process; None if it takes longer than `timeout` seconds.

    Raises RuntimeError if the call fails.
    """
    gc.collect()
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)

    def send_result(to: Connection) -> None:
        to.send(call(*args, **kwargs))

    process = fork.Process(target=send_result, args=(there,))
    process.start()
    there.close()
    try:
        found: _T | None = here.recv() if here.poll(timeout) else None
    except EOFError:
        raise RuntimeError("a measurement failed; its error is printed above") from None
    finally:
        # After its result there is nothing left to do but free its memory.
        process.kill()
        process.join()
    return found
