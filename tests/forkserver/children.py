"""The test's side of the nursery: starts it when first needed, asks for children, ends it."""

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

from tests.forkserver.orders import Birth, Signal, close, pair, send

PROJECT = Path(__file__).resolve().parents[2]
_PATIENCE = 120.0
"""Seconds within which a busy machine has imported everything."""


class Child:
    """One run of the program: a real process, with what `asyncio.subprocess.Process` has of use."""

    def __init__(self, control: socket.socket, pid: int, end: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._control = control
        self._end = end
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(end, self._note)

    def send_signal(self, number: int) -> None:
        send(self._control, Signal(pid=self.pid, number=number))

    async def wait(self) -> int:
        """Its exit code, or minus the signal that ended it."""
        await self._ended.wait()
        assert self.returncode is not None, "the nursery is dead"
        return self.returncode

    def _note(self) -> None:
        told = os.read(self._end, 16)
        self.returncode = int(told) if told else None
        self._loop.remove_reader(self._end)
        os.close(self._end)
        self._ended.set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    code: int
    out: str
    err: str


class Run:
    """One run of the program for a test without a loop; `streams` are lent to it."""

    def __init__(self, nursery: Nursery, birth: Birth, streams: Sequence[int]) -> None:
        self._nursery = nursery
        self._end, told = os.pipe()
        try:
            self.pid = nursery.ask(birth, [*streams, told])
        except BaseException:
            os.close(self._end)
            raise
        finally:
            os.close(told)

    def wait(self, seconds: float) -> int:
        """Its exit code, or minus the signal that ended it; killed if it takes longer."""
        try:
            if not select.select([self._end], [], [], seconds)[0]:
                self._nursery.signal(self.pid, signal.SIGKILL)
                raise TimeoutError
            told = os.read(self._end, 16)
        finally:
            os.close(self._end)
        assert told, "the nursery is dead"
        return int(told)


class Nursery:
    """A process that has imported the program; each child of it is a fork."""

    def __init__(self, *program: str) -> None:
        self._control, theirs = pair()
        self._control.settimeout(_PATIENCE)
        self._asking = threading.Lock()
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

    async def bear(self, *arguments: str, environ: Mapping[str, str], cwd: Path, output: Path) -> Child:
        """`python -m bot` with these arguments and this environment only; what it writes goes to `output`."""
        birth = Birth(arguments=arguments, environ=dict(environ), cwd=str(cwd))
        end, told = os.pipe()
        streams = [
            os.open(os.devnull, os.O_RDONLY),
            os.open(output, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600),
        ]
        try:
            pid = await asyncio.to_thread(self.ask, birth, [*streams, streams[-1], told])
        except BaseException:
            os.close(end)
            raise
        finally:
            close([*streams, told])
        return Child(self._control, pid, end)

    def run(self, birth: Birth, stdin: bytes, seconds: float) -> Ended:
        """`python -m bot` to its end."""
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            code = Run(self, birth, [given.fileno(), out.fileno(), err.fileno()]).wait(seconds)
            said = []
            for stream in (out, err):
                stream.seek(0)
                said.append(stream.read().decode())
        return Ended(code=code, out=said[0], err=said[1])

    def signal(self, pid: int, number: int) -> None:
        send(self._control, Signal(pid=pid, number=number))

    def ask(self, birth: Birth, descriptors: list[int]) -> int:
        """The number of the process that is born with these descriptors."""
        with self._asking:
            send(self._control, birth, descriptors)
            if not (answer := self._control.recv(16)):
                raise RuntimeError("the nursery is dead; its error stands above")
        return int(answer)

    def close(self) -> None:
        """End it and what it has borne."""
        self._control.close()
        self._process.wait(20)


_nurseries: list[Nursery] = []


def nursery() -> Nursery:
    """The one of this test session."""
    if not _nurseries:
        _nurseries.append(Nursery())
    return _nurseries[0]


def close_nursery() -> None:
    """If there is one."""
    while _nurseries:
        _nurseries.pop().close()
