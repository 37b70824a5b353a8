"""`spravka` and `python -m bot`: runs a command and turns an error into words and an exit code."""

from __future__ import annotations

import io
import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Never returns: exits with the command's code."""
    sys.exit(_run())


def _run() -> int:
    _speak_utf8()
    from bot.cli.app import app
    from bot.errors import SpravkaError

    try:
        app()
    except SpravkaError as error:
        from bot.replies.cli.failures import explain

        print(explain(error), file=sys.stderr)  # noqa: T201 - the edge where errors become words
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _speak_utf8() -> None:
    """Questions and replies are UTF-8 whatever the locale; bytes that are none come through as they are."""
    sys.argv = [os.fsencode(argument).decode("utf-8", "surrogateescape") for argument in sys.argv]
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


if __name__ == "__main__":
    main()
