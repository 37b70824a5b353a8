"""The test's side of the fork server: starts it when first needed, spawns processes, stops it."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from tests.forkserver.protocol import SignalRequest, SpawnRequest, close_all, send, socket_pair

PROJECT = Path(__file__).resolve().parents[2]
_IMPORT_TIMEOUT = 120.0
"""Seconds in which a busy machine imports the program."""


class SpawnedProcess:
    """A run of the program for an async test; has what tests use of `asyncio.subprocess.Process`."""

    def __init__(self, control: socket.socket, pid: int, exit_pipe: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._control = control
        self._exit_pipe = exit_pipe
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(exit_pipe, self._read_exit_code)

    def send_signal(self, number: int) -> None:
        send(self._control, SignalRequest(pid=self.pid, number=number))

    async def wait(self) -> int:
        """Its exit code, or minus the signal that ended it."""
        await self._ended.wait()
        assert self.returncode is not None, "the fork server is dead"
        return self.returncode

    def _read_exit_code(self) -> None:
        code = os.read(self._exit_pipe, 16)
        self.returncode = int(code) if code else None
        self._loop.remove_reader(self._exit_pipe)
        os.close(self._exit_pipe)
        self._ended.set()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletedRun:
    code: int
    out: str
    err: str


class BlockingRun:
    """A run of the program for a test without an event loop, on the caller's `streams`."""

    def __init__(self, server: ForkServer, request: SpawnRequest, streams: Sequence[int]) -> None:
        self._server = server
        self._exit_pipe, write_end = os.pipe()
        try:
            self.pid = server.request(request, [*streams, write_end])
        except BaseException:
            os.close(self._exit_pipe)
            raise
        finally:
            os.close(write_end)

    def wait(self, seconds: float) -> int:
        """Its exit code, or minus the signal that ended it; after `seconds` it is killed (TimeoutError)."""
        try:
            if not select.select([self._exit_pipe], [], [], seconds)[0]:
                self._server.signal(self.pid, signal.SIGKILL)
                raise TimeoutError
            code = os.read(self._exit_pipe, 16)
        finally:
            os.close(self._exit_pipe)
        assert code, "the fork server is dead"
        return int(code)


class ForkServer:
    """A process that has imported the program; each spawned process is a fork of it."""

    def __init__(self, *program: str) -> None:
        self._control, theirs = socket_pair()
        self._control.settimeout(_IMPORT_TIMEOUT)
        self._lock = threading.Lock()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, *(program or ("-m", "tests.forkserver")), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                cwd=PROJECT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    async def spawn(
        self, *arguments: str, environ: Mapping[str, str], cwd: Path, output: Path
    ) -> SpawnedProcess:
        """Start `python -m bot` with this environment only; stdout and stderr are appended to `output`."""
        request = SpawnRequest(arguments=arguments, environ=dict(environ), cwd=str(cwd))
        exit_pipe, write_end = os.pipe()
        streams = [
            os.open(os.devnull, os.O_RDONLY),
            os.open(output, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600),
        ]
        try:
            pid = await asyncio.to_thread(self.request, request, [*streams, streams[-1], write_end])
        except BaseException:
            os.close(exit_pipe)
            raise
        finally:
            close_all([*streams, write_end])
        return SpawnedProcess(self._control, pid, exit_pipe)

    def run(self, request: SpawnRequest, stdin: bytes, seconds: float) -> CompletedRun:
        """Run `python -m bot` to its end."""
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            code = BlockingRun(self, request, [given.fileno(), out.fileno(), err.fileno()]).wait(seconds)
            texts = []
            for stream in (out, err):
                stream.seek(0)
                texts.append(stream.read().decode())
        return CompletedRun(code=code, out=texts[0], err=texts[1])

    def signal(self, pid: int, number: int) -> None:
        send(self._control, SignalRequest(pid=pid, number=number))

    def request(self, request: SpawnRequest, descriptors: list[int]) -> int:
        """Spawn a process with these descriptors; returns its pid."""
        with self._lock:
            send(self._control, request, descriptors)
            if not (answer := self._control.recv(16)):
                raise RuntimeError("the fork server is dead; its error is printed above")
        return int(answer)

    def close(self) -> None:
        """Stop the server and the processes that it has spawned."""
        self._control.close()
        self._process.wait(20)


_servers: list[ForkServer] = []


def fork_server() -> ForkServer:
    """The fork server of this test session."""
    if not _servers:
        _servers.append(ForkServer())
    return _servers[0]


def close_fork_server() -> None:
    """Stop it if it was started."""
    while _servers:
        _servers.pop().close()
