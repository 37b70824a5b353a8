"""`spravka ask`: one question, answered as text or as one line of JSON."""

from __future__ import annotations

import sys

from bot.cli import terminal
from bot.cli.jsonl import encode, message
from bot.cli.terminal_session import TerminalSession
from bot.replies.answers import why as explanation

_CHAT = "terminal"


def answer_once(session: TerminalSession, question: str, *, as_json: bool, why: bool) -> None:
    """Print the answer to stdout; `why` adds how the question was understood."""
    answer = session.ask(_CHAT, question)
    reason = explanation.render(answer.result, session.base) if why else None
    if as_json:
        extra = {"why": reason.plain} if reason else {}
        sys.stdout.buffer.write(encode(message(_CHAT, question, answer) | extra))
        sys.stdout.flush()
        return
    styled = sys.stdout.isatty()
    terminal.show(answer.reply, sys.stdout, styled=styled)
    if reason:
        sys.stdout.write("\n")
        terminal.show(reason, sys.stdout, styled=styled)
