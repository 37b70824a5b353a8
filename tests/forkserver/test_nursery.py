"""The nursery's children are processes as any other, and none outlives the test that asked for it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.forkserver.children import Child, Nursery

# A nursery with little to import; what it bears tells what it is, then does as it is told.
LIGHT = """
import json, os, signal, socket, sys, time
from tests.forkserver.keeper import keep

if keep(socket.socket(fileno=int(sys.argv[1]))) is not None:
    quick = signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL
    told = sys.argv, dict(os.environ), os.getcwd(), os.getsid(0) == os.getpid(), quick, sys.stdin.read()
    print(json.dumps(told), flush=True)
    print("to stderr", file=sys.stderr)
    time.sleep(float(sys.argv[2]))
    sys.exit(int(sys.argv[1]))
"""


@pytest.fixture
def light() -> Iterator[Nursery]:
    made = Nursery("-c", LIGHT)
    yield made
    made.close()


async def bear(light: Nursery, folder: Path, *, code: int = 0, seconds: float = 60) -> Child:
    output = folder / "output"
    return await light.bear(str(code), str(seconds), environ={"A": "б"}, cwd=folder, output=output)


def lives(pid: int) -> bool:
    """Whether it runs; one that has ended may still wait to be reaped by whoever inherited it."""
    try:
        about = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except FileNotFoundError:
        return False
    return about.rpartition(") ")[2][0] != "Z"


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while True:
            if holds():
                return
            await asyncio.sleep(0.01)


async def test_a_child_has_what_it_was_given_and_its_own_exit_code(light: Nursery, tmp_path: Path) -> None:
    child = await bear(light, tmp_path, code=78, seconds=0)
    assert await asyncio.wait_for(child.wait(), 20) == 78
    first, second = (tmp_path / "output").read_text("utf-8").splitlines()
    assert json.loads(first) == [["bot", "78", "0"], {"A": "б"}, str(tmp_path), True, True, ""]
    assert second == "to stderr"
    child.send_signal(signal.SIGKILL)  # nobody is there, nobody is hit


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_a_signal_ends_one_child_and_not_the_other(
    light: Nursery, tmp_path: Path, number: signal.Signals
) -> None:
    one, other = await bear(light, tmp_path), await bear(light, tmp_path)
    one.send_signal(number)
    assert await asyncio.wait_for(one.wait(), 20) == -number
    assert not lives(one.pid)
    assert lives(other.pid)
    assert other.returncode is None


async def test_the_end_of_the_nursery_ends_its_children(light: Nursery, tmp_path: Path) -> None:
    child = await bear(light, tmp_path)
    light.close()
    await until(lambda: not lives(child.pid))
    assert not lives(light.pid)


async def test_a_nursery_whose_parent_was_killed_ends_by_itself(tmp_path: Path) -> None:
    parent = Nursery("-c", f"import tests.forkserver.test_nursery as here; here.orphan({str(tmp_path)!r})")
    told = tmp_path / "pids"
    await until(told.exists)
    nursery, child = map(int, told.read_text().split())
    assert lives(nursery)
    assert lives(child)
    os.kill(parent.pid, signal.SIGKILL)
    parent.close()
    await until(lambda: not lives(child) and not lives(nursery))


def orphan(folder: str) -> None:
    """What a test session does until it is killed."""

    async def wait() -> None:
        light = Nursery("-c", LIGHT)
        child = await bear(light, Path(folder))
        (Path(folder) / "begun").write_text(f"{light.pid} {child.pid}")
        (Path(folder) / "begun").rename(Path(folder) / "pids")
        await child.wait()

    asyncio.run(wait())


async def test_a_nursery_that_could_not_start_says_so(tmp_path: Path) -> None:
    broken = Nursery("-c", "raise SystemExit(1)")
    with pytest.raises((RuntimeError, BrokenPipeError, ConnectionResetError)):
        await bear(broken, tmp_path)
    broken.close()
