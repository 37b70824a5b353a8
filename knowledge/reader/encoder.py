"""Turns texts into token states by the lower layers of multilingual-e5-small, from a folder built for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.reader.pieces import Pieces

FORM = 2
"""Raised when what the folder holds changes: one that was built before is refused."""
DESCRIPTION, GRAPH, EMBEDDINGS, POSITIONS = "reader.json", "encoder.onnx", "embeddings.npy", "positions.npy"
LONGEST = 80
"""Pieces read of a text."""
_BATCH, _TEXTS_CACHED = 8, 5_000
States = NDArray[np.float32]
"""Tokens, width. The marks and the prefix that the model wants around a text are left out."""


class EncoderMissingError(Exception):
    """The folder does not hold an encoder of this form."""


class EncoderBrokenError(Exception):
    """onnxruntime cannot run what the folder holds, or not on this machine."""


class Encoder:
    """Thread-safe. Raises ImportError without onnxruntime, EncoderMissingError where nothing is built,
    EncoderBrokenError where what is built does not run."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        import onnxruntime

        try:
            description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
            if description["form"] != FORM:
                raise EncoderMissingError(str(folder))
            self._embeddings = np.load(folder / EMBEDDINGS, mmap_mode="r")
            self._positions = np.load(folder / POSITIONS)
            graph = folder / GRAPH
            graph.stat()
        except (OSError, ValueError, KeyError) as error:
            raise EncoderMissingError(str(folder)) from error
        self._pieces = Pieces(description["pieces"], description["first"], description["unknown"])
        self._pieces_of = lru_cache(_TEXTS_CACHED)(lambda text: tuple(self._pieces.numbers(text)[:LONGEST]))
        self._prefixes = {
            prefix: [description["start"], *self._pieces.numbers(prefix)] for prefix in ("query:", "passage:")
        }
        self._end, self.layers = description["end"], description["layers"]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        try:
            self._session: Any = onnxruntime.InferenceSession(
                str(graph),
                options,
                providers=["CPUExecutionProvider"],
                # Its kernel is slower than the two it stands for: 5.7 ms instead of 6.3 for twelve tokens.
                disabled_optimizers=["SkipLayerNormFusion"],
            )
        except Exception as error:
            raise EncoderBrokenError(str(error).splitlines()[0]) from error

    def pieces_of(self, text: str) -> tuple[int, ...]:
        """The numbers of the pieces that states are given of."""
        return self._pieces_of(text)

    def shared_rarity(self, pieces: frozenset[int], text: str) -> float:
        """How rare the pieces are, together, that a text shares with others, for its length."""
        own = self._pieces_of(text)
        shared = sum(map(self._pieces.rarity, pieces.intersection(own)))
        return float(shared / (len(own) + 1) ** 0.5)

    def rarity(self, text: str) -> NDArray[np.float32]:
        """How rare each piece of a text is in all languages, about 0..1.5."""
        return np.array([self._pieces.rarity(number) for number in self.pieces_of(text)], np.float32)

    def states(self, texts: Sequence[str], *, is_question: bool) -> list[States]:
        """The states of each text. Texts of one length are read together, so none is padded."""
        prefix = self._prefixes["query:" if is_question else "passage:"]
        numbers = [[*prefix, *self.pieces_of(text), self._end] for text in texts]
        found: dict[int, States] = {}
        for batch in _batches(numbers):
            read = self._read([numbers[place] for place in batch])
            found.update((place, states[len(prefix) : -1]) for place, states in zip(batch, read, strict=True))
        return [found[place] for place in range(len(texts))]

    def _read(self, numbers: list[list[int]]) -> States:
        rows = self._embeddings[np.array(numbers)]
        words = block_values(rows) + self._positions[: rows.shape[1]]
        states: States = self._session.run(None, {"words": words})[0]
        return states


def block_values(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Values of blocks (…, blocks, bytes) of a float16 scale and sixteen bytes of two four-bit values each.

    The low halves of a block's bytes are its first sixteen values.
    """
    scales = blocks[..., :2].copy().view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1)
    values = (halves.astype(np.float32) - 8) * scales
    return values.reshape(*blocks.shape[:-2], -1)


def _batches(numbers: Sequence[Sequence[int]]) -> Iterable[list[int]]:
    """Places of texts of one length, shortest first, so many at a time."""
    by_length: dict[int, list[int]] = {}
    for place, one in enumerate(numbers):
        by_length.setdefault(len(one), []).append(place)
    for length in sorted(by_length):
        places = by_length[length]
        yield from (places[start : start + _BATCH] for start in range(0, len(places), _BATCH))
