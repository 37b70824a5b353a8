"""Question words that describe what is asked and ask nothing: «как называется остров, где нашли рыбака?»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse

_GROUPS = read_groups("question_words/groups")
_PRONOUNS = read_groups("function_words/pronouns")
_PERSONAL = _PRONOUNS["he"] | _PRONOUNS["she"] | _PRONOUNS["they"]
_OF_TIME = _GROUPS["when_clause"]
_LINKS = _GROUPS["whose"] | _GROUPS["where_clause"] | _OF_TIME
_ASKING = {*question_words.QUESTION_WORDS, *question_words.WHICH}
_DEEDS = frozenset({"VERB", "PRTS"})


def opens_subordinate(before: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the folded `words` after a comma describe what the words before it ask for.

    «Когда достроят трассу, которую сдвинут?», but not «где пройдёт диалог, когда он начнётся?».
    """
    if len(words) > 1 and analyse(words[0]).first_pos == "PREP":
        words = words[1:]
    if not before or not words or words[0] not in _LINKS or not _ASKING.intersection(before):
        return False
    if before[-1] in _ASKING or _PERSONAL.intersection(words):
        return False
    if words[0] not in _OF_TIME and analyse(before[-1]).first_pos != "NOUN":
        return False
    return any(analyse(one).first_pos in _DEEDS for one in words[1:])


def describing_places(text: str, terms: Sequence[Term]) -> frozenset[int]:
    """Places of the question words of a clause that open such a part of it."""
    return frozenset(
        place
        for place, term in enumerate(terms)
        if place and term.word in _LINKS and _is_describing(text, terms, place)
    )


def _is_describing(text: str, terms: Sequence[Term], place: int) -> bool:
    first = place - (terms[place - 1].morphology.first_pos == "PREP")
    if not first or "," not in text[terms[first - 1].token.end : terms[first].token.start]:
        return False
    return opens_subordinate([one.word for one in terms[:first]], [one.word for one in terms[place:]])
