"""All forms of the words that decide what is asked: question words, ordinals, numerals, months, days."""

from __future__ import annotations

from functools import cache

from knowledge.language import question_words
from knowledge.language.calendar_words import MONTHS, WEEKDAYS
from knowledge.language.morphology import inflections
from knowledge.language.numerals import CARDINALS, ORDINALS
from knowledge.language.values.tables import numerals

_SHORTEST = 3


@cache
def deciding_words() -> frozenset[str]:
    """Folded word forms of three letters or more."""
    lemmas = (*ORDINALS, *CARDINALS, *numerals(), *MONTHS, *WEEKDAYS)
    forms = {form for word in lemmas for form in inflections(word)}
    asking = (*question_words.QUESTION_WORDS, *question_words.WHICH)
    return frozenset(word for word in (*forms, *asking) if len(word) >= _SHORTEST)
