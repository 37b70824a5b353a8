"""Words that any question may contain, whatever it is about."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.calendar_words import MONTH_FORMS, WEEKDAY_FORMS
from knowledge.language.deciding_words import deciding_words
from knowledge.language.function_words import FUNCTION, LIGHT, POLITE, POLITE_VERBS
from knowledge.language.morphology import is_known
from knowledge.language.numerals import AGAIN, LAST, NEXT


def asking_words() -> set[str]:
    """Words that any question may contain, so that the spell checker knows them too."""
    nouns = {word for noun in question_words.NOUNS for word in noun.split()}
    return {
        *question_words.QUESTION_WORDS,
        *question_words.WHICH,
        *question_words.YES_NO,
        *nouns,
        *(word for phrase in question_words.PHRASES for word in phrase),
        *(FUNCTION | LIGHT | POLITE | POLITE_VERBS),
        *deciding_words(),
        *(NEXT | LAST | AGAIN),
        *MONTH_FORMS,
        *WEEKDAY_FORMS,
        *(word for word in read_groups("requests/purposes")["document"] if not is_known(word)),
    }
