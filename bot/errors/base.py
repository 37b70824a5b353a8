"""The root of the errors, and the exit codes of the commands."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the commands."""

    OK = 0
    FAILED = 1
    USAGE = 2
    CONFIGURATION = 78
    """EX_CONFIG of sysexits.h: a restart will not help."""


class SpravkaError(Exception):
    """The root. The texts in bot/replies/cli/failures.py may use its attributes."""

    exit_code: ClassVar[ExitCode] = ExitCode.FAILED
