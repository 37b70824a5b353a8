"""The types and limits of every setting; all defaults are in config/settings.yaml."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, StringConstraints

from bot.settings.value_types import (
    Days,
    Host,
    Port,
    Seconds,
    Url,
    normalize_database_url,
    parse_ids,
    parse_instant,
    password_of,
    secret,
)
from knowledge.facts.pack.schema import Zone

MONITORING_PORT = 9464
"""The usual port of programs that Prometheus asks themselves."""
_TIME = r"([01]\d|2[0-3]):[0-5]\d"
_KIND = "(month|week|day|same)"


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

    bot_token: Annotated[SecretStr, secret(r"\d+:\S+")] | None = None
    bot_api_url: Url
    admin_ids: Annotated[tuple[int, ...], BeforeValidator(parse_ids)] = ()
    database_url: Annotated[SecretStr, BeforeValidator(normalize_database_url)]
    redis_url: Annotated[SecretStr, secret(r"(rediss?|unix)://\S+")] | None = None
    webhook_url: Url | None = None
    webhook_secret: Annotated[SecretStr, secret(r"[A-Za-z0-9_-]{1,256}")] | None = None
    webhook_host: Host
    port: Port
    monitoring_host: Host
    monitoring_port: Port | None = None
    """None for PORT where no webhook is served, else MONITORING_PORT."""
    pack_dir: Path
    sentry_dsn: Annotated[SecretStr, secret(r"https?://\S+@\S+/\S+")] | None = None
    reader: bool
    """Whether the trained reader is asked where words alone leave an answer open."""
    reader_dir: Path | None = None
    """Where its encoder is built; None for the user's cache folder."""
    now: Annotated[datetime, BeforeValidator(parse_instant)] | None = None
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
        return (*whole, *(password_of(one.get_secret_value()) for one in addresses if one is not None))

    def monitoring_port_of(self, *, webhook: bool) -> int:
        """The port of /healthz, /readyz and /metrics. PORT is public where Telegram posts to it."""
        if self.monitoring_port is not None:
            return self.monitoring_port
        return MONITORING_PORT if webhook else self.port
