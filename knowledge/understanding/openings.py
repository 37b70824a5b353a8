"""Words that only ask for confirmation, around a proposition: «правда ли, что…», «…, верно?»."""

from __future__ import annotations

from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens
from knowledge.understanding.phrase_patterns import find_phrases

_THAT = read_groups("function_words/particles")["that"]
_FAR = 7
"""The «что» that opens a proposition stands among so many first words."""


def strip_opening(text: str) -> tuple[str, bool]:
    """The clause without «правда ли, что», with a question mark; and whether there was such an opening."""
    words = tokens(text)
    head = [_forms(token) for token in words[:_FAR]]
    place = next((at for at, token in enumerate(words[:_FAR]) if token.word in _THAT), None)
    if place is None or place + 2 >= len(words):
        return text, False
    found = find_phrases("confirmations", head[: place + 1])
    if "opening" not in found or found["opening"][1] != place + 1:
        return text, False
    rest = text[words[place].end :].strip(" ,")
    return (rest if rest.endswith("?") else f"{rest.rstrip('.!')}?"), True


def _forms(token: Token) -> frozenset[str]:
    return frozenset((token.word, *analyse(token.word).lemmas))
