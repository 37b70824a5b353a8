"""The encoder, built once a run from the wheel that the lock names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.reader_model.opening import build_encoder
from knowledge.reader.trained_reader import TrainedReader


@pytest.fixture(scope="session")
def encoder_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reader") / "built"
    build_encoder(folder)
    return folder


@pytest.fixture(scope="session")
def reader(encoder_folder: Path) -> TrainedReader:
    return TrainedReader(encoder_folder)
