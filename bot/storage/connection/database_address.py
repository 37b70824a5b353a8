"""Reads DATABASE_URL: any form that libpq or a hosting service writes, into what our drivers take.

Each parameter of the query is mapped, or dropped with a line in the log: the drivers raise TypeError for one
that they do not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import structlog
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import DatabaseAddressError, DatabaseHostMissingError, DatabaseParameterError
from bot.storage.connection.tls import TLS_PARAMETERS, tls_argument

log = structlog.get_logger()
CONNECT_TIMEOUT = 10.0
"""Seconds for a connection where the address names none: a sleeping database takes some to wake."""
_TARGETS = frozenset(("any", "primary", "standby", "read-write", "read-only", "prefer-standby"))
_SQLITE = frozenset(("timeout", "uri", "mode", "cache", "immutable", "vfs", "nolock", "psow"))
_LAST_PORT = 65_535
_YES, _NO = frozenset(("1", "true", "yes", "on")), frozenset(("0", "false", "no", "off"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseAddress:
    """`url` for SQLAlchemy, without a query for PostgreSQL; `arguments` for the driver's `connect`."""

    url: URL
    arguments: Mapping[str, Any] = field(default_factory=dict)


def read_address(text: str) -> DatabaseAddress:
    """Raises DatabaseAddressError, or one of its kinds that names what is wrong."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise DatabaseAddressError from None
    match url.get_backend_name():
        case "postgres" | "postgresql":
            return _postgres(url)
        case "sqlite" if not (url.host or url.username or url.password or url.port):
            known = {key: value for key, value in url.query.items() if key in _SQLITE}
            _check_sqlite(known)
            _log_dropped(url.query.keys() - known)
            return DatabaseAddress(url=url.set(drivername="sqlite+aiosqlite", query=known))
    raise DatabaseAddressError


def _check_sqlite(given: Mapping[str, Any]) -> None:
    """SQLAlchemy raises ValueError for what it cannot convert."""
    if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", str(given.get("timeout", "0")), re.ASCII):
        raise DatabaseParameterError("timeout")
    if str(given.get("uri", "true")).lower() not in _YES | _NO:
        raise DatabaseParameterError("uri")


def _postgres(url: URL) -> DatabaseAddress:
    given = {key: value if isinstance(value, str) else value[-1] for key, value in url.query.items()}
    url = _with_place(url, given)
    arguments: dict[str, Any] = {"timeout": _timeout(given)}
    if settings := _server_settings(given):
        arguments["server_settings"] = settings
    if (target := given.pop("target_session_attrs", None)) is not None:
        arguments["target_session_attrs"] = _one_of(_TARGETS, "target_session_attrs", target)
    for name in ("statement_cache_size", "prepared_statement_cache_size"):
        if (size := given.pop(name, None)) is not None:
            arguments[name] = _number(name, size)
    if _is_set(given, "pgbouncer"):
        arguments |= _without_prepared_statements()
    tls = {key: given.pop(key) for key in TLS_PARAMETERS & given.keys()}
    if (argument := tls_argument(tls)) is not None:
        arguments["ssl"] = argument
    _log_dropped(given.keys())
    return DatabaseAddress(url=url.set(drivername="postgresql+asyncpg", query={}), arguments=arguments)


def _with_place(url: URL, given: dict[str, str]) -> URL:
    """The address with host, port, names and password that stand in its query.

    Raises DatabaseHostMissingError: the driver would take whatever answers on this machine.
    """
    address, host = given.pop("hostaddr", None), given.pop("host", None)
    host = host or url.host or address
    if not host:
        raise DatabaseHostMissingError
    port = given.pop("port", None)
    number = _number("port", port) if port else url.port
    if number is not None and number > _LAST_PORT:
        raise DatabaseParameterError("port")
    return url.set(
        host=host,
        port=number,
        database=given.pop("dbname", None) or url.database,
        username=given.pop("user", None) or url.username,
        password=given.pop("password", None) or url.password,
    )


def _timeout(given: dict[str, str]) -> float:
    """Seconds. libpq takes 0 and less for «without end», which a bot never wants."""
    text = given.pop("connect_timeout", None) or given.pop("timeout", None)
    if text is None:
        return CONNECT_TIMEOUT
    try:
        seconds = float(text)
    except ValueError:
        raise DatabaseParameterError("connect_timeout") from None
    return seconds if 0 < seconds < float("inf") else CONNECT_TIMEOUT


def _server_settings(given: dict[str, str]) -> dict[str, str]:
    """What the server gets when a connection begins; `options` in the server's own form (`-c a=b`)."""
    name = given.pop("application_name", None) or given.pop("fallback_application_name", None)
    options = given.pop("options", None)
    found = {"application_name": name, "options": options}
    return {key: value for key, value in found.items() if value}


def _without_prepared_statements() -> dict[str, Any]:
    """For a pooler that gives each transaction another connection of the server."""
    return {
        "statement_cache_size": 0,
        "prepared_statement_cache_size": 0,
        "prepared_statement_name_func": lambda: f"__spravka_{uuid4()}__",
    }


def _is_set(given: dict[str, str], name: str) -> bool:
    text = given.pop(name, "").lower()
    if text and text not in _YES | _NO:
        raise DatabaseParameterError(name)
    return text in _YES


def _number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise DatabaseParameterError(name)
    return int(text)


def _one_of(known: frozenset[str], name: str, text: str) -> str:
    if text not in known:
        raise DatabaseParameterError(name)
    return text


def _log_dropped(names: Any) -> None:
    if names:
        log.info("parameters of DATABASE_URL are not used", names=sorted(names))
