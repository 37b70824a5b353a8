"""Builds the folder of the encoder: its graph, the embeddings of the pieces that are kept, and the pieces."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

import numpy as np

from bot.reader_model.encoder_graph import encoder_graph
from bot.reader_model.weights_file import BLOCK, VocabularyPiece, WeightsFile
from knowledge.reader.encoder import DESCRIPTION, EMBEDDINGS, FORM, GRAPH, LONGEST, POSITIONS

LAYERS = 8
_MARKS = 4
_AROUND = 8
"""Positions for the marks and the prefix around a text."""
_KEPT = re.compile(r"▁?(?:[а-яА-ЯёЁ]*|[a-zA-Z]{1,4}|[0-9!-/:-@\[-`{-~«»—–…№°€₽]+)")
"""Russian pieces, short Latin ones, digits and signs; a longer Latin word is read by its parts."""
_WHOLE = frozenset({"query", "▁query", "passage", "▁passage"})


def build(
    weights_file: Path, folder: Path, layers: tuple[int, ...] = (LAYERS,), *, anew: bool = False
) -> None:
    """Write the folder, whole or not at all; one of this form that is there stays unless built `anew`.

    Raises ValueError on another file, OSError where the folder cannot be written.
    """
    weights = WeightsFile(weights_file)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        _write(weights, made, layers)
        made.chmod(0o755)
        try:
            made.replace(folder)
        except OSError:
            if not anew and _is_of_this_form(folder):
                return  # another process was quicker
            shutil.rmtree(folder, ignore_errors=True)
            made.replace(folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _is_of_this_form(folder: Path) -> bool:
    try:
        return bool(json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))["form"] == FORM)
    except (OSError, ValueError, KeyError):
        return False


def _write(weights: WeightsFile, folder: Path, layers: tuple[int, ...]) -> None:
    pieces = [one for one in weights.pieces() if one.place < _MARKS or _is_kept(one)]
    rows = [one.place for one in pieces]
    np.save(folder / EMBEDDINGS, weights.blocks("emb.word", weights.width)[rows])
    positions = weights.floats("emb.pos").reshape(-1, weights.width)[: LONGEST + _AROUND]
    np.save(folder / POSITIONS, positions + weights.floats("emb.type")[: weights.width])
    (folder / GRAPH).write_bytes(encoder_graph(weights, layers))
    description = {
        "form": FORM,
        "layers": max(layers),
        "block": BLOCK,
        "start": weights.start,
        "end": weights.end,
        "unknown": weights.unknown,
        "first": _MARKS,
        "pieces": {one.text: round(one.score, 4) for one in pieces[_MARKS:]},
    }
    (folder / DESCRIPTION).write_text(json.dumps(description, ensure_ascii=False), encoding="utf-8")


def _is_kept(piece: VocabularyPiece) -> bool:
    return piece.text in _WHOLE or _KEPT.fullmatch(piece.text) is not None
