"""`spravka doctor`: the line of each check, and the exit code."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

import pytest

from bot.cli.doctor import examine
from bot.errors import ExitCode
from bot.settings.loading import load_settings
from bot.storage.connection import schema
from bot.storage.connection.database import Database

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
TOKEN = "42:geheim"


@dataclass
class Api:
    """What the fake Bot API answers to getMe."""

    status: int = 200
    body: bytes = b'{"ok": true, "result": {"id": 42, "username": "spravka_bot"}}'
    date: str = format_datetime(NOW, usegmt=True)
    asked: list[str] = field(default_factory=list)


@contextmanager
def serving(api: Api) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            api.asked.append(self.path)
            self.send_response_only(api.status)
            if api.date:
                self.send_header("Date", api.date)
            self.send_header("Content-Length", str(len(api.body)))
            self.end_headers()
            self.wfile.write(api.body)

        def log_message(self, *_arguments: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def examined(folder: Path, clock: datetime = NOW, **environ: str) -> tuple[ExitCode, list[str]]:
    given = {"DATABASE_URL": f"sqlite:///{folder}/none.db", **environ}
    settings = load_settings(given, dotenv=folder / ".env")
    out = StringIO()
    code = examine(settings, out, lambda: clock)
    assert "geheim" not in out.getvalue()
    return code, out.getvalue().splitlines()


def line(lines: list[str], about: str) -> str:
    (found,) = (one for one in lines if one[2:].startswith(about))
    return found


def test_doctor_finds_nothing_wrong(tmp_path: Path) -> None:
    api = Api()
    with serving(api) as url:
        code, lines = examined(tmp_path, BOT_TOKEN=TOKEN, BOT_API_URL=url + "/")
    assert code is ExitCode.OK
    assert api.asked == [f"/bot{TOKEN}/getMe"]
    assert line(lines, "Токен") == "✓ Токен: это бот @spravka_bot."
    assert line(lines, "Часы").startswith("✓ Часы: 2026-11-23 12:00")
    assert line(lines, "База данных").startswith("· База данных: её ещё нет.")
    assert line(lines, "Redis").startswith("· Redis: REDIS_URL не задан")


def test_without_a_token_only_the_address_is_checked(tmp_path: Path) -> None:
    api = Api(status=404)
    with serving(api) as url:
        code, lines = examined(tmp_path, BOT_API_URL=url)
    assert (code, api.asked) == (ExitCode.OK, ["/"])
    assert line(lines, "Токен").startswith("· Токен: BOT_TOKEN не задан.")


@pytest.mark.parametrize("status", [401, 404])
def test_unknown_token(tmp_path: Path, status: int) -> None:
    with serving(Api(status=status, body=b"{}")) as url:
        code, lines = examined(tmp_path, BOT_TOKEN=TOKEN, BOT_API_URL=url)
    assert code is ExitCode.FAILED
    assert line(lines, "Токен").startswith("✗ Токен: Telegram его не признаёт.")
    assert line(lines, "Bot API").startswith("✓")


@pytest.mark.parametrize(
    ("api", "reason"),
    [
        (Api(status=502), "HTTP 502"),
        (Api(body=b"<html>"), "JSONDecodeError"),
        (Api(body=b'{"ok": true}'), "getMe"),
        (Api(body=b"[]"), "getMe"),
    ],
)
def test_server_that_is_no_bot_api(tmp_path: Path, api: Api, reason: str) -> None:
    with serving(api) as url:
        code, lines = examined(tmp_path, BOT_TOKEN=TOKEN, BOT_API_URL=url)
    assert code is ExitCode.FAILED
    assert f"не отвечает ({reason})" in line(lines, "Bot API")
    assert line(lines, "Часы").startswith("· Часы:")


def test_nothing_listens(tmp_path: Path) -> None:
    code, lines = examined(tmp_path, BOT_TOKEN=TOKEN, BOT_API_URL="http://127.0.0.1:9")
    assert code is ExitCode.FAILED
    assert line(lines, "Bot API").startswith("✗ Bot API: http://127.0.0.1:9 не отвечает")
    assert not any("Токен" in one for one in lines)


@pytest.mark.parametrize(
    ("ahead", "said"), [(60, "✗ Часы: спешат на 60 с."), (-3600, "✗ Часы: отстают на 3600 с."), (5, "✓ Часы")]
)
def test_clock_skew(tmp_path: Path, ahead: int, said: str) -> None:
    with serving(Api()) as url:
        _, lines = examined(tmp_path, NOW + timedelta(seconds=ahead), BOT_TOKEN=TOKEN, BOT_API_URL=url)
    assert line(lines, "Часы").startswith(said)


@pytest.mark.parametrize("date", ["", "вчера".encode().decode("latin-1"), "Mon, 99 Nov 2026 12:00:00 GMT"])
def test_api_without_a_date_header(tmp_path: Path, date: str) -> None:
    with serving(Api(date=date)) as url:
        code, lines = examined(tmp_path, BOT_TOKEN=TOKEN, BOT_API_URL=url)
    assert code is ExitCode.OK
    assert line(lines, "Часы").startswith("· Часы:")


def test_spravka_now_is_mentioned(tmp_path: Path) -> None:
    with serving(Api()) as url:
        code, lines = examined(tmp_path, BOT_API_URL=url, SPRAVKA_NOW="2016-05-31T12:00:00Z")
    assert code is ExitCode.OK
    assert line(lines, "Часы").startswith("· Часы: идут от SPRAVKA_NOW, 2016-05-31T12:00:00")


def test_invalid_pack(tmp_path: Path) -> None:
    (tmp_path / "source.yaml").write_text("id: x", "utf-8")
    with serving(Api()) as url:
        code, lines = examined(tmp_path, BOT_API_URL=url, PACK_DIR=str(tmp_path))
    assert code is ExitCode.FAILED
    assert line(lines, "База фактов") == "✗ База фактов: База не открывается:"
    assert f"{tmp_path}/source.yaml:1: не хватает ключа «title»: добавьте его" in lines


def upgraded(address: str) -> None:
    async def upgrade() -> None:
        database = Database(address)
        await schema.upgrade(database)
        await database.close()

    asyncio.run(upgrade())


def test_ready_missing_and_foreign_databases(tmp_path: Path) -> None:
    upgraded(f"sqlite:///{tmp_path}/ready.db")
    (tmp_path / "empty.db").touch()
    (tmp_path / "strange.db").write_bytes(b"no database at all" * 100)
    with serving(Api()) as url:
        said = {
            name: examined(tmp_path, BOT_API_URL=url, DATABASE_URL=f"sqlite:///{tmp_path}/{name}.db")
            for name in ("ready", "empty", "strange")
        }
    assert line(said["ready"][1], "База данных") == "✓ База данных: SQLite отвечает, схема нужная."
    assert "spravka db upgrade" in line(said["empty"][1], "База данных")
    assert "не отвечает (DatabaseError)" in line(said["strange"][1], "База данных")
    assert [code for code, _ in said.values()] == [ExitCode.OK, ExitCode.FAILED, ExitCode.FAILED]


def test_unreachable_database(tmp_path: Path) -> None:
    with serving(Api()) as url:
        away = "postgresql://u:geheim@127.0.0.1:9/x"
        code, lines = examined(tmp_path, BOT_API_URL=url, DATABASE_URL=away)
    assert code is ExitCode.FAILED
    assert "не отвечает (ConnectionRefusedError)" in line(lines, "База данных")


@pytest.mark.redis
def test_redis_that_answers(tmp_path: Path) -> None:
    with serving(Api()) as url:
        _, lines = examined(tmp_path, BOT_API_URL=url, REDIS_URL=os.environ["TEST_REDIS_URL"])
    assert line(lines, "Redis") == "✓ Redis: отвечает."


def test_redis_that_does_not_answer(tmp_path: Path) -> None:
    with serving(Api()) as url:
        code, lines = examined(tmp_path, BOT_API_URL=url, REDIS_URL="redis://:geheim@127.0.0.1:9/0")
    assert code is ExitCode.FAILED
    assert line(lines, "Redis").startswith("✗ Redis: не отвечает (ConnectionError)")
