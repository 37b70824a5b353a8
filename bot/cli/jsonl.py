"""`spravka ask --jsonl`: one JSON object per line in and out, in order, flushed after each line."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from bot.cli.terminal_session import TerminalReply, TerminalSession
from knowledge.results import Reason

MAX_LINE = 1 << 20
"""Bytes of a line; a longer one is answered as bad input and never held in memory."""


def answer_stdin(session: TerminalSession) -> None:
    """Answer the lines of stdin on stdout until it ends, or until the reader closes the pipe."""
    try:
        serve(session, sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        # Python would fail again at exit when it flushes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def serve(session: TerminalSession, source: BinaryIO, sink: BinaryIO) -> None:
    """Answer `source` line by line until it ends. Raises BrokenPipeError where the sink is closed."""
    for line in _lines(source):
        sink.write(_answer(session, line))
        sink.flush()


def encode(message: dict[str, Any]) -> bytes:
    """One line of UTF-8, ASCII-escaped where the text holds lone surrogates."""
    try:
        text = json.dumps(message, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        text = json.dumps(message).encode()
    return text + b"\n"


def message(chat: str, text: str, answer: TerminalReply) -> dict[str, Any]:
    """The output object. Its keys are a contract; `text` is the question, `ms` the engine's time."""
    return {
        "chat": chat,
        "text": text,
        "outcome": answer.outcome,
        "reply": answer.reply.plain,
        "facts": list(answer.facts),
        "options": list(answer.options),
        "confidence": round(answer.result.confidence, 4),
        "rule": answer.result.rule,
        "form": answer.result.form.value,
        "lead": answer.reply.plain.split("\n", 1)[0],
        "ms": round(answer.ms, 3),
    }


def _answer(session: TerminalSession, line: bytes | None) -> bytes:
    question = None if line is None else _parse(line)
    chat = question.get("chat") if isinstance(question, dict) else None
    text = question.get("text") if isinstance(question, dict) else None
    if isinstance(chat, str) and isinstance(text, str):
        return encode(message(chat, text, session.ask(chat, text)))
    refused = session.refuse(Reason.BAD_INPUT)
    return encode(
        message(chat if isinstance(chat, str) else "", text if isinstance(text, str) else "", refused)
    )


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """The lines; None for one longer than MAX_LINE."""
    while line := source.readline(MAX_LINE):
        if len(line) < MAX_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := source.readline(MAX_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None
