"""Examples that ask «почему» of a fact that gives no reason: readers would get an answer that is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.drafting.questions.statement import text_questions
from knowledge.facts.edits import Change
from knowledge.facts.model import Fact, FactBase
from knowledge.language.attributes import stated_attributes
from knowledge.language.function_words import REASON_CONJUNCTIONS
from knowledge.language.lexicon import Lexicon
from knowledge.language.question_words import PHRASES, QUESTION_WORDS
from knowledge.language.tokens import folded_words
from knowledge.results import Slot

_MADE = 8
_CONTEXTS = read_groups("drafting/question_contexts")
_GIVEN = [f" {one} " for kind in ("reason", "purpose", "grounds") for one in _CONTEXTS[kind]]
_ASKED = [f" {' '.join(phrase)} " for phrase, slot in PHRASES.items() if slot is Slot.REASON]


def unreasoned_examples(changes: Iterable[Change], base: FactBase) -> tuple[str, ...]:
    """The examples that the changes add to facts which give no reason."""
    return tuple(one for change in changes for one in _of(change, base))


def without_unreasoned(changes: Sequence[Change], base: FactBase) -> tuple[Change, ...]:
    """The changes without those examples; a fact that had no others gets what its statement asks for."""
    return tuple(_without(change, set(_of(change, base))) for change in changes)


def asks_reason_in_vain(question: str, fact: Fact, base: FactBase) -> bool:
    return _asks_reason(question) and not _gives_reason(fact.says, base)


def _of(change: Change, base: FactBase) -> tuple[str, ...]:
    before, after = change.before, change.after
    if not isinstance(after, Fact):
        return ()
    had = before.questions if isinstance(before, Fact) else ()
    return tuple(one for one in after.questions if one not in had and asks_reason_in_vain(one, after, base))


def _without(change: Change, vain: set[str]) -> Change:
    after = change.after
    if not isinstance(after, Fact):
        return change
    kept = tuple(one for one in after.questions if one not in vain)
    kept = kept or tuple(text_questions(after.says)[:_MADE])
    return replace(change, after=replace(after, questions=kept)) if kept else change


def _asks_reason(question: str) -> bool:
    words = folded_words(question)
    spaced = f" {' '.join(words)} "
    return any(QUESTION_WORDS.get(word) is Slot.REASON for word in words) or any(
        phrase in spaced for phrase in _ASKED
    )


def _gives_reason(says: str, base: FactBase) -> bool:
    spaced = f" {' '.join(says.casefold().replace(',', ' ').split())} "
    words = spaced.split()
    return (
        not REASON_CONJUNCTIONS.isdisjoint(words)
        or any(phrase in spaced for phrase in _GIVEN)
        or bool({"reason", "purpose"} & stated_attributes(Lexicon(base.terms).read(says)))
    )
