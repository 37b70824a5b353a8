"""`spravka demo` as a person starts and ends it; what `run` and the wheel hold of it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.demo import page

PROJECT = Path(__file__).resolve().parents[2]
PAGE = Path(page.__file__).parent


def clean() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if not name.startswith("COV_")}


def children(pid: int) -> list[int]:
    return [int(number) for number in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextmanager
def started(folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The demo as a process, with its temporary folder in `folder`; and the id of its bot."""
    demo = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", "0"],
        cwd=PROJECT,
        env={**clean(), "TMPDIR": str(folder), "READER": "off"},
        stdout=subprocess.PIPE,
        text=True,
    )
    with demo:
        assert demo.stdout is not None
        assert re.search(r"http://127\.0\.0\.1:\d+", demo.stdout.readline())
        (bot,) = children(demo.pid)
        yield demo, bot


def runs(process: int) -> bool:
    """Whether there is such a process; an orphan that nobody waits for stays as a zombie."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False
    return "State:\tZ" not in status


def has_ended(process: int) -> bool:
    """Whether the process ends within a minute."""
    deadline = time.monotonic() + 60
    while runs(process) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not runs(process)


def test_ctrl_c_ends_the_bot_and_removes_what_was_written(tmp_path: Path) -> None:
    with started(tmp_path) as (demo, bot):
        assert list(tmp_path.iterdir())
        demo.send_signal(signal.SIGINT)
        assert demo.wait(60) == 0
    assert list(tmp_path.iterdir()) == []
    assert has_ended(bot)


def test_the_bot_ends_when_the_demo_is_killed(tmp_path: Path) -> None:
    with started(tmp_path) as (demo, bot):
        demo.kill()
        demo.wait()
    assert has_ended(bot)


def test_the_command_line_loads_the_demo_only_for_its_command() -> None:
    # What `run` loads further, the import contracts keep from knowing the demo.
    listed = "print([name for name in sys.modules if name.startswith('bot.demo')])"
    program = [sys.executable, "-c", f"import sys, bot.cli.app; {listed}"]
    done = subprocess.run(program, cwd=PROJECT, env=clean(), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_wheel_holds_every_file_of_the_page() -> None:
    options = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    packed = {path for glob in options["package-data"]["bot"] for path in (PROJECT / "bot").glob(glob)}
    files = {path for path in PAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert {path for path in files if path.suffix != ".py"} <= packed


def test_the_page_names_only_files_that_exist() -> None:
    named = re.findall(r'(?:href|src)="/static/([\w.-]+)"', page.TEMPLATE.read_text("utf-8"))
    for script in (PAGE / "static").glob("*.js"):
        named += re.findall(r'from "\./([\w.-]+)"', script.read_text("utf-8"))
    assert len(named) > 20
    assert [name for name in named if not (PAGE / "static" / name).is_file()] == []


def test_the_pictures_of_the_readme_are_of_moderate_size() -> None:
    for screen in ("desktop", "phone"):
        for scheme in ("light", "dark"):
            picture = PROJECT / "docs" / f"demo-{screen}-{scheme}.png"
            assert 30_000 < picture.stat().st_size < 300_000
