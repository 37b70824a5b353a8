"""Replies of the whole program to every question set, to compare two states of the code byte for byte.

    python -m tests.snapshot > after.jsonl
    python -m tests.snapshot --root ../before > before.jsonl
    diff before.jsonl after.jsonl

Each pack is asked through `ask --jsonl` of the checkout `--root`, with this checkout's questions and packs.
The engine's time is left out of what is printed, since it differs from run to run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
NOW = "2016-04-20T12:00:00+03:00"


def packs() -> dict[Path, list[Path]]:
    """Each pack with the question files that are asked of it."""
    found = {
        folder.parent: [folder.parent / "questions"]
        for folder in (ROOT / "tests").glob("**/facts.yaml")
        if (folder.parent / "questions").is_dir()
    }
    shipped = [
        ROOT / "knowledge/dialogue/questions",
        ROOT / "tests/judging/dialogue_fresh",
    ]
    found[ROOT / "knowledge/dialogue"] = [folder for folder in shipped if folder.is_dir()]
    return dict(sorted(found.items()))


def turns(folders: list[Path]) -> Iterator[dict[str, str]]:
    """The lines for `ask --jsonl`: every question with the turns before it, a chat each."""
    for folder in folders:
        for file in sorted(folder.glob("*.yaml")):
            for number, item in enumerate(yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)):
                for text in (*item.get("before", ()), item["ask"]):
                    yield {"chat": f"{folder.name}/{file.stem}/{number}", "text": text}


def ask(root: Path, pack: Path, lines: list[dict[str, str]]) -> Iterator[str]:
    """The program's lines, in order, without the time that each took."""
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl", "--pack", str(pack)],
        cwd=root, input=text, capture_output=True, text=True, check=True,
        env={**os.environ, "SPRAVKA_NOW": NOW, "PYTHONPATH": str(root)},
    )  # fmt: skip
    for line in done.stdout.splitlines():
        reply = json.loads(line)
        reply.pop("ms", None)
        yield json.dumps({"pack": pack.name, **reply}, ensure_ascii=False)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout whose program is asked")
    root = parser.parse_args().root.resolve()
    for pack, folders in packs().items():
        for line in ask(root, pack, list(turns(folders))):
            print(line)


if __name__ == "__main__":
    main()
