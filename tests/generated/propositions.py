"""Yes/no questions with the first words of a right reply, generated from any pack.

True propositions, false ones with one value swapped for another of its kind, coarser ones (a day asked of a
month), sets (another person asked of a list of people) and plans («уже прошёл?» of what is yet to come).
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from knowledge.facts.model import FactBase
from tests.generated.cases import Case
from tests.generated.phrasing import plain_form
from tests.generated.records import from_records
from tests.generated.statements import from_statements


def propositions(base: FactBase, rng: Random) -> Iterator[Case]:
    """Each question once, in the order of the pack."""
    seen: set[str] = set()
    for case in (*from_statements(base, rng), *from_records(base, rng)):
        text = plain_form(case.ask)
        if text not in seen:
            seen.add(text)
            yield case
