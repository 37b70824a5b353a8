"""The entry point of `spravka` and `python -m bot`: prints errors in Russian and sets the exit code."""

from __future__ import annotations

import io
import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command and exit with its code; never returns."""
    sys.exit(_run())


def _run() -> int:
    _use_utf8()
    # Before anything imports NumPy: its threads would wait for each other on the reader's small matrices,
    # which takes twice the processor time of an update or more.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from bot.cli.app import app
    from bot.errors import SpravkaError

    try:
        app()
    except SpravkaError as error:
        from bot.replies.cli.failures import explain

        print(explain(error), file=sys.stderr)  # noqa: T201 - the only place that prints errors
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _use_utf8() -> None:
    """Use UTF-8 for arguments and streams whatever the locale; invalid bytes pass through unchanged."""
    sys.argv = [os.fsencode(argument).decode("utf-8", "surrogateescape") for argument in sys.argv]
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


if __name__ == "__main__":
    main()
