"""Processes of the fork server behave like any other process, and none outlives its test."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.forkserver.client import ForkServer, SpawnedProcess

# A server with little to import; its forks print what they were given, sleep, and exit with a code.
PROGRAM = """
import json, os, signal, socket, sys, time
from tests.forkserver.server import serve

if serve(socket.socket(fileno=int(sys.argv[1]))) is not None:
    default_handler = signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL
    own_session = os.getsid(0) == os.getpid()
    given = sys.argv, dict(os.environ), os.getcwd(), own_session, default_handler, sys.stdin.read()
    print(json.dumps(given), flush=True)
    print("to stderr", file=sys.stderr)
    time.sleep(float(sys.argv[2]))
    sys.exit(int(sys.argv[1]))
"""


@pytest.fixture
def server() -> Iterator[ForkServer]:
    started = ForkServer("-c", PROGRAM)
    yield started
    started.close()


async def spawn(server: ForkServer, folder: Path, *, code: int = 0, seconds: float = 60) -> SpawnedProcess:
    output = folder / "output"
    return await server.spawn(str(code), str(seconds), environ={"A": "б"}, cwd=folder, output=output)


def is_running(pid: int) -> bool:
    """Whether the process runs; one that has ended may be a zombie until it is reaped."""
    try:
        about = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except (FileNotFoundError, ProcessLookupError):  # it may end while the file is read
        return False
    return about.rpartition(") ")[2][0] != "Z"


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while True:
            if holds():
                return
            await asyncio.sleep(0.01)


async def test_a_process_gets_what_it_was_given_and_its_exit_code(server: ForkServer, tmp_path: Path) -> None:
    child = await spawn(server, tmp_path, code=78, seconds=0)
    async with asyncio.timeout(20):
        assert await child.wait() == 78
    first, second = (tmp_path / "output").read_text("utf-8").splitlines()
    assert json.loads(first) == [["bot", "78", "0"], {"A": "б"}, str(tmp_path), True, True, ""]
    assert second == "to stderr"
    child.send_signal(signal.SIGKILL)  # it has ended: ignored


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_a_signal_ends_one_process_and_not_the_other(
    server: ForkServer, tmp_path: Path, number: signal.Signals
) -> None:
    one, other = await spawn(server, tmp_path), await spawn(server, tmp_path)
    one.send_signal(number)
    async with asyncio.timeout(20):
        assert await one.wait() == -number
    assert not is_running(one.pid)
    assert is_running(other.pid)
    assert other.returncode is None


async def test_closing_the_server_ends_its_processes(server: ForkServer, tmp_path: Path) -> None:
    child = await spawn(server, tmp_path)
    server.close()
    await until(lambda: not is_running(child.pid))
    assert not is_running(server.pid)


async def test_a_server_whose_parent_was_killed_ends_by_itself(tmp_path: Path) -> None:
    parent = ForkServer(
        "-c", f"import tests.forkserver.test_forkserver as here; here.orphan({str(tmp_path)!r})"
    )
    pids = tmp_path / "pids"
    await until(pids.exists)
    server, child = map(int, pids.read_text().split())
    assert is_running(server)
    assert is_running(child)
    os.kill(parent.pid, signal.SIGKILL)
    parent.close()
    await until(lambda: not is_running(child) and not is_running(server))


def orphan(folder: str) -> None:
    """Run by a process that stands for a test session, which the test kills."""

    async def wait() -> None:
        server = ForkServer("-c", PROGRAM)
        child = await spawn(server, Path(folder))
        (Path(folder) / "started").write_text(f"{server.pid} {child.pid}")
        (Path(folder) / "started").rename(Path(folder) / "pids")
        await child.wait()

    asyncio.run(wait())


async def test_a_server_that_could_not_start_raises(tmp_path: Path) -> None:
    broken = ForkServer("-c", "raise SystemExit(1)")
    with pytest.raises((RuntimeError, BrokenPipeError, ConnectionResetError)):
        await spawn(broken, tmp_path)
    broken.close()
