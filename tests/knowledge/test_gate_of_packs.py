"""The gate's report of random edits of packs equals that of asking every question of both bases."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bot.editing.golden_questions import load_golden_probes
from bot.evaluation.question_files import FOLDER
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from knowledge.quality.gate import compare_replies, examples
from knowledge.quality.kept_replies import KeptReplies
from tests.knowledge.test_edit_impact import asked_all, changed

PACKS = Path(__file__).parents[1] / "tuning" / "packs"


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("pack", ["bank", "bridge", "talks"])
def test_the_report_is_that_of_asking_everything(pack: str, seed: int) -> None:
    base, random = load_pack(PACKS / pack), Random(seed)
    golden = load_golden_probes(PACKS / pack / FOLDER)
    kept = KeptReplies(Engine(base))
    for _ in range(2):
        edited = kept.engine.edited(changed(kept.engine.base, random))
        texts = {probe.text for probe in golden}
        own = [probe for probe in examples(edited.base) if probe.text not in texts]
        probes = [*golden, *own]
        after = KeptReplies(edited)
        report = compare_replies(kept, after, probes)
        wanted = asked_all(kept.engine, edited, probes)
        assert replace(report, reasked=wanted.reasked) == wanted
        kept = after
