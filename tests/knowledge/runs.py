"""Runs of five words of a text, lower-cased and without punctuation, and their hashes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LENGTH = 5
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text in lower case, ё as е; a hyphen parts words."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower().replace("ё", "е"))


def runs(text: str) -> list[str]:
    """Every five words in a row, each run as one string."""
    found = words(text)
    return [" ".join(found[start : start + LENGTH]) for start in range(len(found) - LENGTH + 1)]


def hashed(run: str) -> str:
    """The first eight bytes of its SHA-256, in hexadecimal."""
    return hashlib.sha256(run.encode()).hexdigest()[:16]
