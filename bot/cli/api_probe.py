"""One call of the Bot API without aiogram: whether it answers, knows the token, and what its clock says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from bot.errors import ApiUnavailableError

_UNKNOWN_TOKEN = frozenset({401, 404})
"""HTTP codes: Telegram answers 401 to a revoked token and 404 to one it never issued."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiAnswer:
    """`name`: the bot's username, None without a valid token. `date`: the server's clock, aware."""

    name: str | None
    date: datetime | None


def ask_api(url: str, token: str | None, *, timeout: float) -> ApiAnswer:
    """Call getMe, or the bare address where there is no token. Raises ApiUnavailableError."""
    address = url.rstrip("/") + (f"/bot{token}/getMe" if token else "/")
    try:
        with urlopen(address, timeout=timeout) as response:
            name = _name(response.read()) if token else None
            return ApiAnswer(name=name, date=_date(response.headers))
    except HTTPError as error:
        with error:
            if token and error.code not in _UNKNOWN_TOKEN:
                raise ApiUnavailableError(f"HTTP {error.code}") from None
            return ApiAnswer(name=None, date=_date(error.headers))
    except URLError as error:
        # The address holds the token, so only the reason may be told.
        raise ApiUnavailableError(str(error.reason)) from None
    except (OSError, HTTPException, ValueError) as error:
        raise ApiUnavailableError(type(error).__name__) from None


def _name(body: bytes) -> str:
    answer = json.loads(body)
    try:
        return str(answer["result"]["username"])
    except (KeyError, TypeError):
        raise ApiUnavailableError("getMe") from None


def _date(headers: Any) -> datetime | None:
    text = headers.get("Date")
    try:
        return parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
