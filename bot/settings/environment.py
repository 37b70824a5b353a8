"""Reads settings from environment variables and from `.env`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from dotenv.parser import parse_stream

from knowledge.facts.pack.problems import Code, Problem

ENVIRONMENT = {
    "bot_token": "BOT_TOKEN",
    "bot_api_url": "BOT_API_URL",
    "admin_ids": "ADMIN_IDS",
    "database_url": "DATABASE_URL",
    "redis_url": "REDIS_URL",
    "webhook_url": "WEBHOOK_URL",
    "webhook_secret": "WEBHOOK_SECRET",
    "webhook_host": "WEBHOOK_HOST",
    "port": "PORT",
    "monitoring_host": "MONITORING_HOST",
    "monitoring_port": "MONITORING_PORT",
    "pack_dir": "PACK_DIR",
    "sentry_dsn": "SENTRY_DSN",
    "log.format": "LOG_FORMAT",
    "log.level": "LOG_LEVEL",
    "reader": "READER",
    "reader_dir": "READER_DIR",
    "now": "SPRAVKA_NOW",
}
"""Key of a setting -> its environment variable; a dot stands before the key inside a group."""
SECRET = frozenset({"bot_token", "database_url", "redis_url", "webhook_secret", "sentry_dsn"})
PLACE = "environment"
"""The `file` of a problem with an environment variable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """The text of a variable and where it is set."""

    value: str
    file: str = PLACE
    line: int | None = None


def read_environment(environ: Mapping[str, str]) -> dict[str, Variable]:
    """The variables that are set, by the setting's key; an empty one counts as unset."""
    return {key: Variable(value=environ[name]) for key, name in ENVIRONMENT.items() if environ.get(name)}


def read_dotenv(path: Path, problems: list[Problem]) -> dict[str, Variable]:
    """The same from a `.env` file, which may be absent; unreadable lines are added to `problems`."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError:
        problems.append(Problem(code=Code.ENCODING, file=path.name))
        return {}
    except OSError as error:
        reason = error.strerror or str(error)
        problems.append(Problem(code=Code.UNREADABLE, file=path.name, data={"reason": reason}))
        return {}
    keys = {name: key for key, name in ENVIRONMENT.items()}
    variables: dict[str, Variable] = {}
    for binding in parse_stream(StringIO(text)):
        line = binding.original.line
        if binding.error:
            problems.append(Problem(code=Code.BAD_LINE, file=path.name, line=line))
        elif binding.key in keys and binding.value:
            variables[keys[binding.key]] = Variable(value=binding.value, file=path.name, line=line)
    return variables
