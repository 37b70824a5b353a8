"""Accuracy on question files: right, refused, offered and wrong, by kind of question."""

from pathlib import Path


def main(files: list[Path], pack: Path) -> int:
    """`spravka eval`: prints the report; gives the exit code. Imported only when it is run."""
    from bot.cli.evaluate import run

    return run(files, pack)
