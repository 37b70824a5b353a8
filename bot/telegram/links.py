"""Deep links: t.me/bot?start=… with a question, a fact, an event, or an event to be reminded of.

The parameter has at most 64 characters of base64url. A question is written in it with one byte a letter;
a longer one is stored, and the link has its key.
"""

from __future__ import annotations

import binascii
import hashlib
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol
from urllib.parse import urlencode

_MOST = 64
_PACKED = re.compile(r"[A-Za-z0-9_-]+")
_ALPHABET = "cp1251"
"""Russian and Latin letters, a byte each."""


class LinkTarget(StrEnum):
    QUESTION = "ask"
    STORED_QUESTION = "asked"
    FACT = "fact"
    EVENT = "event"
    FOLLOW = "follow"


class Opened(NamedTuple):
    """What a link opens; `text` is a question or an id."""

    target: LinkTarget
    text: str


class Links(Protocol):
    """Stores questions that are too long for a link."""

    async def keep(self, key: str, text: str, at: datetime) -> None: ...

    async def text(self, key: str) -> str | None: ...


def to_id(target: LinkTarget, name: str) -> str:
    """The parameter for a fact or an event."""
    return f"{target}_{name}"


async def to_question(text: str, links: Links, now: datetime) -> str:
    """The parameter for a question, which is stored if it is too long."""
    short = question_parameter(text)
    if short is not None:
        return short
    key = urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:18]).decode()
    await links.keep(key, text, now)
    return f"{LinkTarget.STORED_QUESTION}_{key}"


def question_parameter(text: str) -> str | None:
    """The same where the question fits; None where it does not."""
    try:
        packed = urlsafe_b64encode(text.encode(_ALPHABET)).decode().rstrip("=")
    except UnicodeEncodeError:
        return None
    parameter = f"{LinkTarget.QUESTION}_{packed}"
    return parameter if packed and len(parameter) <= _MOST else None


async def opened(parameter: str, links: Links) -> Opened | None:
    """What a parameter opens; None for a wrong one, and for a question that is stored no more."""
    kind, _, text = parameter.partition("_")
    if kind not in list(LinkTarget) or not text:
        return None
    target = LinkTarget(kind)
    if target is LinkTarget.STORED_QUESTION:
        stored = await links.text(text)
        return None if stored is None else Opened(LinkTarget.QUESTION, stored)
    if target is LinkTarget.QUESTION:
        question = _unpacked(text)
        return None if question is None else Opened(target, question)
    return Opened(target, text)


def _unpacked(packed: str) -> str | None:
    if not _PACKED.fullmatch(packed):
        return None
    try:
        return urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode(_ALPHABET)
    except (binascii.Error, UnicodeDecodeError):
        return None


def address(username: str | None, parameter: str) -> str:
    return f"https://t.me/{username}?start={parameter}"


def sharing_page(username: str | None, query: str) -> str:
    """Telegram's page that sends a link to a chat of the reader's choice, for a question or `#fact`."""
    fact = query[1:] if query.startswith("#") else ""
    parameter = to_id(LinkTarget.FACT, fact) if fact else (question_parameter(query) or "inline")
    return f"https://t.me/share/url?{urlencode({'url': address(username, parameter)})}"
