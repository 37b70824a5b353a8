"""What is left of a clause without what a question asks for."""

from __future__ import annotations

import re

from knowledge.drafting.clauses import Clause
from knowledge.drafting.wording import lowered


def without(clause: Clause, *spans: tuple[int, int]) -> str:
    """The clause without these characters, its first letter small unless a name opens it."""
    out, end = [], 0
    for start, stop in sorted(spans):
        out.append(clause.text[end : max(start, end)])
        end = max(stop, end)
    rest = "".join([*out, clause.text[end:]])
    rest = re.sub(r"\(\s*\)|^\s*[,;—–-]+|[,;—–-]+\s*$", " ", rest)
    rest = re.sub(r"\s+([,.])", r"\1", re.sub(r"\s{2,}", " ", rest)).strip(" ,;")
    rest = re.sub(r",{2,}", ",", rest)
    return lowered(rest)
