"""Types of values in settings: addresses, ports, spans of time, secrets. A wrong one is a ValueError."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

_DATABASES = {
    "sqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
}
"""Kind of database -> the scheme with our driver."""
_FIRST_YEAR, _LAST_YEAR = 1970, 9000
"""Of the clock: what is stored years before and planned years ahead must have a date."""


def parse_ids(value: Any) -> Any:
    """«1, 2» -> (1, 2)."""
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


def normalize_database_url(value: Any) -> Any:
    """Puts our driver into the scheme: hosting services give `postgres://…`, with or without another."""
    scheme, colon, rest = str(value).strip().partition("://")
    kind = scheme.partition("+")[0].lower()
    if not colon or kind not in _DATABASES:
        raise ValueError
    return f"{_DATABASES[kind]}://{rest}"


def parse_instant(value: Any) -> Any:
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


def password_of(address: str) -> str:
    """The password of an address as it is written there; empty without one."""
    place = address.partition("://")[2].rpartition("@")[0]
    return place.partition(":")[2]


def secret(pattern: str) -> Any:
    """A validator for secret text, which must not appear even in an error."""
    form = re.compile(pattern)

    def check(value: Any) -> Any:
        if not isinstance(value, str) or form.fullmatch(value.strip()) is None:
            raise ValueError
        return value.strip()

    return BeforeValidator(check)
