"""Ids for new entities from Russian titles: «Второй проект» -> `vtoroi-proekt`."""

from __future__ import annotations

import re
from collections.abc import Container

MAX_LENGTH = 40
_PLAIN = re.compile(r"[a-z0-9-]{1,40}")
_LETTERS = {
    **dict(
        zip(
            "абвгдеёжзийклмноп",
            ("a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p"),
            strict=True,
        )
    ),
    **dict(
        zip(
            "рстуфхцчшщыэюя",
            ("r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "y", "e", "yu", "ya"),
            strict=True,
        )
    ),
}
_SILENT = ("ъ", "ь")


def is_id(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None


def propose_id(title: str, taken: Container[str]) -> str:
    """An unused id of whole words of the title, at most 40 characters."""
    latin = "".join("" if letter in _SILENT else _LETTERS.get(letter, letter) for letter in title.lower())
    words = re.findall(r"[a-z0-9]+", latin)
    made = ""
    for word in words:
        longer = f"{made}-{word}" if made else word[:MAX_LENGTH]
        if len(longer) > MAX_LENGTH:
            break
        made = longer
    return _free(made or "bez-nazvaniya", taken)


def _free(made: str, taken: Container[str]) -> str:
    number, found = 1, made
    while found in taken:
        number += 1
        tail = f"-{number}"
        found = made[: MAX_LENGTH - len(tail)].rstrip("-") + tail
    return found
