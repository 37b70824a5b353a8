"""Asks the program of a checkout through `ask --jsonl`, each chat apart."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.facts.model import FactBase
from tests.generated.cases import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The checkout `root` with one pack; `now` is an ISO instant."""

    root: Path
    pack: Path
    now: str

    def ask(self, chats: Sequence[Sequence[str]]) -> list[Reply]:
        """The reply to the last turn of each chat, in order. Raises CalledProcessError."""
        if not chats:
            return []
        lines = [
            json.dumps({"chat": str(number), "text": text}, ensure_ascii=False)
            for number, turns in enumerate(chats)
            for text in turns
        ]
        done = subprocess.run(
            [sys.executable, "-m", "bot", "ask", "--jsonl", "--pack", str(self.pack.resolve())],
            cwd=self.root, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True,
            env={**os.environ, "SPRAVKA_NOW": self.now, "PYTHONPATH": str(self.root)},
        )  # fmt: skip
        replies = [_reply(json.loads(line)) for line in done.stdout.splitlines()]
        last: list[Reply] = []
        at = 0
        for turns in chats:
            at += len(turns)
            last.append(replies[at - 1])
        return last


def noon_of_publishing(base: FactBase) -> str:
    """The day of the source at noon: what is dated later is yet to come."""
    return f"{base.source.published.last_day.isoformat()}T12:00:00+03:00"


def question_items(pack: Path) -> list[dict[str, Any]]:
    """The items of a pack's question files."""
    return [
        item
        for file in sorted((pack / "questions").glob("*.yaml"))
        for item in yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    ]


def _reply(line: dict[str, Any]) -> Reply:
    return Reply(
        outcome=line["outcome"],
        text=line["reply"],
        lead=line.get("lead") or line["reply"].partition("\n")[0],
        facts=tuple(line["facts"]),
        rule=line["rule"],
    )
