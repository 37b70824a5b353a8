"""Makes a statement of a short answer in an interview with the words of its question.

«— Сколько стоит один улей? — Шесть тысяч рублей» -> «Один улей стоит шесть тысяч рублей».
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import alternation, read_groups
from knowledge.drafting.clauses.clause import Clause, read_clause
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.people.interviewer_words import to_readers
from knowledge.drafting.people.wording import lowered

_MOST_WORDS = 6
_KINDS = read_groups("drafting/short_answers")
_ASKED = re.compile(rf"^(?:а |и |но )?({alternation(set().union(*_KINDS.values()))}) ", re.IGNORECASE)


def told_in_full(answer: Clause, asked: Sequence[str], speaker: ArticlePerson | None) -> str | None:
    """None where the answer has a verb of its own, or the question asks for something else."""
    if not asked or answer.predicate is not None or not 0 < len(answer.words) <= _MOST_WORDS:
        return None
    question = to_readers(asked[-1], speaker)
    opening = _ASKED.match(question) if question is not None else None
    if question is None or opening is None or not _fits(answer, opening[1].lower()):
        return None
    rest = read_clause(question[opening.end() :].rstrip("? "))
    if rest.predicate is None or rest.subject_text is None:
        return None
    verb = rest.text[rest.words[rest.predicate].start :]
    told = rest.text if rest.subject and rest.subject[0] < rest.predicate else None
    if told is None:
        if not verb.rstrip(" ,.").endswith(rest.subject_text):
            return None
        told = f"{rest.subject_text} {lowered(verb.removesuffix(rest.subject_text).strip())}"
    made = f"{told} {lowered(answer.text)}"
    return made[:1].upper() + made[1:]


def _fits(answer: Clause, asked: str) -> bool:
    """Whether the answer is of the form that the question wants: a place or time has its preposition."""
    first = answer.words[0]
    if asked in _KINDS["circumstance"]:
        return first.first_pos == "PREP"
    return first.is_number or first.pos("NUMR") or first.has("accs")
