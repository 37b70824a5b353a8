"""Words around a proposition that only ask to confirm it or insist: «правда ли, что…», «…, не спорь»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens
from knowledge.understanding.phrase_patterns import begins, find_phrases

_THAT = read_groups("function_words/particles")["that"]
_FAR = 7
"""The «что» that opens a proposition stands among so many first words."""
_LONGEST = 5
_FEW = 2
"""An insisting opening of so many words ends with a mark."""
_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH


def strip_insistence(text: str) -> str:
    """«Признавайся, съезд был в мае и вы врёте» as «съезд был в мае?»; a text that asks is left so."""
    words = tokens(text)
    forms = [_forms(token) for token in words]
    sizes = range(min(_LONGEST, len(words) - 1), 0, -1)
    first = next((at for at in sizes if _insists(forms[:at]) and _is_apart(text, words, at)), 0)
    if not first and _denies_what_was_said(text, words):
        first = 1
    after = len(words) - next((at for at in sizes if _insists(forms[-at:])), 0)
    if (first, after) == (0, len(words)) or first >= after:
        return text
    left = text[words[first].start : words[after - 1].end]
    return left if any(token.word in _ASKING for token in words[first:after]) else f"{left}?"


def _denies_what_was_said(text: str, words: Sequence[Token]) -> bool:
    """«Нет, съезд был в мае» denies the answer before it, not what it states; «нет, я про второй» asks."""
    if len(words) < 2 or words[0].word != "нет" or not _is_apart(text, words, 1):
        return False
    return any(analyse(token.word).first_pos in ("VERB", "PRTS") for token in words[1:])


def _is_apart(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether a mark stands before a word, or the words before it are many."""
    return at > _FEW or bool(text[words[at - 1].end : words[at].start].strip())


def _insists(words: Sequence[frozenset[str]]) -> bool:
    """Whether the words are one such phrase and nothing more."""
    if not begins("insisting", words[0]):
        return False
    return find_phrases("insisting", words).get("insisting") == (0, len(words))


def strip_opening(text: str) -> tuple[str, bool]:
    """The clause without «правда ли, что», with a question mark; and whether there was such an opening."""
    text = strip_insistence(text)
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
