"""What understanding a follow-up needs of a base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from knowledge.facts.model import FactBase
from knowledge.language.lexicon import Lexicon


class BaseWords(Protocol):
    """What is needed of a base: its lexicon, its entities, the keys of its names by kind."""

    @property
    def lexicon(self) -> Lexicon: ...

    @property
    def base(self) -> FactBase: ...

    @property
    def name_keys(self) -> Mapping[str, frozenset[str]]: ...
