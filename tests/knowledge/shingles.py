"""Shingles of a text: every five words in a row, lower-cased and without punctuation, and their hashes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LENGTH = 5
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text in lower case, with е for ё; a hyphen separates words."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower().replace("ё", "е"))


def shingles(text: str) -> list[str]:
    """Every five words in a row, joined by spaces."""
    found = words(text)
    return [" ".join(found[start : start + LENGTH]) for start in range(len(found) - LENGTH + 1)]


def shingle_hash(shingle: str) -> str:
    """The first eight bytes of its SHA-256, in hexadecimal."""
    return hashlib.sha256(shingle.encode()).hexdigest()[:16]
