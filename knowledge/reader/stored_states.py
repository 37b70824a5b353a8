"""Keeps the token states of a base's texts in a file, so that the next program need not read them."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from knowledge.reader.network import TextStates
from knowledge.reader.text_states import Text


def load_states(file: Path) -> dict[Text, TextStates]:
    """What was stored; nothing where there is no such file or it is damaged."""
    try:
        with file.open("rb") as stream, np.load(stream) as stored:
            texts = [(text, asks) for text, asks in json.loads(stored["texts"].tobytes())]
            parts = [np.split(stored[name], stored["ends"][:-1]) for name in ("plain", "projected", "rarity")]
            states = map(TextStates, *parts, stored["mean"])
            return dict(zip(texts, states, strict=True))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return {}


def store_states(file: Path, states: Mapping[Text, TextStates]) -> None:
    """Write the file, whole or not at all; a folder that cannot be written to is left as it is."""
    if not states:
        return
    each = list(states.values())
    try:
        number, made = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    except OSError:
        return
    try:
        with os.fdopen(number, "wb") as stream:
            np.savez(
                stream,
                texts=np.frombuffer(json.dumps(list(states)).encode(), np.uint8),
                ends=np.cumsum([len(one.rarity) for one in each]),
                plain=np.concatenate([one.plain for one in each]),
                projected=np.concatenate([one.projected for one in each]),
                rarity=np.concatenate([one.rarity for one in each]),
                mean=np.stack([one.mean for one in each]),
            )
        Path(made).replace(file)
    except OSError:
        Path(made).unlink(missing_ok=True)
