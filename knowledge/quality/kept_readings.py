"""What a reader has said of questions and facts: the gate asks the same of both bases of an edit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from knowledge.facts.model import Fact, FactBase
from knowledge.reader.fact_texts import statement_text
from knowledge.reader.reading import Reader, Reading, ReadingProgress

_MOST = 20_000
"""Readings kept, about 10 MB; the oldest leave first."""
_Texts = tuple[str, str, tuple[str, ...], str | None]


class KeptReadings:
    """A reader that reads the same texts once. A reading depends on the question and the fact's texts alone.

    One thread at a time asks.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._kept: OrderedDict[_Texts, Reading] = OrderedDict()

    def read(
        self, question: str, facts: Sequence[Fact], base: FactBase, without: str | None = None
    ) -> tuple[Reading, ...] | None:
        texts = [_texts(question, fact, base, without) for fact in facts]
        missing = [place for place, one in enumerate(texts) if one not in self._kept]
        if missing:
            read = self.reader.read(question, [facts[place] for place in missing], base, without)
            if read is None:
                return None
            self._kept.update(zip((texts[place] for place in missing), read, strict=True))
        found = tuple(self._kept[one] for one in texts)
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)
        return found

    def prepare(self, base: FactBase, progress: ReadingProgress | None = None) -> None:
        self.reader.prepare(base, progress)


def _texts(question: str, fact: Fact, base: FactBase, without: str | None) -> _Texts:
    left_out = without if without in fact.questions else None
    return question, statement_text(fact, base), fact.questions, left_out
