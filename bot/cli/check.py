"""`spravka check`: validates the pack, compares facts with events, asks each fact's examples."""

from __future__ import annotations

import sys

from bot.cli.engine_builder import build_engine, terminal_reader
from bot.errors import ExitCode
from bot.replies.cli import check_advice, check_report
from bot.settings.options import Settings
from bot.wiring.pack import open_pack
from knowledge.drafting.advice.findability import hard_to_find
from knowledge.quality.consistency import disagreements
from knowledge.quality.selfcheck import self_check


def check_pack(settings: Settings, *, codes: bool = False) -> ExitCode:
    """Print the report. Raises PackRefusedError.

    FAILED where readers who ask the base's own questions are not answered by their facts, more of them than
    tolerated. A question that is missed only while it is left out is no fault of the pack, but advice.
    """
    base = open_pack(settings)
    engine = build_engine(base, reader=terminal_reader(settings))
    found = self_check(base, engine.without, engine)
    tolerated = settings.pack.missed_share
    told = check_report.report(base, found, tolerated, disagreements(base), codes=codes)
    sys.stdout.write(told + "\n")
    hard = tuple(hard_to_find(base, found.missed, engine))
    for line in check_advice.advice(base, hard, quotes=settings.drafting.quotes):
        sys.stdout.write(line + "\n")
    unpublishable = bool(base.drafts and not base.facts)
    unpublishable |= not settings.drafting.quotes and bool(check_advice.quoted(base))
    return ExitCode.FAILED if found.unanswered_share > tolerated or unpublishable else ExitCode.OK
