"""The loop of the fork server: forks on request, reports exit codes, ends together with its parent."""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress

from tests.forkserver.protocol import SignalRequest, SpawnRequest, close_all, receive


def serve(control: socket.socket) -> SpawnRequest | None:
    """Serve requests until the parent closes the socket, then return None.

    It also returns in each fork, with the request that the fork must run; its descriptors,
    environment and working directory are set, and its signal handling is that of a new process.
    """
    woken, wake = socket.socketpair()
    wake.setblocking(False)
    signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
    exit_pipes: dict[int, int] = {}
    while True:
        ready, _, _ = select.select([control, woken], [], [])
        if woken in ready:
            woken.recv(4096)
            _reap(exit_pipes)
        if control in ready:
            request, descriptors = receive(control)
            if request is None:
                _kill_all(exit_pipes)
                return None
            if isinstance(request, SignalRequest):
                # The pid of a process that has ended is not reused before it is reaped.
                if request.pid in exit_pipes:
                    os.kill(request.pid, request.number)
            elif _fork(control, descriptors, exit_pipes) == 0:
                for each in (control, woken, wake):
                    each.close()
                close_all(list(exit_pipes.values()))
                _set_up_fork(request, descriptors)
                return request


def _fork(control: socket.socket, descriptors: list[int], exit_pipes: dict[int, int]) -> int:
    """Fork and answer with the pid; returns 0 in the fork. `exit_pipes` maps pids to pipes."""
    pid = os.fork()
    if pid:
        *streams, exit_pipes[pid] = descriptors
        close_all(streams)
        with suppress(BrokenPipeError):  # the next read notices that the parent is gone
            control.send(str(pid).encode())
    return pid


def _set_up_fork(request: SpawnRequest, descriptors: Sequence[int]) -> None:
    """Replace the server's signal handling, streams, environment and arguments."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    for stream, descriptor in enumerate(descriptors[:3]):
        os.dup2(descriptor, stream)
    close_all(descriptors)
    # The server's stream objects were made for other files and assume them seekable; pipes are not.
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, errors="backslashreplace", closefd=False)
    os.environ.clear()
    os.environ.update(request.environ)
    os.chdir(request.cwd)
    sys.argv = ["bot", *request.arguments]


def _reap(exit_pipes: dict[int, int]) -> None:
    """Write the exit code of each ended process into its pipe."""
    for pid in tuple(exit_pipes):
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            pipe = exit_pipes.pop(pid)
            with suppress(BrokenPipeError):  # nobody waits for it any more
                os.write(pipe, str(os.waitstatus_to_exitcode(status)).encode())
            os.close(pipe)


def _kill_all(exit_pipes: dict[int, int]) -> None:
    for pid in exit_pipes:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
