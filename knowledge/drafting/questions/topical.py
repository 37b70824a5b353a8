"""Questions of a statement in a paragraph on something else: «Ярмарка мастеров: сколько стоит место?»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.parts.parsing import parts_of
from knowledge.drafting.parts.simple_clauses import simple_clauses
from knowledge.drafting.statements.model import DraftStatement, StatementKind
from knowledge.language.question_words import QUESTION_WORDS, WHICH

_POINTING = frozenset().union(*read_groups("drafting/pronouns").values())
_EVENTS = read_words("nouns/events")
_ASKING = {*QUESTION_WORDS, *WHICH}
_LONGEST_TOPIC, _LONGEST_QUESTION = 4, 7
_MOST = 2


def paragraph_topics(statements: Iterable[DraftStatement]) -> Mapping[int, str]:
    """What the first statement of each paragraph is about, where it is a thing, as it is called there."""
    found: dict[int, str | None] = {}
    for one in statements:
        if one.kind is StatementKind.TOLD and one.paragraph not in found:
            found[one.paragraph] = _subject_of(one.clause.text)
    return {paragraph: topic for paragraph, topic in found.items() if topic is not None}


def _subject_of(text: str) -> str | None:
    subject = parts_of(next(iter(simple_clauses(text)), text)).subject
    if subject is None or subject.noun is None or subject.reading is None or subject.is_counted:
        return None
    is_named = "anim" in subject.reading.tag or any(word.folded in _POINTING for word in subject.words)
    is_numbered = any(word.text[:1].isdigit() for word in subject.words)
    return None if is_named or is_numbered or len(subject.words) > _LONGEST_TOPIC else subject.text


def topical_questions(topic: str, questions: Sequence[str], text: str) -> list[str]:
    """The first short ones, where the topic is an event that the statement does not name itself."""
    told = frozenset().union(*(word.lemmas for word in words_of(text)))
    head = next((word for word in words_of(topic) if word.first_pos == "NOUN"), None)
    if head is None or head.lemmas & told or not head.lemmas & _EVENTS:
        return []
    short = [one for one in questions if _asks(one) and len(one.split()) <= _LONGEST_QUESTION]
    return [f"{topic[:1].upper()}{topic[1:]}: {one[:1].lower()}{one[1:]}" for one in short[:_MOST]]


def _asks(question: str) -> bool:
    return any(word.folded in _ASKING for word in words_of(question)[:2])
