"""`spravka check`: the pack's form, then its facts asked by their own questions."""

from __future__ import annotations

import sys

from bot.building import answerer_of
from bot.errors import ExitCode
from bot.opening import open_pack
from bot.options import Settings
from bot.replies import checking
from knowledge.selfcheck import self_check


def check_pack(settings: Settings) -> ExitCode:
    """Print the report; FAILED where more is missed than tolerated. Raises PackRefusedError."""
    base = open_pack(settings)
    found = self_check(base, answerer_of(base).without)
    tolerated = settings.pack.missed_share
    sys.stdout.write(checking.report(base, found, tolerated) + "\n")
    return ExitCode.FAILED if found.missed_share > tolerated else ExitCode.OK
