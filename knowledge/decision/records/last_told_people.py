"""«А кто ещё?», «они втроём?»: asked of the people of the fact that was told last."""

from __future__ import annotations

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups, read_table
from knowledge.decision.context.event_records import people_named
from knowledge.facts.model import Fact, FactBase
from knowledge.language.morphology import analyse
from knowledge.language.numerals import ORDINALS
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.tokens import normalize, tokens
from knowledge.results import (
    Answer,
    AnswerForm,
    Lead,
    Participant,
    Polarity,
    Shown,
    Slot,
    ValueLead,
    YesNoLead,
)
from knowledge.understanding.pronouns import PERSONAL

_TOGETHER = {word: int(number) for number, word in read_table("numerals/together", "number", "word")}
_WORDS = read_groups("requests/last_told")
_ELSE = PERSONAL.union(*(_WORDS[group] for group in ("else", "link", "they", "who")))
_PAIR = 2


def of_last_told(text: str, conversation: Conversation, base: FactBase) -> Answer | None:
    """Who is named, and that of others nothing is said; or if they are so many; None where more is asked."""
    words = {token.word for token in tokens(normalize(text))}
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    people = people_named(fact, base) if fact is not None else ()
    if fact is None or not people:
        return None
    led = tuple(one for one in people if one.person.id in conversation.people)
    if words & _WORDS["else"] and words & (_WORDS["who"] | PERSONAL) and words <= _ELSE:
        held = led if words & PERSONAL and led else people  # «кроме него» is of the one named
        return _answer(fact, YesNoLead(polarity=Polarity.SET, held=held), AnswerForm.WHO)
    chosen = _numbered(words, people)
    if chosen is not None:
        return _answer(fact, ValueLead(held=(chosen,)), AnswerForm.WHO)
    number = next((_TOGETHER[word] for word in words if word in _TOGETHER), None)
    if number is None or not words - _TOGETHER.keys() <= _WORDS["they"] | _WORDS["link"]:
        return None
    return _answer(fact, _of_number(number, led or people), AnswerForm.YES_NO)


def _numbered(words: set[str], people: tuple[Participant, ...]) -> Participant | None:
    """«А третий председатель?» of those told of last: the third of them, where all have that part."""
    left = words - _WORDS["link"] - _WORDS["who"]
    number = next(
        (number for word in left for lemma in _lemmas(word) if (number := ORDINALS.get(lemma))), None
    )
    roles = {role for role, nouns in ROLE_WORDS.items() if any(_lemmas(word) & {*nouns} for word in left)}
    parts = {one.role for one in people}
    if number is None or len(left) != _PAIR or len(parts) != 1 or not parts <= roles:
        return None
    return people[number - 1] if 0 < number <= len(people) else None


def _lemmas(word: str) -> frozenset[str]:
    return frozenset(analyse(word).lemmas)


def _of_number(number: int, people: tuple[Participant, ...]) -> YesNoLead:
    if number == len(people):
        return YesNoLead(polarity=Polarity.YES)
    return YesNoLead(polarity=Polarity.SET, held=people)


def _answer(fact: Fact, lead: Lead, form: AnswerForm) -> Answer:
    shown = (Shown(fact=fact, slot=Slot.STATEMENT),)
    return Answer(rule="last-told", confidence=0.8, shown=shown, lead=lead, form=form)
