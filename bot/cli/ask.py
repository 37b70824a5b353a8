"""`spravka ask` and `spravka chat` on this process's own stdin and stdout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.cli import terminal
from bot.cli.chat import Chat, converse, typed_lines
from bot.cli.jsonl import encode, message, serve
from bot.cli.terminal_session import TerminalSession
from bot.replies.answers import menus
from bot.replies.answers import why as explanation
from bot.replies.cli import help_texts

_CHAT = "terminal"


def once(desk: TerminalSession, question: str, *, as_json: bool, why: bool) -> None:
    """One answer, as text or as one line of JSON; `why` adds the reason."""
    spoken = desk.ask(_CHAT, question)
    reason = explanation.render(spoken.result, desk.base) if why else None
    if as_json:
        told = {"why": reason.plain} if reason else {}
        sys.stdout.buffer.write(encode(message(_CHAT, spoken) | told))
        sys.stdout.flush()
        return
    styled = sys.stdout.isatty()
    terminal.show(spoken.reply, sys.stdout, styled=styled)
    if reason:
        sys.stdout.write("\n")
        terminal.show(reason, sys.stdout, styled=styled)


def lines(desk: TerminalSession) -> None:
    """Answer stdin's lines of JSON until it ends, or until nobody reads the answers."""
    try:
        serve(desk, sys.stdin.buffer, sys.stdout.buffer)
    except BrokenPipeError:
        # What Python still holds for the reader must not fail again when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def converse_here(desk: TerminalSession, history: Path) -> None:
    """A conversation with whoever is at stdin; a pipe gets the replies and nothing else."""
    styled = sys.stdout.isatty()
    if not sys.stdin.isatty():
        converse(Chat(desk), sys.stdin, sys.stdout, styled=styled)
        return
    chat = Chat(desk)
    terminal.show(menus.start(desk.base), sys.stdout, styled=styled)
    converse(chat, typed_lines(history), sys.stdout, styled=styled)
    sys.stdout.write(f"{help_texts.GOODBYE}\n")
