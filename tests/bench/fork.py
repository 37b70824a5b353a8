"""A call in a process of its own, so that caches and memory of one measurement do not help the next."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


def apart(patience: float, call: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T | None:
    """What `call` returns, or None if it takes longer than `patience` seconds, when it is ended.

    A fork: what this process holds is there already. Raises RuntimeError where the call failed.
    """
    gc.collect()
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe(duplex=False)

    def answer(to: Connection) -> None:
        to.send(call(*args, **kwargs))

    process = fork.Process(target=answer, args=(there,))
    process.start()
    there.close()
    try:
        found: _T | None = here.recv() if here.poll(patience) else None
    except EOFError:
        raise RuntimeError("a measurement failed; its error stands above") from None
    finally:
        # One that has reported only has its memory left to give back.
        process.kill()
        process.join()
    return found
