"""Public data sets, which are not in the repository: XQuAD's paragraphs ranked, RuBQ's questions refused.

    python -m tests.public_sets DIR
    python -m tests.public_sets DIR --root ../before

DIR holds `xquad.ru.json` and `rubq2_dev_questions.txt`; a file that is missing is passed over. RuBQ asks for
general knowledge, so the shipped pack must refuse each question. `--root`: the checkout that is measured.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
XQUAD, RUBQ = "xquad.ru.json", "rubq2_dev_questions.txt"
_RANK = (
    "import sys, pathlib; from tests.bench.public import measure_retrieval as measure\n"
    "for one in measure(pathlib.Path(sys.argv[1])):\n"
    "    print(f'XQuAD, {one.name}: {one.right} of {one.asked}, {one.ms:.1f} ms')"
)
"""Run in the checkout, whose own modules it imports."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--root", type=Path, default=ROOT)
    given = parser.parse_args()
    root, folder = given.root.resolve(), given.folder.resolve()
    if (folder / RUBQ).is_file():
        outcomes = replies(root, (folder / RUBQ).read_text("utf-8").splitlines())
        counts = ", ".join(f"{name} {count}" for name, count in sorted(outcomes.items()))
        sys.stdout.write(f"RuBQ, {sum(outcomes.values())} questions: {counts}\n")
    if (folder / XQUAD).is_file():
        sys.stdout.write(_run(root, ["-c", _RANK, str(folder / XQUAD)], ""))


def replies(root: Path, questions: list[str]) -> Counter[str]:
    """How many questions get each outcome; small talk, which shows no fact, counts as `small talk`."""
    asked = [question for question in questions if question.strip()]
    lines = [
        json.dumps({"chat": str(number), "text": question}, ensure_ascii=False)
        for number, question in enumerate(asked)
    ]
    said = _run(root, ["-m", "bot", "ask", "--jsonl"], "\n".join(lines) + "\n")
    return Counter(_outcome(json.loads(line)) for line in said.splitlines())


def _outcome(reply: dict[str, object]) -> str:
    talk = reply["outcome"] == "answer" and not reply["facts"] and reply["rule"] in ("small-talk", "wish")
    return "small talk" if talk else str(reply["outcome"])


def _run(root: Path, arguments: list[str], text: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=root, input=text, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    return done.stdout


if __name__ == "__main__":
    main()
