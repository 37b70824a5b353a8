"""`spravka chat`: a conversation at the terminal, or line by line where stdin is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from bot.cli import terminal
from bot.cli.terminal_session import TerminalReply, TerminalSession
from bot.replies.answers import menus, topics, why
from bot.replies.cli import help_texts
from bot.replies.parts import Button, Reply
from knowledge.facts.model import FactId
from knowledge.results import Result

_CHAT = "terminal"
_DIGITS = 6
"""No list is longer; Python refuses to read numbers of thousands of digits."""


class Chat:
    """One reader's conversation: commands, questions, and numbers that press what was offered."""

    def __init__(self, desk: TerminalSession) -> None:
        self._desk = desk
        self._last: Result | None = None
        self._offered: tuple[Button, ...] = ()
        self._commands: dict[str, Callable[[], Reply]] = {
            "/start": lambda: menus.start(desk.base),
            "/help": lambda: help_texts.help_(desk.base),
            "/why": self._why,
            "/topics": lambda: topics.topics(desk.base),
            "/source": lambda: menus.source(desk.base),
            "/cancel": lambda: help_texts.NOTHING_TO_CANCEL,
        }

    def say(self, line: str) -> Reply | None:
        """The reply to a line; None says goodbye."""
        line = line.strip()
        if line in ("/quit", "/exit"):
            return None
        button = self._pressed(line)
        reply = self._press(button) if button else self._command(line) or self._ask(line)
        self._offered = terminal.buttons(reply)
        return reply

    def _command(self, line: str) -> Reply | None:
        if not line.startswith("/"):
            return None
        known = self._commands.get(line.split()[0].lower())
        return known() if known else help_texts.UNKNOWN

    def _pressed(self, line: str) -> Button | None:
        if not line.isdecimal() or len(line) > _DIGITS or not 1 <= int(line) <= len(self._offered):
            return None
        return self._offered[int(line) - 1]

    def _press(self, button: Button) -> Reply:
        base, argument = self._desk.base, button.argument
        match button.action:
            case "topics":
                return topics.topics(base)
            case "topic":
                return topics.topic_page(base, argument.partition(":")[0], 0, size=len(base.facts))
            case "timeline":
                return topics.timeline_page(base, 0, size=len(base.facts))
            case "example":
                return self._ask(base.source.examples[int(argument)])
            case _:
                return self._spoken(self._desk.show(_CHAT, FactId(argument)))

    def _ask(self, text: str) -> Reply:
        return self._spoken(self._desk.ask(_CHAT, text))

    def _spoken(self, spoken: TerminalReply) -> Reply:
        self._last = spoken.result
        return spoken.reply

    def _why(self) -> Reply:
        return help_texts.NOTHING_ASKED if self._last is None else why.render(self._last, self._desk.base)


def converse(chat: Chat, lines: Iterable[str], out: TextIO, *, styled: bool) -> None:
    """Reply to each line until they end or the reader quits; an empty line is passed over."""
    for line in lines:
        if not line.strip():
            continue
        reply = chat.say(line)
        if reply is None:
            break
        terminal.show(reply, out, styled=styled)
        out.write("\n")
        out.flush()


def typed_lines(history: Path) -> Iterator[str]:
    """Lines that a person types, with editing and history; Ctrl-C and Ctrl-D end them."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    kept: FileHistory | InMemoryHistory = InMemoryHistory()
    with suppress(OSError):
        history.parent.mkdir(parents=True, exist_ok=True)
        history.touch()
        kept = FileHistory(str(history))
    session: PromptSession[str] = PromptSession(history=kept)
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            yield session.prompt(help_texts.PROMPT)
