"""Whether a clause tells something, and whether it says what somebody says."""

from __future__ import annotations

import re

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.drafting.clauses.clause import Clause
from knowledge.language.values import ValueKind, read_values

_REPORTING = read_words("verbs/reporting")
_VOICING = read_words("verbs/voicing") | _REPORTING
_LEAST_WORDS = 3
_POINTING = re.compile(
    rf"^(?:{alternation(read_groups('drafting/attributions')['pointing'])})\b", re.IGNORECASE
)
_COUNTED = frozenset(set(ValueKind) - {ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL})


def voices(clause: Clause) -> bool:
    """A thing that is judged or promised is no speech: «конкурс оценят актриса и оператор»."""
    if clause.predicate is None or not clause.words[clause.predicate].lemmas & _VOICING:
        return False
    return bool(clause.words[clause.predicate].lemmas & _REPORTING) or not _opens_with_object(clause)


def _opens_with_object(clause: Clause) -> bool:
    """Whether a noun that is no subject stands before the verb without a preposition."""
    assert clause.predicate is not None
    subject = range(*clause.subject) if clause.subject is not None else range(0)
    return any(
        word.first_pos == "NOUN"
        and word.has("accs", "inan")
        and place not in subject
        and not (place and clause.words[place - 1].first_pos in ("PREP", "ADJF"))
        for place, word in enumerate(clause.words[: clause.predicate])
    )


def is_telling(clause: Clause) -> bool:
    if _POINTING.match(clause.text):
        return False
    has_number = any(value.kind in _COUNTED for value in read_values(clause.text.replace("ё", "е")))
    if len(clause.words) < _LEAST_WORDS and not has_number:
        return False
    return clause.predicate is not None or clause.subject is not None or has_number


def speaks_of_itself(clause: Clause) -> bool:
    """«Мы поговорили с директором»: told by «я» or «мы», whom a reader of one statement does not know."""
    first = (word for word in clause.words if any("1per" in one.tag for one in word.readings[:1]))
    return any(word.first_pos == "VERB" or word.has("NPRO", "nomn") for word in first)
