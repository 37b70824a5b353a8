"""The token states of texts in the small form that is compared, kept by text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from knowledge.reader.encoder import Encoder
from knowledge.reader.network import Network, TextStates
from knowledge.reader.reading import Away, here

KEPT_TOKENS = 200_000
"""About 100 MB; the least recently used texts are dropped. The shipped base has 4,000."""
Text = tuple[str, bool]
"""A text, and whether it is a question."""


class StatesCache:
    """Reads each text once, `away` from the caller. Thread-safe; two threads may read the same text twice."""

    def __init__(
        self, encoder: Encoder, network: Network, most: int = KEPT_TOKENS, away: Away = here
    ) -> None:
        self._encoder, self._network, self._most, self._away = encoder, network, most, away
        self._kept: OrderedDict[Text, TextStates] = OrderedDict()
        self._tokens = 0
        self._lock = Lock()

    def __contains__(self, text: Text) -> bool:
        return text in self._kept

    @property
    def is_full(self) -> bool:
        """Whether another text would push one out."""
        return self._tokens >= self._most

    def of(self, texts: Sequence[Text]) -> list[TextStates]:
        """The states of each text, those not kept read now."""
        found = self.known(texts)
        if len(found) < len(set(texts)):
            found |= self._away(lambda: self._read([text for text in texts if text not in found]))
        return [found[text] for text in texts]

    def known(self, texts: Iterable[Text]) -> dict[Text, TextStates]:
        """Those of the texts that are kept."""
        with self._lock:
            found = {text: self._kept[text] for text in texts if text in self._kept}
            for text in found:
                self._kept.move_to_end(text)
        return found

    def keep(self, states: Mapping[Text, TextStates]) -> None:
        """Add what is known already; the least recently used texts are dropped."""
        with self._lock:
            for text, one in states.items():
                if text not in self._kept:
                    self._kept[text] = one
                    self._tokens += len(one.rarity)
            while self._tokens > self._most and len(self._kept) > 1:
                _, dropped = self._kept.popitem(last=False)
                self._tokens -= len(dropped.rarity)

    def _read(self, texts: Iterable[Text]) -> dict[Text, TextStates]:
        """Whoever waited for the same thread may have read them meanwhile."""
        found = self.known(texts)
        for is_question in (True, False):
            missing = [text for text in dict.fromkeys(texts) if text not in found and text[1] is is_question]
            if missing:
                found.update(self._read_anew(missing, is_question))
        return found

    def _read_anew(self, texts: Sequence[Text], is_question: bool) -> dict[Text, TextStates]:
        words = [text for text, _ in texts]
        states = self._encoder.states(words, is_question=is_question)
        rarity = [self._encoder.rarity(text) for text in words]
        read = {
            text: self._network.prepared(one, rare)
            for text, one, rare in zip(texts, states, rarity, strict=True)
        }
        self.keep(read)
        return read
