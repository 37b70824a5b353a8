"""`python -m tests.deploy [--python PYTHON]`: goes through the Dockerfile without Docker, and runs the bot.

The steps of its first stage run in a folder instead of /app; its second stage becomes a copy that nobody may
write to, where the bot runs as another user, is asked a question and is examined by the health check.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from bot.demo.botapi.running import running
from tests.deploy.dockerfile import Instruction, only, read_stages

PROJECT = Path(__file__).resolve().parents[2]
_ROOT = "/app"
_ANSWER_WITHIN = 60.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.deploy")
    parser.add_argument("--python", default=sys.executable, help="stands for that of the base image")
    chosen = parser.parse_args()
    build, final = read_stages((PROJECT / "Dockerfile").read_text("utf-8"))
    folder = Path(tempfile.mkdtemp(prefix="image-"))
    try:
        folder.chmod(0o755)
        app = folder / "app"
        app.mkdir()
        began = time.monotonic()
        _build(build, app, chosen.python)
        print(f"built in {time.monotonic() - began:.0f} s, {_size(app):.0f} MB", flush=True)
        image = _Image(app, final)
        image.seal()
        asyncio.run(image.try_out())
    finally:
        subprocess.run(["chmod", "-R", "u+w", str(folder)], check=False)
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def _build(stage: Sequence[Instruction], app: Path, python: str) -> None:
    bin_folder = app.parent / "bin"
    bin_folder.mkdir()
    # Not a link: a link to the python of a virtual environment would stay in that environment.
    (bin_folder / "python").write_text(f'#!/bin/sh\nexec "{python}" "$@"\n')
    (bin_folder / "python").chmod(0o755)
    environ = {**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": ""}
    for one in stage:
        if one.name == "COPY":
            *sources, target = one.words
            for source in sources:
                _copy(PROJECT / source, app / target)
        elif one.name == "RUN":
            subprocess.run(
                ["sh", "-ec", one.rest], cwd=app, env=environ, check=True, stderr=subprocess.DEVNULL
            )


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target / source.name if target.is_dir() else target)


def _size(folder: Path) -> float:
    """MB."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


class _Image:
    """The second stage: a folder and what the Dockerfile says about running in it."""

    def __init__(self, app: Path, stage: Sequence[Instruction]) -> None:
        self._app = app
        self._stage = stage
        self._user = only(stage, "USER").rest.partition(":")[0]

    def seal(self) -> None:
        """Only var may be written, by the image's user."""
        subprocess.run(["chmod", "-R", "a-w", str(self._app)], check=True)
        var = self._app / "var"
        var.chmod(0o700)
        if os.geteuid() == 0:
            shutil.chown(var, int(self._user), int(self._user))

    async def try_out(self) -> None:
        before = self._files()
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]
        async with running() as api:
            environ = {"BOT_TOKEN": api.state.token, "BOT_API_URL": api.url, "PORT": str(port)}
            command = [*only(self._stage, "ENTRYPOINT").words, *only(self._stage, "CMD").words]
            process = await self._start(command, environ)
            try:
                await api.say(1, "Когда состоится второй диалог?")
                (reply,) = await api.replies(1, 1, _ANSWER_WITHIN)
                print(f"answered: {reply['text'].splitlines()[0]}", flush=True)
                health = only(self._stage, "HEALTHCHECK").rest.partition("CMD ")[2]
                check = await self._start(Instruction(name="CMD", rest=health).words, environ)
                assert await check.wait() == 0, "the health check fails"
                print("healthy", flush=True)
            finally:
                with suppress(ProcessLookupError):
                    process.terminate()
                async with asyncio.timeout(20):
                    code = await process.wait()
        assert code == 0, code
        changed = {path for path in self._files() ^ before if not path.startswith("var/")}
        assert not changed, f"written outside var: {changed}"
        print("stopped; nothing written outside var", flush=True)

    async def _start(self, command: Sequence[str], environ: dict[str, str]) -> asyncio.subprocess.Process:
        given = {"HOME": "/nonexistent", **environ}
        for name, value in (
            pair.split("=", 1) for one in self._stage if one.name == "ENV" for pair in one.words
        ):
            given[name] = value.replace(_ROOT, str(self._app)).replace("$PATH", os.environ["PATH"])
        if os.geteuid() == 0 and self._others_may_run():
            ids = ("--reuid", self._user, "--regid", self._user, "--clear-groups")
            command = ["setpriv", *ids, "--", *command]
        return await asyncio.create_subprocess_exec(*command, cwd=self._app, env=given)

    def _others_may_run(self) -> bool:
        """Whether the interpreter can be reached by a user who is not root."""
        python = (self._app / ".venv/bin/python").resolve()
        reached = all(one.stat().st_mode & 0o001 for one in python.parents)
        if not reached:
            print("not run as another user: the interpreter is root's own", flush=True)
        return reached

    def _files(self) -> set[str]:
        return {str(path.relative_to(self._app)) for path in self._app.rglob("*")}


raise SystemExit(main())
