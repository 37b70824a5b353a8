"""Whether a clause tells something, and whether it says what somebody says."""

from __future__ import annotations

import re

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.drafting.clauses import Clause
from knowledge.language.values import ValueKind, read_values

_VOICING = read_words("verbs/voicing") | read_words("verbs/reporting")
_LEAST_WORDS = 3
_POINTING = re.compile(
    rf"^(?:{alternation(read_groups('drafting/attributions')['pointing'])})\b", re.IGNORECASE
)
_COUNTED = frozenset(set(ValueKind) - {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL})


def voices(clause: Clause) -> bool:
    return clause.predicate is not None and bool(clause.words[clause.predicate].lemmas & _VOICING)


def is_telling(clause: Clause) -> bool:
    if _POINTING.match(clause.text):
        return False
    has_number = any(value.kind in _COUNTED for value in read_values(clause.text.replace("ё", "е")))
    if len(clause.words) < _LEAST_WORDS and not has_number:
        return False
    return clause.predicate is not None or clause.subject is not None or has_number
