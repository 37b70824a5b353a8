"""`spravka ask --jsonl`: a JSON object a line in, one a line out, in order, flushed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from bot.cli.terminal_session import TerminalReply, TerminalSession
from knowledge.results import Reason

LONGEST = 1 << 20
"""Bytes of a line; a longer one is answered as bad input without being held."""


def serve(desk: TerminalSession, source: BinaryIO, sink: BinaryIO) -> None:
    """Answer `source` line by line until it ends. Raises BrokenPipeError where nobody reads the sink."""
    for line in _lines(source):
        sink.write(_answer(desk, line))
        sink.flush()


def encode(message: dict[str, Any]) -> bytes:
    """One line of UTF-8; escaped throughout where a lone surrogate could not be written."""
    try:
        text = json.dumps(message, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        text = json.dumps(message).encode()
    return text + b"\n"


def message(chat: str, spoken: TerminalReply) -> dict[str, Any]:
    """The contract's keys."""
    return {
        "chat": chat,
        "outcome": spoken.outcome,
        "reply": spoken.reply.plain,
        "facts": list(spoken.facts),
        "options": list(spoken.options),
        "confidence": round(spoken.result.confidence, 4),
        "rule": spoken.result.rule,
        "ms": round(spoken.ms, 3),
    }


def _answer(desk: TerminalSession, line: bytes | None) -> bytes:
    asked = None if line is None else _parse(line)
    chat = asked.get("chat") if isinstance(asked, dict) else None
    text = asked.get("text") if isinstance(asked, dict) else None
    if isinstance(chat, str) and isinstance(text, str):
        return encode(message(chat, desk.ask(chat, text)))
    return encode(message(chat if isinstance(chat, str) else "", desk.refuse(Reason.BAD_INPUT)))


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Lines without their end; None for one that is too long."""
    while line := source.readline(LONGEST):
        if len(line) < LONGEST or line.endswith(b"\n"):
            yield line
            continue
        while (rest := source.readline(LONGEST)) and not rest.endswith(b"\n"):
            pass
        yield None
