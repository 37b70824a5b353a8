"""Example questions from their templates, with the first letter large and no stray spaces."""

from __future__ import annotations

import re

from knowledge.data.tables import read_table

_TEXTS = dict(read_table("drafting/questions", "kind", "text"))


def question(kind: str, **values: str) -> str:
    text = re.sub(r"\s+([,?.!])", r"\1", re.sub(r"\s{2,}", " ", _TEXTS[kind].format(**values))).strip()
    text = re.sub(r"[,;—–-]+\?$", "?", text)
    return text[:1].upper() + text[1:] if text.endswith("?") else text
