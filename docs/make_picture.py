"""Draws conversation.png for the README from a real run of the engine on the shipped pack.

`python -m docs.make_picture` fails if the replies differ from conversation.txt;
`--accept` writes the present replies there, to be reviewed before they are committed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.cli.terminal_session import TerminalSession
from bot.replies.parts import Reply
from docs.drawing import draw
from knowledge.facts.pack import load_pack

FOLDER = Path(__file__).parent
PACK = FOLDER.parent / "knowledge" / "dialogue"
TEXT, PICTURE = FOLDER / "conversation.txt", FOLDER / "conversation.png"
NOW = datetime.fromisoformat("2026-11-03T12:00:00+03:00")
SCREENS = (
    ("кагда состоится второй диолог?", "а где?", "Когда состоится третий диалог?"),
    ("Кто председательствовал на диалоге?", "Сколько лет Лоретте Линч?"),
)
"""One conversation on two screens side by side."""
ASKED = "> "


@dataclass(frozen=True, slots=True)
class Turn:
    question: str
    reply: Reply


def converse() -> list[list[Turn]]:
    """Questions and replies of each screen, all in one conversation."""
    session = TerminalSession(load_pack(PACK), lambda: NOW, chats=1)
    return [
        [Turn(question, session.ask("reader", question).reply) for question in screen] for screen in SCREENS
    ]


def transcript(screens: Sequence[Sequence[Turn]]) -> str:
    """The conversation as conversation.txt keeps it."""
    return "\n".join(_lines(screens)) + "\n"


def _lines(screens: Sequence[Sequence[Turn]]) -> Iterator[str]:
    for screen in screens:
        for turn in screen:
            yield f"{ASKED}{turn.question}"
            yield turn.reply.plain
            yield from (f"[{button.label}]" for row in turn.reply.buttons for button in row)
            yield ""


def main(arguments: Sequence[str]) -> int:
    screens = converse()
    text = transcript(screens)
    if "--accept" in arguments:
        TEXT.write_text(text, "utf-8")
    if text != TEXT.read_text("utf-8"):
        sys.stderr.write(f"The engine no longer gives the replies of {TEXT.name}:\n\n{text}")
        return 1
    draw([[(turn.question, turn.reply) for turn in screen] for screen in screens], PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
