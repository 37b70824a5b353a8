"""`python -m tests.bench.gate [PACK] [--reader]`: processor time of the gate for some edits, in seconds.

As in a running bot: golden questions and examples are asked, beforehand or not, and replies are rendered.
Words alone decide, unless the trained reader is asked for.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.editing.gate_probes import Gathered
from bot.editing.golden_questions import load_golden_probes
from bot.editing.standing_replies import new_replies
from bot.evaluation.question_files import FOLDER
from bot.settings.loading import load_settings
from bot.wiring.reader import build_reader
from knowledge.engine import Engine
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import Fact, FactBase, FactId
from knowledge.facts.pack import load_pack
from knowledge.facts.serialization import Entity, key_of
from knowledge.quality.gate import compare_replies, examples
from knowledge.quality.harm import Intent, harm_of
from knowledge.quality.kept_readings import KeptReadings
from knowledge.reader.reading import Reader

_READER = "--reader"
_NOW = datetime(2015, 12, 10, 12, tzinfo=UTC)


def edits(base: FactBase) -> dict[str, tuple[Entity | None, Entity]]:
    """Before and after of one entity each."""
    fact, event = base.facts[len(base.facts) // 2], base.events[-1]
    new = Fact(
        id=FactId("new-fact"),
        says=f"{fact.says} Это подтвердили.",
        topic=fact.topic,
        questions=fact.questions[:3],
    )
    return {
        "new fact": (None, new),
        "reworded": (fact, replace(fact, says=f"{fact.says} Это подтвердили.")),
        "example taught": (fact, replace(fact, questions=(*fact.questions, "Что об этом подтвердили?"))),
        "event moved": (event, replace(event, when=base.source.published)),
    }


def measure(
    base: FactBase, gathered: Gathered, change: Change, reader: Reader | None, *, beforehand: bool
) -> tuple[float, str]:
    """Seconds of processor time, and what was found."""
    before = new_replies(Engine(base, reader=reader and KeptReadings(reader)), {}, _NOW)
    if beforehand:
        for probe in gathered.of_base(base):
            before.of(probe.text)
        for probe in examples(base):
            before.misses(probe.text, probe.facts)
    started = time.process_time()
    after = new_replies(before.engine.edited(overwrite(base, [change])), {}, _NOW)
    report = compare_replies(before, after, gathered.of_edit(base, after.engine.base, [change]))
    seconds = time.process_time() - started
    alarms = sum(harm_of(one, Intent.of([change])).alarms for one in report.changes)
    asked = f"{report.reasked} of {report.asked} asked, {report.examples} examples checked"
    return seconds, f"{asked}, {len(report.changes)} change, {alarms} alarms"


def main(arguments: Sequence[str]) -> None:
    packs = [one for one in arguments if one != _READER]
    pack = Path(packs[0] if packs else "knowledge/dialogue")
    base, reader = load_pack(pack), None
    if _READER in arguments:
        reader = build_reader(load_settings(), lambda error: sys.exit(repr(error)))
        assert reader is not None
        reader.prepare(base)
    gathered = Gathered(golden=load_golden_probes(pack / FOLDER), asked=(), near=(), waiting={})
    for name, (old, new) in edits(base).items():
        change = Change(key=key_of(new), before=old, after=new)
        for beforehand in (True, False):
            seconds, found = measure(base, gathered, change, reader, beforehand=beforehand)
            print(f"{name}, {'asked beforehand' if beforehand else 'cold'}: {seconds:.2f} s; {found}")


if __name__ == "__main__":
    main(sys.argv[1:])
