"""Words with which Russian asks, and the kind of thing each asks for."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.data.tables import read_groups, read_table, read_words
from knowledge.language.tokens import folded_words
from knowledge.results import Slot


def _slots(name: str) -> Mapping[str, Slot]:
    return read_table(f"question_words/{name}", "slot", "words").index("slot", "words", Slot)


QUESTION_WORDS = _slots("interrogatives")
"""Word forms that ask by themselves."""
NOUNS = _slots("nouns")
"""Lemmas that, after «какой» or at the head of a terse question, say what is asked for."""
PHRASES: Mapping[tuple[str, ...], Slot] = {
    tuple(phrase.split()): slot for phrase, slot in _slots("phrases").items()
}
"""Word forms in a row that ask together, the longest that fits first."""
WHICH = read_words("question_words/which")
"""Forms of «какой», which ask for what the noun after them names."""
WHICH_SUBJECT = read_words("question_words/which_subject")
"""Those that may stand with the subject."""
SPANS = read_words("question_words/spans")
"""Nouns of time that ask for a date or for how long: «срок гарантии»."""
PRECISE = read_words("question_words/precise_nouns")
"""Nouns that ask for more than a city or a day: a fact answers only if it mentions such a thing."""
PARTIES = read_words("question_words/parties")
"""Nouns of place that are a party where no preposition stands before «какой»: «какие страны участвуют»."""
YES_NO = read_words("question_words/yes_no")
"""Words that make a question one of yes or no."""
_INDEFINITE = read_groups("function_words/particles")["indefinite"]
_SHORT = 2
"""Letters of a word before the one that asks: «а когда», «в каком»."""


def asks(text: str) -> bool:
    """Whether a text begins with a word that asks (not «куда-нибудь»), or has one of yes or no."""
    words = folded_words(text)
    if not words:
        return False
    if _INDEFINITE.intersection(text.split()[0].casefold().split("-")[1:]):
        return False
    first = words[: 2 if len(words[0]) <= _SHORT else 1]
    return any(word in QUESTION_WORDS or word in WHICH for word in first) or not YES_NO.isdisjoint(words)
