"""NumPy's threads are off before anything imports it, and a start of the bot does not import it at all."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import os, sys
os.environ.pop("OPENBLAS_NUM_THREADS", None)
from bot.__main__ import main
import contextlib, io
sys.argv = ["spravka", "--help"]
with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
    main()
early = "numpy" in sys.modules
import bot.wiring.application
print(early, "numpy" in sys.modules, os.environ.get("OPENBLAS_NUM_THREADS"))
"""


def test_the_bot_starts_without_numpy_and_turns_its_threads_off() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["False", "False", "1"], done.stderr
