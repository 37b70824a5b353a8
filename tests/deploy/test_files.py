"""The image runs without root and holds no secrets; units are hardened; what they run exists."""

from __future__ import annotations

import asyncio
import configparser
import platform
import re
import subprocess
import sys
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cli.app import app
from bot.settings.environment import ENVIRONMENT
from bot.settings.loading import load_settings
from bot.web.probe import is_alive
from tests.deploy.dockerfile import only, read_stages

PROJECT = Path(__file__).resolve().parents[2]
DEPLOY = PROJECT / "deploy"


HADOLINT = Path(sys.executable).with_name("hadolint")
"""Pinned where it has a wheel: Linux on x86-64."""


def unit(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]  # names keep their case
    read.read(DEPLOY / name)
    return read


def test_the_image_runs_as_a_user_with_a_number_and_has_a_health_check() -> None:
    _, final = read_stages((PROJECT / "Dockerfile").read_text("utf-8"))
    user = only(final, "USER").rest.partition(":")[0]
    assert int(user) > 0
    assert "bot.web.probe" in only(final, "HEALTHCHECK").rest
    assert only(final, "ENTRYPOINT").words == ["spravka"]


@pytest.mark.skipif((sys.platform, platform.machine()) != ("linux", "x86_64"), reason="no hadolint here")
@pytest.mark.parametrize(("text", "code"), [(None, 0), ("FROM debian:latest\nRUN cd /tmp && ls\n", 1)])
def test_hadolint_finds_nothing_in_the_dockerfile(text: str | None, code: int) -> None:
    read = text if text is not None else (PROJECT / "Dockerfile").read_text("utf-8")
    found = subprocess.run([HADOLINT, "-"], input=read, capture_output=True, text=True, check=False)
    assert found.returncode == code, found.stdout


def test_only_what_is_copied_goes_to_the_build() -> None:
    build, _ = read_stages((PROJECT / "Dockerfile").read_text("utf-8"))
    copied = {word for one in build if one.name == "COPY" for word in one.words[:-1]}
    lines = (PROJECT / ".dockerignore").read_text("utf-8").splitlines()
    allowed = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert copied == allowed
    assert all((PROJECT / one).exists() for one in copied)
    assert not any(one.startswith((".env", "var")) for one in allowed)


def test_the_unit_is_hardened_and_does_not_restart_on_wrong_settings() -> None:
    service = unit("spravka.service")["Service"]
    wanted = {
        "User": "spravka",
        "RestartPreventExitStatus": "78",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "NoNewPrivileges": "yes",
        "CapabilityBoundingSet": "",
        "PrivateTmp": "yes",
        "PrivateDevices": "yes",
        "UMask": "0077",
        "StateDirectoryMode": "0700",
    }
    assert {key: service.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("name", ["spravka.service", "spravka-backup.service"])
def test_units_run_commands_that_there_are(name: str) -> None:
    command = unit(name)["Service"]["ExecStart"].partition("/.venv/bin/spravka ")[2].split()[0]
    names = {one.name or one.callback.__name__ for one in app.registered_commands if one.callback}
    assert command in names | {group.name for group in app.registered_groups}


def test_the_files_set_only_variables_that_are_read() -> None:
    text = (DEPLOY / "compose.yaml").read_text("utf-8")
    block = re.search(r"environment: &environment\n((?:    .*\n)+)", text)
    assert block is not None
    set_there = set(re.findall(r"^ +([A-Z_]+):", block[1], re.MULTILINE))
    assert set_there <= set(ENVIRONMENT.values())


@pytest.mark.parametrize(("path", "alive"), [("/healthz", True), ("/", False)])
async def test_the_probe_asks_whichever_port_answers(path: str, alive: bool) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response()

    served = web.Application()
    served.router.add_get(path, answer)
    async with TestServer(served) as server:
        given = {"PORT": str(server.port), "MONITORING_PORT": "1"}
        settings = load_settings(given, dotenv=Path("/nonexistent"))
        assert await asyncio.to_thread(is_alive, settings) is alive
