"""The golden questions of a pack as probes of the gate."""

from __future__ import annotations

from pathlib import Path

import structlog

from bot.errors import QuestionsRefusedError
from bot.evaluation.question_files import Golden, load
from knowledge.facts.model import FactId
from knowledge.quality.gate import Origin, Probe

log = structlog.get_logger()


def load_golden_probes(folder: Path) -> tuple[Probe, ...]:
    """The probes; none where there is no folder. An invalid file is logged, and none are asked then."""
    if not folder.is_dir():
        return ()
    try:
        found = load([folder])
    except QuestionsRefusedError as error:
        log.warning("golden questions left out", reason=str(error))
        return ()
    # A question that follows up on an earlier turn means nothing alone.
    return tuple(_probe(one) for one in found if not one.before and not one.missing)


def _probe(one: Golden) -> Probe:
    if not one.sets:
        return Probe(text=one.ask, origin=Origin.MISS)
    facts = frozenset(FactId(fact) for fact in one.sets[0])
    return Probe(text=one.ask, origin=Origin.GOLDEN, facts=facts)
