"""Reads updates from JSON that anybody may have written: what comes out can be stored, hashed and queued.

Telegram writes well-formed updates; a proxy or another program that knows the secret may not. What the
database or a parser cannot hold (lone surrogates, NUL, numbers beyond 64 bits, nesting beyond MAX_DEPTH) is
replaced, so that one such value never stops the updates around it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

import structlog

from bot.telegram.updates.raw_updates import ALLOWED_UPDATES, RawUpdate

log = structlog.get_logger()
MAX_DEPTH = 64
"""An update nests about ten deep: a message that replies to one with a keyboard."""
_LONGEST_INT = 19
"""Digits; every number with fewer fits in 64 bits."""
_PIECES = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_ODD_ESCAPES = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)")
_ODD_CHARACTERS = re.compile("[\ud800-\udfff\0]")
_KINDS = frozenset(ALLOWED_UPDATES)
"""Others were not asked for, and no handler takes them."""


class UnreadableUpdateError(ValueError):
    """JSON that is no update; the text says why and quotes nothing of it."""


def read_json(text: str) -> Any:
    """The value of a JSON text. Raises json.JSONDecodeError where it is none."""
    if text.count("{") + text.count("[") > MAX_DEPTH:
        text = _cut(text)
    value = json.loads(text, parse_int=_bounded, parse_float=_finite, parse_constant=_nothing)
    return _clean(value) if _ODD_ESCAPES.search(text) else value


def check_update(value: object) -> RawUpdate:
    """The update that a JSON value is. Raises UnreadableUpdateError."""
    if not isinstance(value, dict):
        raise UnreadableUpdateError("no object")
    if type(value.get("update_id")) is not int:
        raise UnreadableUpdateError("no update_id")
    if not any(isinstance(value.get(kind), dict) for kind in _KINDS & value.keys()):
        raise UnreadableUpdateError("no content of a known kind")
    return value


def readable(batch: Sequence[object]) -> Iterator[RawUpdate]:
    """Those of the batch that are updates; the others get a line in the log."""
    for one in batch:
        try:
            yield check_update(one)
        except UnreadableUpdateError as error:
            log.warning("update not readable", reason=str(error))


def next_offset(batch: Sequence[object], offset: int | None) -> int | None:
    """The offset that confirms the batch, unreadable ones too; `offset` where nothing in it has an id."""
    ids = (one.get("update_id") for one in batch if isinstance(one, dict))
    return max((number + 1 for number in ids if type(number) is int), default=offset)


def _bounded(digits: str) -> int | None:
    if len(digits) < _LONGEST_INT:
        return int(digits)
    number = int(digits) if len(digits) <= _LONGEST_INT + 1 else 2**64
    return number if -(2**63) <= number < 2**63 else None


def _finite(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def _nothing(_constant: str) -> None:
    """For NaN and Infinity, which Python reads and PostgreSQL does not."""


def _cut(text: str) -> str:
    """The same JSON with null for what is nested deeper than MAX_DEPTH, where the parser would give up."""
    parts: list[str] = []
    depth = start = 0
    for found in _PIECES.finditer(text):
        if found[0] in ("[", "{"):
            depth += 1
            if depth == MAX_DEPTH + 1:
                parts += (text[start : found.start()], "null")
        elif found[0] in ("]", "}"):
            if depth == MAX_DEPTH + 1:
                start = found.end()
            depth -= 1
    if depth <= MAX_DEPTH:
        parts.append(text[start:])
    return "".join(parts)


def _clean(value: Any) -> Any:
    """The same value with U+FFFD for lone surrogates and NUL, which no database stores."""
    if isinstance(value, str):
        return _ODD_CHARACTERS.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_clean(key): _clean(one) for key, one in value.items()}
    return [_clean(one) for one in value] if isinstance(value, list) else value
