"""The nursery's own process: forks a child when asked, tells how it ended, ends with its parent."""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress

from tests.forkserver.orders import Birth, Signal, close, receive


def keep(control: socket.socket) -> Birth | None:
    """Serve until the other side is gone: None. It returns in each child too, with what that shall be.

    A child has its descriptors, environment and folder by then, and what a fresh process has of signals.
    """
    woken, wake = socket.socketpair()
    wake.setblocking(False)
    signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    alive: dict[int, int] = {}
    while True:
        ready, _, _ = select.select([control, woken], [], [])
        if woken in ready:
            woken.recv(4096)
            _bury(alive)
        if control in ready:
            order, descriptors = receive(control)
            if order is None:
                _end(alive)
                return None
            if isinstance(order, Signal):
                # One that has ended but is not buried yet still has its number to itself.
                if order.pid in alive:
                    os.kill(order.pid, order.number)
            elif _fork(control, descriptors, alive) == 0:
                for each in (control, woken, wake):
                    each.close()
                close(list(alive.values()))
                _become(order, descriptors)
                return order


def _fork(control: socket.socket, descriptors: list[int], alive: dict[int, int]) -> int:
    pid = os.fork()
    if pid:
        *streams, alive[pid] = descriptors
        close(streams)
        with suppress(BrokenPipeError):  # the next read tells that it is gone
            control.send(str(pid).encode())
    return pid


def _become(birth: Birth, descriptors: Sequence[int]) -> None:
    """Leave behind what is the nursery's."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    for stream, descriptor in enumerate(descriptors[:3]):
        os.dup2(descriptor, stream)
    close(descriptors)
    # Those made for the nursery's own streams believe that these can be sought in; a pipe cannot.
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, errors="backslashreplace", closefd=False)
    os.environ.clear()
    os.environ.update(birth.environ)
    os.chdir(birth.cwd)
    sys.argv = ["bot", *birth.arguments]


def _bury(alive: dict[int, int]) -> None:
    """Tell the exit code of each that has ended."""
    for pid in tuple(alive):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            told = alive.pop(pid)
            with suppress(BrokenPipeError):  # nobody waits for it any more
                os.write(told, str(os.waitstatus_to_exitcode(status)).encode())
            os.close(told)


def _end(alive: dict[int, int]) -> None:
    for pid in alive:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
