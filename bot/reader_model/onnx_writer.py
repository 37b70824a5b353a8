"""Writes a graph in the ONNX format: the few messages of its protocol buffers that an encoder needs."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

_TYPES = {"float32": 1, "uint8": 2, "int8": 3, "int64": 7}
_IR_VERSION, _OPSET, _OWN_OPSET = 8, 17, 1
MICROSOFT = "com.microsoft"
"""The domain of onnxruntime's own operators."""


class Graph:
    """Collects nodes and initializers; `encoded` gives the file's bytes."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._initializers: list[bytes] = []
        self._count = 0

    def add(self, operator: str, *inputs: str, outputs: int = 1, domain: str = "", **attributes: Any) -> Any:
        """Add a node; returns the name of its output, or a list of them."""
        self._count += 1
        names = [f"{operator}{self._count}_{place}" for place in range(outputs)]
        self._nodes.append(
            b"".join(_text(1, name) for name in inputs)
            + b"".join(_text(2, name) for name in names)
            + _text(4, operator)
            + b"".join(_message(5, _attribute(name, value)) for name, value in attributes.items())
            + (_text(7, domain) if domain else b"")
        )
        return names[0] if outputs == 1 else names

    def constant(self, values: NDArray[Any]) -> str:
        self._count += 1
        name = f"constant{self._count}"
        dimensions = b"".join(_number(1, size) for size in values.shape)
        kind = _number(2, _TYPES[values.dtype.name])
        raw = _bytes(9, np.ascontiguousarray(values).tobytes())
        self._initializers.append(dimensions + kind + _text(8, name) + raw)
        return name

    def encoded(
        self, inputs: Iterable[tuple[str, Sequence[int | str]]], outputs: Iterable[tuple[str, str]]
    ) -> bytes:
        """The model; `inputs` are names with shapes, `outputs` names of nodes' outputs with public names."""
        shown = []
        for inner, name in outputs:
            self._nodes.append(_text(1, inner) + _text(2, name) + _text(4, "Identity"))
            shown.append(_message(12, _value(name, ())))
        graph = (
            b"".join(_message(1, node) for node in self._nodes)
            + _text(2, "encoder")
            + b"".join(_message(5, one) for one in self._initializers)
            + b"".join(_message(11, _value(name, shape)) for name, shape in inputs)
            + b"".join(shown)
        )
        opsets = _message(8, _text(1, "") + _number(2, _OPSET))
        opsets += _message(8, _text(1, MICROSOFT) + _number(2, _OWN_OPSET))
        return _number(1, _IR_VERSION) + _message(7, graph) + opsets


def _value(name: str, shape: Sequence[int | str]) -> bytes:
    sizes = b"".join(
        _message(1, _number(1, size) if isinstance(size, int) else _text(2, size)) for size in shape
    )
    tensor = _number(1, _TYPES["float32"]) + (_message(2, sizes) if shape else b"")
    return _text(1, name) + _message(2, _message(1, tensor))


def _attribute(name: str, value: Any) -> bytes:
    """A whole number, a fraction or a list of whole numbers."""
    if isinstance(value, float):
        return _text(1, name) + _key(2, 5) + struct.pack("<f", value) + _number(20, 1)
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, 2)
    return _text(1, name) + b"".join(_number(8, one) for one in value) + _number(20, 7)


def _number(field: int, value: int) -> bytes:
    return _key(field, 0) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _message(field: int, value: bytes) -> bytes:
    return _bytes(field, value)


def _bytes(field: int, value: bytes) -> bytes:
    return _key(field, 2) + _varint(len(value)) + value


def _key(field: int, kind: int) -> bytes:
    return _varint(field << 3 | kind)


def _varint(value: int) -> bytes:
    value &= 2**64 - 1
    parts = bytearray()
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    parts.append(value)
    return bytes(parts)
