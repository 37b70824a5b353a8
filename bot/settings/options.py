"""The types and limits of every setting; all defaults are in config/settings.yaml."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
)

from knowledge.facts.pack.schema import Zone

_DATABASES = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
"""Kind of database -> the scheme with our driver."""

_FIRST_YEAR, _LAST_YEAR = 1970, 9000
"""Of the clock: what is stored years before and planned years ahead must have a date."""

MONITORING_PORT = 9464
"""The usual port of programs that Prometheus asks themselves."""


def _parse_ids(value: Any) -> Any:
    """«1, 2» -> (1, 2)."""
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _normalize_database_url(value: Any) -> Any:
    """Puts our driver into the scheme: hosting services give `postgres://…`, with or without another."""
    scheme, colon, rest = str(value).strip().partition("://")
    kind = scheme.partition("+")[0].lower()
    if not colon or kind not in _DATABASES:
        raise ValueError
    return f"{_DATABASES[kind]}://{rest}"


def _parse_instant(value: Any) -> Any:
    instant = datetime.fromisoformat(value) if isinstance(value, str) else value
    if instant is None:
        return None
    if instant.utcoffset() is None or not _FIRST_YEAR <= instant.year <= _LAST_YEAR:
        raise ValueError
    return instant


def _check_address(value: str) -> str:
    """ValueError for brackets that do not close and a port that is no port."""
    _ = urlsplit(value).port
    return value


Url = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^https?://[^\s/]+\S*$"),
    AfterValidator(_check_address),
]
Host = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9.:-]+$")]
Port = Annotated[int, Field(ge=0, le=65535)]
Seconds = Annotated[float, Field(gt=0, le=3600)]
Days = Annotated[int, Field(ge=1, le=36_500)]
"""At most a hundred years: a date that far back exists."""
_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_KIND = "(month|week|day|same)"


def _password(address: str) -> str:
    """The password of an address as it is written there; empty without one."""
    place = address.partition("://")[2].rpartition("@")[0]
    return place.partition(":")[2]


def _secret(pattern: str) -> Any:
    """A validator for secret text, which must not appear even in an error."""
    form = re.compile(pattern)

    def check(value: Any) -> Any:
        if not isinstance(value, str) or form.fullmatch(value.strip()) is None:
            raise ValueError
        return value.strip()

    return BeforeValidator(check)


class _Group(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PackOptions(_Group):
    max_bytes: int = Field(ge=1024)
    missed_share: float = Field(ge=0, le=1)


class TerminalOptions(_Group):
    history: Path
    chats: int = Field(ge=1)


class TelegramOptions(_Group):
    typing_after: Seconds
    questions_per_minute: int = Field(ge=1, le=100_000)
    stop_within: Seconds
    poll_timeout: int = Field(ge=0, le=50)
    request_timeout: Seconds
    backoff_first: Seconds
    backoff_longest: Seconds
    replies_per_second: float = Field(gt=0, le=1000)
    replies_burst: float = Field(ge=1, le=1_000_000)
    page_size: int = Field(ge=1, le=20)


class FollowupOptions(_Group):
    zone: Zone
    quiet: Annotated[str, StringConstraints(pattern=rf"^({_TIME}-{_TIME})?$")]
    rule: Annotated[str, StringConstraints(pattern=rf"^(none|{_KIND}(,{_KIND})*)@{_TIME}$")]
    per_second: float = Field(gt=0, le=30)
    lease: Seconds
    plan_every: Seconds
    late_after: Seconds


class EditingOptions(_Group):
    approval: bool
    asked_days: int = Field(ge=0, le=36_500)
    harmed_share: float = Field(ge=0, le=1)
    upload_bytes: int = Field(ge=1024, le=20 * 2**20)


class DraftingOptions(_Group):
    quotes: bool


class PrivacyOptions(_Group):
    retention_days: Days
    texts_days: Days


class LogOptions(_Group):
    level: Literal["debug", "info", "warning", "error"]
    format: Literal["console", "json"]


class Settings(_Group):
    """All settings. `get_secret_value()` reveals a secret; its repr does not."""

    bot_token: Annotated[SecretStr, _secret(r"\d+:\S+")] | None = None
    bot_api_url: Url
    admin_ids: Annotated[tuple[int, ...], BeforeValidator(_parse_ids)] = ()
    database_url: Annotated[SecretStr, BeforeValidator(_normalize_database_url)]
    redis_url: Annotated[SecretStr, _secret(r"(rediss?|unix)://\S+")] | None = None
    webhook_url: Url | None = None
    webhook_secret: Annotated[SecretStr, _secret(r"[A-Za-z0-9_-]{1,256}")] | None = None
    webhook_host: Host
    port: Port
    monitoring_host: Host
    monitoring_port: Port | None = None
    """None for PORT where no webhook is served, else MONITORING_PORT."""
    pack_dir: Path
    sentry_dsn: Annotated[SecretStr, _secret(r"https?://\S+@\S+/\S+")] | None = None
    reader: bool
    """Whether the trained reader is asked where words alone leave an answer open."""
    reader_dir: Path | None = None
    """Where its encoder is built; None for the user's cache folder."""
    now: Annotated[datetime, BeforeValidator(_parse_instant)] | None = None
    """Where the clock starts, for tests and trials; None for the system clock."""
    pack: PackOptions
    terminal: TerminalOptions
    telegram: TelegramOptions
    followups: FollowupOptions
    editing: EditingOptions
    drafting: DraftingOptions
    privacy: PrivacyOptions
    log: LogOptions

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not be logged: secrets, and the passwords of addresses."""
        given = (self.bot_token, self.webhook_secret, self.sentry_dsn)
        addresses = (self.database_url, self.redis_url)
        whole = [one.get_secret_value() for one in given if one is not None]
        return (*whole, *(_password(one.get_secret_value()) for one in addresses if one is not None))

    def monitoring_port_of(self, *, webhook: bool) -> int:
        """The port of /healthz, /readyz and /metrics. PORT is public where Telegram posts to it."""
        if self.monitoring_port is not None:
            return self.monitoring_port
        return MONITORING_PORT if webhook else self.port
