"""The fact base at one revision, as the storage loads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedBase:
    """`changed`: the day of the last edit of each fact edited since the source was published."""

    base: FactBase
    revision: int
    changed: Mapping[FactId, EdtfDate]
