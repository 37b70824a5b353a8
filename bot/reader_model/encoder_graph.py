"""The graph of the encoder's lower layers, for texts of one length at a time, so that nothing is masked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bot.reader_model.onnx_writer import MICROSOFT, Graph
from bot.reader_model.weights_file import BLOCK, WeightsFile

_EIGHT_BITS = 4
"""onnxruntime's accuracy level at which what is multiplied with four-bit weights is rounded to eight bits."""


def encoder_graph(weights: WeightsFile, taps: tuple[int, ...]) -> bytes:
    """An ONNX model: `words` (texts, tokens, width), embeddings with positions, to the states after each
    layer of `taps`."""
    graph = Graph()
    states = _normalized(graph, weights, "words", "emb.ln")
    outputs = []
    for layer in range(max(taps)):
        states = _layer(graph, weights, states, layer)
        if layer + 1 in taps:
            outputs.append((states, f"states{layer + 1}"))
    return graph.encoded([("words", ("texts", "tokens", weights.width))], outputs)


def _layer(graph: Graph, weights: WeightsFile, states: str, layer: int) -> str:
    name, width = f"l{layer}", weights.width
    asked, keys, values = (_linear(graph, weights, states, f"{name}.{one}", width) for one in "qkv")
    attended = graph.add("MultiHeadAttention", asked, keys, values, domain=MICROSOFT, num_heads=weights.heads)
    attended = _linear(graph, weights, attended, f"{name}.ao", width)
    states = _normalized(graph, weights, graph.add("Add", states, attended), f"{name}.aln")
    inner = graph.add("Gelu", _linear(graph, weights, states, f"{name}.fi", width), domain=MICROSOFT)
    added = _linear(graph, weights, inner, f"{name}.fo", weights.inner)
    return _normalized(graph, weights, graph.add("Add", states, added), f"{name}.oln")


def _linear(graph: Graph, weights: WeightsFile, states: str, name: str, columns: int) -> str:
    """The weights stay as the file has them: four bits each, a scale for each 32."""
    blocks = weights.blocks(f"{name}.w", columns)
    product = graph.add(
        "MatMulNBits",
        states,
        graph.constant(_paired(blocks[..., 2:])),
        graph.constant(_scales(blocks)),
        domain=MICROSOFT,
        K=columns,
        N=len(blocks),
        bits=4,
        block_size=BLOCK,
        accuracy_level=_EIGHT_BITS,
    )
    return str(graph.add("Add", product, graph.constant(weights.floats(f"{name}.b"))))


def _scales(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    return blocks[..., :2].copy().view(np.float16).astype(np.float32).reshape(-1)


def _paired(halves: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """From bytes of a value and the sixteenth after it to bytes of two neighbours, as onnxruntime wants."""
    values = np.concatenate([halves & 15, halves >> 4], axis=-1)
    pairs: NDArray[np.uint8] = values[..., 0::2] | values[..., 1::2] << 4
    return pairs


def _normalized(graph: Graph, weights: WeightsFile, states: str, name: str) -> str:
    scale, shift = (graph.constant(weights.floats(f"{name}.{one}")) for one in "wb")
    return str(graph.add("LayerNormalization", states, scale, shift, axis=-1, epsilon=weights.epsilon))
