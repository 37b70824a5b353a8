"""`spravka chat`: a conversation in the terminal, or line by line where stdin is a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from bot.cli import terminal
from bot.cli.terminal_session import TerminalReply, TerminalSession
from bot.replies.answers import buttons, menus, topics, why
from bot.replies.cli import help_texts
from bot.replies.parts import Button, Reply
from bot.settings.private_files import make_private_file, make_private_folder
from knowledge.facts.model import FactId
from knowledge.results import Answer, Result, Wish

_CHAT = "terminal"
_WISHED: dict[Wish | None, str] = {
    Wish.WHY: "/why",
    Wish.TOPICS: "/topics",
    Wish.SOURCE: "/source",
    Wish.STOP: "/cancel",
}
"""The commands that wishes in words call."""
_MAX_DIGITS = 6
"""Of the number of a button. int() refuses texts of thousands of digits."""


class TerminalChat:
    """One conversation: commands, questions, and numbers that press the buttons of the last reply."""

    def __init__(self, session: TerminalSession) -> None:
        self._session = session
        self._last: Result | None = None
        self._typed = ""
        self._buttons: tuple[Button, ...] = ()
        self._commands: dict[str, Callable[[], Reply]] = {
            "/start": lambda: menus.start(session.base),
            "/help": lambda: help_texts.help_(session.base),
            "/why": self._why,
            "/topics": lambda: topics.topics(session.base),
            "/source": self._source,
            "/cancel": lambda: help_texts.NOTHING_TO_CANCEL,
        }

    def respond(self, line: str) -> Reply | None:
        """The reply to a line; None ends the conversation."""
        line = line.strip()
        if line in ("/quit", "/exit"):
            return None
        button = self._pressed(line)
        reply = self._press(button) if button else self._command(line) or self._ask(line)
        self._buttons = terminal.buttons(reply)
        return reply

    def _command(self, line: str) -> Reply | None:
        if not line.startswith("/"):
            return None
        known = self._commands.get(line.split()[0].lower())
        return known() if known else help_texts.UNKNOWN

    def _pressed(self, line: str) -> Button | None:
        if not line.isdecimal() or len(line) > _MAX_DIGITS or not 1 <= int(line) <= len(self._buttons):
            return None
        return self._buttons[int(line) - 1]

    def _press(self, button: Button) -> Reply:
        base, argument = self._session.base, button.argument
        match button.action:
            case "topics":
                return topics.topics(base)
            case "topic":
                return topics.topic_page(base, argument.partition(":")[0], 0, size=len(base.facts))
            case "timeline":
                return topics.timeline_page(base, 0, size=len(base.facts))
            case "example":
                return self._ask(base.source.examples[int(argument)])
            case "asis":
                return self._remember(self._session.ask_as_typed(_CHAT, self._typed))
            case _:
                return self._remember(self._session.show(_CHAT, FactId(argument)))

    def _ask(self, text: str) -> Reply:
        self._typed = text
        answer = self._session.ask(_CHAT, text)
        command = _WISHED.get(answer.result.wish) if isinstance(answer.result, Answer) else None
        return self._remember(answer) if command is None else self._commands[command]()

    def _remember(self, answer: TerminalReply) -> Reply:
        self._last = answer.result
        not_meant = buttons.not_meant_button(answer.result)
        rows = (*answer.reply.buttons, not_meant) if not_meant else answer.reply.buttons
        return replace(answer.reply, buttons=rows)

    def _why(self) -> Reply:
        return help_texts.NOTHING_ASKED if self._last is None else why.render(self._last, self._session.base)

    def _source(self) -> Reply:
        shown = self._last.shown if isinstance(self._last, Answer) else ()
        return menus.source(self._session.base, tuple(dict.fromkeys(one.fact for one in shown)))


def chat_on_stdin(session: TerminalSession, history: Path) -> None:
    """Converse with a person at the terminal; where stdin is a pipe, print the replies only."""
    styled = sys.stdout.isatty()
    chat = TerminalChat(session)
    if not sys.stdin.isatty():
        converse(chat, sys.stdin, sys.stdout, styled=styled)
        return
    terminal.show(menus.start(session.base), sys.stdout, styled=styled)
    converse(chat, typed_lines(history), sys.stdout, styled=styled)
    sys.stdout.write(f"{help_texts.GOODBYE}\n")


def converse(chat: TerminalChat, lines: Iterable[str], out: TextIO, *, styled: bool) -> None:
    """Reply to each line until they end or the reader quits; empty lines are skipped."""
    for line in lines:
        if not line.strip():
            continue
        reply = chat.respond(line)
        if reply is None:
            break
        terminal.show(reply, out, styled=styled)
        out.write("\n")
        out.flush()


def typed_lines(history: Path) -> Iterator[str]:
    """Lines typed with editing and history until Ctrl-C or Ctrl-D."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    lines: FileHistory | InMemoryHistory = InMemoryHistory()
    with suppress(OSError):
        make_private_folder(history.parent)
        make_private_file(history)
        lines = FileHistory(str(history))
    prompt: PromptSession[str] = PromptSession(history=lines)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield prompt.prompt(help_texts.PROMPT)
