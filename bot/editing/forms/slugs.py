"""Keys for buttons; ids for new entities come from `knowledge.facts.ids`."""

from __future__ import annotations

import zlib

from knowledge.facts.ids import is_id, propose_id

__all__ = ["button_key", "is_id", "propose_id"]


def button_key(value: str) -> str:
    """A short key for callback data: an id itself, or for other texts a checksum that is no valid id."""
    return value if is_id(value) else f"~{zlib.crc32(value.encode()):08x}"
