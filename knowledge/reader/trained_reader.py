"""The reader of a sentence model's token states: their likeness, and a small network trained over them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from knowledge.facts.model import Fact, FactBase
from knowledge.reader.encoder import Encoder
from knowledge.reader.fact_texts import statement_text
from knowledge.reader.network import FILE, Network, TextStates
from knowledge.reader.reading import Away, Reading, ReadingProgress, here
from knowledge.reader.stored_states import load_states, store_states
from knowledge.reader.text_states import StatesCache, Text

READ_EXAMPLES = 6
"""So many examples of a fact are read for a question."""
COMPARED_EXAMPLES = 2
"""So many examples of a fact, those nearest to the question as a whole, are compared by tokens."""
_PREPARED_AT_ONCE = 32
_ASKED_TOKENS = 8_000
"""4 MB: some 700 questions, for readers ask the same ones; they push no text of the base out."""
_STORED_TOKENS = 50_000
"""25 MB: a larger base is read anew in the background of each start."""


class TrainedReader:
    """Reads by the encoder in `folder`; `stores` there what it prepares.

    Raises ImportError without onnxruntime, EncoderMissingError where the folder is not built, NetworkError
    where the network was trained over another encoder.
    """

    def __init__(self, folder: Path, threads: int = 1, away: Away = here, *, stores: bool = False) -> None:
        self._encoder = Encoder(folder, threads)
        self._network = Network(layers=self._encoder.layers)
        self._states = StatesCache(self._encoder, self._network, away=away)
        self._asked = StatesCache(self._encoder, self._network, _ASKED_TOKENS, away)
        self._preparing = Lock()
        self._file = (
            folder / f"texts-{hashlib.sha256(FILE.read_bytes()).hexdigest()[:12]}.npz" if stores else None
        )
        if self._file is not None:
            self._states.keep(load_states(self._file))

    def read(
        self, question: str, facts: Sequence[Fact], base: FactBase, without: str | None = None
    ) -> tuple[Reading, ...]:
        pieces = frozenset(self._encoder.pieces_of(question))
        texts = [self._chosen(pieces, [*texts_of(fact, base, without)]) for fact in facts]
        own: Text = (question, True)
        (asked,) = (self._states if own in self._states else self._asked).of([own])
        wanted = list(dict.fromkeys(text for some in texts for text in some))
        states = dict(zip(wanted, self._states.of(wanted), strict=True))
        if not len(asked.rarity):
            return tuple(_NOTHING for _ in facts)
        return self._readings(asked, [[states[text] for text in some] for some in texts])

    def prepare(self, base: FactBase, progress: ReadingProgress | None = None) -> None:
        """Read the texts of a base beforehand, as many as are kept."""
        with self._preparing:
            texts = dict.fromkeys(text for fact in base.facts for text in texts_of(fact, base))
            missing = [text for text in texts if text not in self._states]
            for start in range(0, len(missing), _PREPARED_AT_ONCE):
                if self._states.is_full:
                    break
                self._states.of(missing[start : start + _PREPARED_AT_ONCE])
                if progress is not None:
                    progress(min(start + _PREPARED_AT_ONCE, len(missing)), len(missing))
            if missing and self._file is not None:
                known = self._states.known(texts)
                if sum(len(one.rarity) for one in known.values()) <= _STORED_TOKENS:
                    store_states(self._file, known)

    def _chosen(self, asked: frozenset[int], texts: list[Text]) -> list[Text]:
        """The statement and at most so many examples, those that share most with the question.

        So a question that nothing was prepared for waits for few texts.
        """
        statement, *examples = texts
        if len(examples) <= READ_EXAMPLES:
            return texts
        shared = {text: self._encoder.shared_rarity(asked, text[0]) for text in examples}
        return [statement, *sorted(examples, key=lambda text: -shared[text])[:READ_EXAMPLES]]

    def _readings(self, asked: TextStates, texts: Iterable[Sequence[TextStates]]) -> tuple[Reading, ...]:
        compared = [
            (statement, nearest(asked, [one for one in examples if len(one.rarity)]))
            for statement, *examples in texts
        ]
        scores = self._network.scores(asked, compared)
        return tuple(
            Reading(score, *likeness(asked, *fact)) for score, fact in zip(scores, compared, strict=True)
        )


_NOTHING = Reading(*[0.0] * len(Reading._fields))


def texts_of(fact: Fact, base: FactBase, without: str | None = None) -> Iterator[Text]:
    """The statement and the examples."""
    yield statement_text(fact, base), False
    yield from ((example, True) for example in fact.questions if example != without)


def nearest(asked: TextStates, examples: Sequence[TextStates]) -> list[TextStates]:
    """The examples nearest to the question as a whole, the nearest first."""
    order = sorted(examples, key=lambda one: -float(asked.mean @ one.mean))
    return order[:COMPARED_EXAMPLES]


def likeness(asked: TextStates, statement: TextStates, examples: Iterable[TextStates]) -> tuple[float, ...]:
    """The scores of `Reading` that no network gives."""
    tokens = asked.plain.astype(np.float32)
    weights = asked.rarity / max(float(asked.rarity.sum()), 1e-6)
    said = (tokens @ statement.plain.astype(np.float32).T).max(1, initial=-1.0)
    exampled = [tokens @ one.plain.astype(np.float32).T for one in examples]
    each = np.array([one.max(1) for one in exampled] or [np.full(len(tokens), -1.0, np.float32)])
    sums = (each @ weights).tolist()
    best = sums.index(max(sums))
    either = np.maximum(said, each.max(0))
    back = float(exampled[best].max(0).mean()) if exampled else -1.0
    whole = max([float(asked.mean @ one.mean) for one in (statement, *examples)])
    return (float(weights @ said), sums[best], float(weights @ either), float(either.min()), back, whole)
