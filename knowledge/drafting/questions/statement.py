"""Example questions of a statement: of each of its simple clauses by turns, the plainest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.agreement import forms_agree
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.parts.clause_parts import Parts, Role
from knowledge.drafting.parts.parsing import parts_of
from knowledge.drafting.parts.simple_clauses import simple_clauses
from knowledge.drafting.people.interviewer_words import to_readers
from knowledge.drafting.questions.amounts import amount_questions
from knowledge.drafting.questions.composing import LONGEST, by_turns
from knowledge.drafting.questions.happenings import happening_questions
from knowledge.drafting.questions.naming import names_of
from knowledge.drafting.questions.nominal import nominal_questions
from knowledge.drafting.questions.others_words import of_others
from knowledge.drafting.questions.participants import object_questions, subject_questions
from knowledge.drafting.questions.places import (
    direction_questions,
    origin_questions,
    place_questions,
    which_questions,
)
from knowledge.drafting.questions.reasons import reason_questions
from knowledge.drafting.questions.said import said_questions
from knowledge.drafting.questions.times import time_questions
from knowledge.drafting.questions.whether import whether_questions, whole_questions
from knowledge.drafting.statements.model import DraftStatement

_PRONOUNS = read_groups("drafting/pronouns")
_POINTING = _PRONOUNS["third"] | _PRONOUNS["first"]
_TORN_NUMBER = re.compile(r"№(?!\s*\d)|--|(?:^|\s)-\d")
_BARE = 2
"""Words of a question that names nothing: «Что дальше?»."""
MOST = 16


def statement_questions(statement: DraftStatement) -> list[str]:
    """Up to sixteen different questions that the statement answers."""
    told_text = of_others(statement)
    made = [list(filter(_is_sound, clause_questions(clause))) for clause in simple_clauses(told_text)]
    found = article_questions(statement)
    found += by_turns(made)
    found += [one for one in reason_questions(told_text) if _is_sound(one)]
    found += [one for one in said_questions(statement) if _is_sound(one)]
    return _different(found)[:MOST]


def article_questions(statement: DraftStatement) -> list[str]:
    """What the article itself asks before the statement."""
    told = [to_readers(one, statement.speaker) for one in statement.asked]
    return [one for one in told if one is not None and _is_sound(one) and len(one.split()) > _BARE]


def text_questions(text: str) -> list[str]:
    """Up to sixteen questions that a statement by itself answers."""
    made = [list(filter(_is_sound, clause_questions(clause))) for clause in simple_clauses(text)]
    return _different(by_turns(made))[:MOST]


def clause_questions(text: str) -> Iterator[str]:
    parts = parts_of(text)
    if has_loose_name(parts):
        yield from whole_questions(parts)
        return
    names = names_of(parts.subject) if parts.subject is not None else []
    asked = [
        list(happening_questions(parts)),
        list(time_questions(parts, names)),
        list(amount_questions(parts, names)),
        list(place_questions(parts, names)),
        list(direction_questions(parts, names)),
        list(origin_questions(parts, names)),
        list(subject_questions(parts)),
        list(object_questions(parts, names)),
        list(which_questions(parts, names)),
        list(nominal_questions(parts)),
        list(whether_questions(parts, names)),
    ]
    yield from by_turns(asked)


def has_loose_name(parts: Parts) -> bool:
    """«набережная Тихой»: a name that belongs to nothing that is recognised, and a dash after the verb, leave
    the clause whole."""
    if parts.verb is not None and any("—" in word.before for word in parts.words):
        return True
    return any(
        one.role is Role.OTHER and one.words[0].is_capital and one is not parts.every[0]
        for one in parts.every
    )


def _is_sound(text: str) -> bool:
    """Not with half of a quotation or of a number; nobody knows of whom «она» speaks."""
    return (
        2 <= len(text.split()) <= LONGEST + 1
        and text.count("«") == text.count("»")
        and ": " not in text
        and not _TORN_NUMBER.search(text)
        and not any(word.folded in _POINTING for word in words_of(text))
        and not _ends_in_number(text)
        and forms_agree(text)
    )


def _ends_in_number(text: str) -> bool:
    """«Кто удовлетворил девять?»: of what is not said."""
    last = words_of(text)[-1:]
    return bool(last) and last[0].has("NUMR") and not last[0].has("NOUN")


def _different(questions: list[str]) -> list[str]:
    return list({one.lower().rstrip("?"): one for one in reversed(questions)}.values())[::-1]
