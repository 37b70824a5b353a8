"""Settings from the file, .env and the environment; all problems at once, secrets hidden."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.errors import ConfigurationError
from bot.replies.cli.failures import explain
from bot.settings.clock import clock_from, system_clock
from bot.settings.environment import ENVIRONMENT
from bot.settings.loading import FILE, load_settings
from bot.settings.options import Settings
from knowledge.facts.pack import Code, PackError, Problem, load_pack

NO_DOTENV = Path("/nonexistent/.env")
SECRET = "geheim"


def load(dotenv: Path = NO_DOTENV, file: Path = FILE, **environ: str) -> Settings:
    return load_settings(environ, dotenv=dotenv, file=file)


def refused(dotenv: Path = NO_DOTENV, file: Path = FILE, **environ: str) -> tuple[Problem, ...]:
    with pytest.raises(ConfigurationError) as caught:
        load(dotenv, file, **environ)
    assert SECRET not in explain(caught.value)
    assert SECRET not in repr(caught.value.problems)
    return caught.value.problems


def test_shipped_settings_file_is_complete() -> None:
    settings = load()
    assert settings.bot_token is None
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.database_url.get_secret_value() == "sqlite+aiosqlite:///var/spravka.db"
    assert (settings.admin_ids, settings.redis_url, settings.now) == ((), None, None)
    assert settings.pack_dir.joinpath("facts.yaml").is_file()


def test_monitoring_is_never_on_the_public_port() -> None:
    settings = load(PORT="9000")
    assert settings.monitoring_port_of(webhook=False) == 9000
    assert settings.monitoring_port_of(webhook=True) == 9464
    assert settings.monitoring_host == "127.0.0.1"


def test_every_environment_variable_is_read() -> None:
    settings = load(
        BOT_TOKEN=f"123:{SECRET}",
        BOT_API_URL="http://127.0.0.1:8081",
        ADMIN_IDS="17, 25,",
        DATABASE_URL=f"postgresql+asyncpg://u:{SECRET}@host/base",
        REDIS_URL=f"redis://:{SECRET}@host:6379/0",
        WEBHOOK_URL="https://bot.example/hook",
        WEBHOOK_SECRET=SECRET,
        PORT="9000",
        MONITORING_PORT="9001",
        PACK_DIR="/packs/mine",
        SPRAVKA_NOW="2016-05-01T12:00:00+03:00",
    )
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == f"123:{SECRET}"
    assert settings.admin_ids == (17, 25)
    assert (settings.port, settings.pack_dir) == (9000, Path("/packs/mine"))
    assert settings.monitoring_port_of(webhook=True) == 9001
    assert settings.now == datetime(2016, 5, 1, 12, tzinfo=timezone(timedelta(hours=3)))
    assert settings.webhook_url == "https://bot.example/hook"
    assert SECRET not in repr(settings)
    assert SECRET not in str(settings)
    assert SECRET not in settings.model_dump_json()


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("postgres://u@h/b", "postgresql+asyncpg://u@h/b"),
        ("postgresql://u@h/b", "postgresql+asyncpg://u@h/b"),
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        (" sqlite+aiosqlite:////a.db ", "sqlite+aiosqlite:////a.db"),
    ],
)
def test_database_urls_of_hosting_services_are_accepted(given: str, read: str) -> None:
    assert load(DATABASE_URL=given).database_url.get_secret_value() == read


def test_empty_variable_counts_as_unset() -> None:
    assert load(BOT_TOKEN="", PORT="").port == 8080


def test_environment_overrides_dotenv_which_overrides_the_file(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_text("# мой бот\nexport BOT_TOKEN='1:из файла'\nPORT=7000\nOTHER=x\nADMIN_IDS=\n", "utf-8")
    assert load(dotenv, BOT_TOKEN="1:a").port == 7000
    assert load(dotenv, PORT="7001", BOT_TOKEN="1:a").port == 7001
    found = refused(dotenv)
    assert [(one.file, one.line, one.data["key"]) for one in found] == [(".env", 2, "BOT_TOKEN")]


def test_all_invalid_variables_are_reported_at_once_with_advice() -> None:
    found = refused(
        BOT_TOKEN=SECRET,
        BOT_API_URL="api.telegram.org",
        ADMIN_IDS="17,я",
        DATABASE_URL=f"mysql://{SECRET}",
        REDIS_URL=SECRET,
        WEBHOOK_URL="ftp://x",
        WEBHOOK_SECRET=f"{SECRET}!",
        PORT="70000",
        WEBHOOK_HOST="a b",
        MONITORING_HOST="//",
        MONITORING_PORT="-1",
        SENTRY_DSN=SECRET,
        LOG_FORMAT="xml",
        LOG_LEVEL="loud",
        READER="вчера",
        SPRAVKA_NOW="2016-05-01T12:00",
    )
    assert {one.data["key"] for one in found} == set(ENVIRONMENT.values()) - {"PACK_DIR", "READER_DIR"}
    said = explain(ConfigurationError(found)).splitlines()
    assert said[0] == "Настройки не годятся:"
    assert "переменная PORT: «70000» не подходит («PORT»): нужно число в допустимых пределах" in said
    assert any(line.startswith("переменная SPRAVKA_NOW:") and "+03:00" in line for line in said)


@pytest.mark.parametrize("instant", ["вчера", "2016-05-01", "1462104000", "2016-13-01T00:00:00Z"])
def test_spravka_now_needs_an_offset(instant: str) -> None:
    assert [one.code for one in refused(SPRAVKA_NOW=instant)] == [Code.BAD_VALUE]


@pytest.mark.parametrize("instant", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_the_clock_has_room_before_and_after_it(instant: str) -> None:
    assert [one.code for one in refused(SPRAVKA_NOW=instant)] == [Code.BAD_VALUE]


@pytest.mark.parametrize("address", ["http://[::1", "http://h:99999", "http://h:x"])
def test_an_address_that_no_client_can_read_is_refused(address: str) -> None:
    assert [one.data["key"] for one in refused(WEBHOOK_URL=address)] == ["WEBHOOK_URL"]


def test_a_folder_name_that_no_file_can_have_is_left_to_the_pack() -> None:
    name = "a" * 5000
    with pytest.raises(PackError) as caught:
        load_pack(load(PACK_DIR=name).pack_dir)
    assert [(one.code, one.file) for one in caught.value.problems] == [(Code.UNREADABLE, name)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("zone", one) for one in ("Europe/Nowhere", "Europe", "../x")),
        *(("quiet", one) for one in ("25:00-26:00", "22-8", "22:00")),
        *(("rule", one) for one in ("month@25:00", "@10:00", "year@10:00", "month")),
        *((one, "999999999") for one in ("asked_days", "retention_days", "texts_days")),
        *(("replies_burst", one) for one in (".inf", "inf", "nan")),
    ],
)
def test_a_value_that_would_fail_later_is_refused_by_line(tmp_path: Path, key: str, value: str) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(re.sub(rf"{key}: .*", f"{key}: {value}", FILE.read_text("utf-8"), count=1), "utf-8")
    line = next(
        number for number, one in enumerate(file.read_text("utf-8").splitlines(), 1) if f" {key}: " in one
    )
    assert [one.line for one in refused(file=file)] == [line]


def test_invalid_settings_file_is_reported_by_line(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    text = FILE.read_text("utf-8").replace("typing_after: 0.5", "typing_aftr: 0.5")
    file.write_text(text.replace("level: info", "level: loud"), "utf-8")
    lines = {line.strip(): number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)}
    found = {(one.code, one.line) for one in refused(file=file)}
    assert found == {
        (Code.UNKNOWN_KEY, lines["typing_aftr: 0.5"]),
        (Code.MISSING_KEY, lines["telegram:"]),
        (Code.BAD_VALUE, lines["level: loud"]),
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"port: [", Code.BROKEN_YAML),
        (b"\xff", Code.ENCODING),
        (b"- port", Code.MAPPING_EXPECTED),
        (b"", Code.MAPPING_EXPECTED),
        (None, Code.UNREADABLE),
    ],
)
def test_unreadable_settings_file_is_one_problem(tmp_path: Path, content: bytes | None, code: Code) -> None:
    file = tmp_path / "settings.yaml"
    if content is not None:
        file.write_bytes(content)
    assert [one.code for one in refused(file=file)] == [code]


def test_unreadable_dotenv_is_a_problem(tmp_path: Path) -> None:
    dotenv = tmp_path / ".env"
    dotenv.write_bytes(b"PORT=\xff")
    assert [one.code for one in refused(dotenv)] == [Code.ENCODING]
    dotenv.write_text("PORT=1\n'oops\n", "utf-8")
    assert [(one.code, one.line) for one in refused(dotenv)] == [(Code.BAD_LINE, 2)]
    folder = tmp_path / "folder"
    folder.mkdir()
    assert [one.code for one in refused(folder)] == [Code.UNREADABLE]


def test_every_setting_has_a_key_with_a_comment() -> None:
    lines = FILE.read_text("utf-8").splitlines()
    for before, line in pairwise(lines):
        if re.match(r" *[a-z_]+: \S", line):
            assert before.strip().startswith("#"), f"no comment over {line!r}"
    groups = {name: field.annotation for name, field in Settings.model_fields.items()}
    for name, kind in groups.items():
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            assert all(field.is_required() for field in kind.model_fields.values()), name


def test_clock_from_spravka_now_runs_on() -> None:
    ticks = iter([100.0, 100.0, 103.5])
    start = datetime(2016, 5, 31, 23, 59, 58, tzinfo=UTC)
    clock = clock_from(start, lambda: next(ticks))
    assert clock() == start
    assert clock() == datetime(2016, 6, 1, 0, 0, 1, 500_000, tzinfo=UTC)


def test_system_clock_is_aware() -> None:
    assert clock_from(None) is system_clock
    assert system_clock().utcoffset() == timedelta(0)
