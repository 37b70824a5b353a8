"""Questions after a reason and a purpose: «Почему отменили фестиваль?»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.tables import alternation, read_groups
from knowledge.drafting.parts.parsing import parts_of
from knowledge.drafting.parts.simple_clauses import simple_clauses
from knowledge.drafting.questions.composing import both
from knowledge.drafting.questions.naming import names_of
from knowledge.drafting.questions.openings import opening

_CONTEXTS = read_groups("drafting/question_contexts")
_KINDS = {
    kind: re.compile(rf"\s*,?\s*\b(?:{alternation(_CONTEXTS[kind])})\b.*$", re.IGNORECASE)
    for kind in ("reason", "purpose")
}


def reason_questions(text: str) -> Iterator[str]:
    for kind, pattern in _KINDS.items():
        found = pattern.search(text)
        clauses = simple_clauses(text[: found.start()]) if found is not None and found.start() else []
        if not clauses:
            continue
        parts = parts_of(clauses[-1])
        if parts.verb is not None:
            names = names_of(parts.subject) if parts.subject is not None else []
            yield from both(opening(kind), parts, (), names)
