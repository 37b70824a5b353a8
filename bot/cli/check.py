"""`spravka check`: validates the pack, compares facts with events, asks each fact's examples."""

from __future__ import annotations

import sys

from bot.cli.engine_builder import build_engine, terminal_reader
from bot.errors import ExitCode
from bot.replies.cli import check_report
from bot.settings.options import Settings
from bot.wiring.pack import open_pack
from knowledge.quality.consistency import disagreements
from knowledge.quality.selfcheck import self_check


def check_pack(settings: Settings) -> ExitCode:
    """Print the report; FAILED where more questions are missed than tolerated. Raises PackRefusedError."""
    base = open_pack(settings)
    found = self_check(base, build_engine(base, reader=terminal_reader(settings)).without)
    tolerated = settings.pack.missed_share
    sys.stdout.write(check_report.report(base, found, tolerated, disagreements(base)) + "\n")
    return ExitCode.FAILED if found.missed_share > tolerated else ExitCode.OK
