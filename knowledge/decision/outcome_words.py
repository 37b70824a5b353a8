"""Words that tell or ask what came of an event, and statements that tell only that it was."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.decision.last_event import HAPPENING
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon

OUTCOME = read_words("verbs/agreeing") | read_words("requests/outcomes")
_NO_MORE = HAPPENING | read_words("verbs/staying")


def only_takes_place(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a statement only says that something was, or who came: «стороны встретились»."""
    verbs = [
        term for term in lexicon.read(fact.says) if term.morphology.first_pos in ("VERB", "PRTS", "INFN")
    ]
    return bool(verbs) and all(_NO_MORE.intersection(term.morphology.lemmas) for term in verbs)
