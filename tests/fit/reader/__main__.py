"""Train the reader's network and fit its combination with the engine, with what they do on packs left out:

python -m tests.fit.reader                 both; needs the extra `reader-training`
python -m tests.fit.reader --combination   only the combination: after a change of the engine's weights
python -m tests.fit.reader --packs tram,zoo,bridge,forum    a trial that writes nothing

Half of the packs train a network that reads the other half, and the other way round: on these readings the
combination is fitted. The network that is stored is trained on all.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.reader_model.opening import build_encoder, cache_folder
from knowledge.reader.encoder import Encoder
from knowledge.reader.network import FILE as NETWORK
from knowledge.reader.network import Network
from knowledge.reader.text_states import Text
from knowledge.scoring.combined import FILE as COMBINATION
from tests.fit.cases import PACKS
from tests.fit.reader import combination, stages
from tests.fit.reader.asked import Asked, Bases, ask_all, load_bases
from tests.fit.reader.trained_on import Scale, Tokens
from tests.fit.weights_file import provenance, write

SEED = 35
HALVES = Path(__file__).with_name("halves.npz")
"""The networks of both halves, so that a combination can be fitted anew without torch."""
Weights = dict[str, NDArray[Any]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--combination", action="store_true")
    parser.add_argument("--packs", type=lambda text: text.split(","), default=list(PACKS))
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    packs = [name for name in PACKS if name in options.packs]
    bases, cases = load_bases(packs), ask_all(packs)
    encoder = _encoder()
    texts = stages.read_texts(encoder, cases, bases)
    by_name = sorted(packs)
    halves = {"even": by_name[0::2], "odd": by_name[1::2]}
    if options.combination:
        networks = _stored_halves()
    else:
        trained = _Training(texts, cases, bases, encoder.layers, options.seed)
        networks = {name: trained.weights(half) for name, half in halves.items()}
    other = {"even": halves["odd"], "odd": halves["even"]}
    reads = [
        one
        for name, weights in networks.items()
        for one in _read_by(weights, [case for case in cases if case.pack in other[name]], bases, texts)
    ]
    figures = combination.figures([*combination.held_out(reads, packs), *combination.unread(cases)])
    print(json.dumps(figures, indent=1))
    if packs != list(PACKS):
        return
    settings = {"network_seed": options.seed, "layers": encoder.layers}
    fitted = combination.section(combination.fit(reads))
    write({"fit": {**provenance(packs, figures), **settings}, **fitted}, COMBINATION)
    if not options.combination:
        _store(networks)
        np.savez_compressed(NETWORK, **trained.weights(packs))  # type: ignore[arg-type]


class _Training:
    """Trains networks over the texts' states, all in one plane and on one scale."""

    def __init__(
        self, texts: Mapping[Text, Tokens], cases: Sequence[Asked], bases: Bases, layers: int, seed: int
    ) -> None:
        self._texts, self._layers, self._seed = texts, layers, seed
        self._scale = Scale(texts)
        self._plane = stages.plane_of(texts, self._scale)
        self._prepared = stages.prepare(cases, bases, texts, self._scale, self._plane)

    def weights(self, packs: Sequence[str]) -> Weights:
        # Imported here: fitting the combination alone needs no torch.
        from tests.fit.reader.network_training import train

        some = [one for one in self._prepared if one.asked.pack in packs]
        weights = train(stages.groups(some), self._texts, self._scale, self._seed)
        plane = self._plane.astype(np.float16)
        return {**weights, "plane": plane, "layers": np.array(self._layers)}


def _encoder() -> Encoder:
    build_encoder(cache_folder())
    return Encoder(cache_folder())


def _read_by(
    weights: Weights, cases: Sequence[Asked], bases: Bases, texts: Mapping[Text, Tokens]
) -> list[combination.Read]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "network.npz"
        np.savez(file, **weights)  # type: ignore[arg-type]
        network = Network(file)
    scale = Scale(texts, mean=weights["mean"], spread=float(weights["spread"]))
    plane = weights["plane"].astype(np.float32)
    return stages.read(stages.prepare(cases, bases, texts, scale, plane), texts, network)


def _store(networks: Mapping[str, Weights]) -> None:
    flat = {f"{half}/{name}": value for half, weights in networks.items() for name, value in weights.items()}
    np.savez_compressed(HALVES, **flat)  # type: ignore[arg-type]


def _stored_halves() -> dict[str, Weights]:
    networks: dict[str, Weights] = {"even": {}, "odd": {}}
    with np.load(HALVES) as stored:
        for key in stored.files:
            half, _, name = key.partition("/")
            networks[half][name] = stored[key]
    return networks


if __name__ == "__main__":
    main()
