"""Whether a statement says that an event takes place, is called off or was put off."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_words
from knowledge.decision.context.event_edges import BEGINNING, ENDING
from knowledge.facts.model import Event
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind, read_values
from knowledge.language.word_class import WordClass

_HAPPENING = read_words("verbs/happening") | BEGINNING
_CANCELLING = read_words("verbs/cancelling")
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_PUTTING_OFF = read_words("verbs/putting_off")
_UNTIL = "на"


def tells_of(statement: Sequence[Term], event: Event, lexicon: Lexicon) -> bool:
    """Whether a statement says that the event takes place: «Стороны условились провести второй диалог»."""
    title = [term for term in lexicon.read(event.title) if term.word_class is WordClass.CONTENT]
    nouns = {key for term in title for key, level in term.keys if level is Level.LEMMA}
    roots = {key for term in title for key, level in term.keys if level is Level.ROOT}
    named = any(key in nouns for term in statement for key, level in term.keys if level is Level.LEMMA)
    for term in statement:
        if term.morphology.first_pos in _VERBS and not ENDING.intersection(term.morphology.lemmas):
            happens = bool(_HAPPENING.intersection(term.morphology.lemmas))
            if named and (happens or any(key in roots for key, level in term.keys if level is Level.ROOT)):
                return True
    return False


def says_cancelled(statement: Sequence[Term]) -> bool:
    return any(_CANCELLING.intersection(term.morphology.lemmas) for term in statement)


def names_former_date(says: str, statement: Sequence[Term]) -> bool:
    """«Собирались открыть в мае, но срок сдвинули»; «перенесли на июнь» names the date that holds."""
    if not any(_PUTTING_OFF.intersection(term.morphology.lemmas) for term in statement):
        return False
    dates = (value for value in read_values(says) if value.kind is ValueKind.DATE)
    return not any(says[: value.start].lower().split()[-1:] == [_UNTIL] for value in dates)
