"""Words of a message that carry nothing: «честно говоря», «братан», «не томи», «судя по статье»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens
from knowledge.language.values import read_values
from knowledge.understanding.phrase_patterns import every_phrase, find_phrases

_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH | question_words.YES_NO
_STRAY_COMMAS = re.compile(r"\s*,(?:\s*,)+|^[\s,;:—–-]+|[\s,;:—–-]+(?=[?!.]*$)")
_AFTER_GAP = re.compile(r"\s+(?=[,?!.;:])")


def without_fillers(text: str, known: Callable[[str], bool]) -> str:
    """A normalised text without the phrases of `requests/fillers`.

    A single word stays where the base speaks of it, and «в статье» where nothing else of the base is named.
    A text of which nothing would be left stays whole.
    """
    words = tokens(text)
    phrases = every_phrase("fillers", [frozenset({token.word}) for token in words])
    found = [one for one in phrases if not words[one[1]].glued]
    if not found:
        return text
    is_known = [known(token.word) for token in words]
    dropped: set[int] = set()
    for label, first, after in found:
        if after - first > 1 or not is_known[first]:
            dropped |= set(range(first, after)) if label == "any" else set()
    dropped |= _of_manner(found, text, words)
    dropped |= _at_head(found, dropped, is_known) | _at_end(found, dropped, is_known, len(words))
    counted = [after for label, _, after in found if label == "counted" and after < len(words)]
    dropped |= {after - 1 for after in counted if is_known[after]}  # «сколько имен судей»
    for label, first, after in found:
        if label == "text" and _asks_without(range(first, after), words, is_known, dropped):
            dropped |= set(range(first, after))
    dropped -= {at for label, first, after in found if label == "kept" for at in range(first, after)}
    kept = [at for at in range(len(words)) if at not in dropped]
    if not dropped:
        return text
    left = _joined(text, words, dropped)
    says = any(is_known[at] or words[at].word in _ASKING for at in kept) or bool(read_values(left))
    return left if says or _requests(words, kept) else text


def _requests(words: Sequence[Token], kept: Iterable[int]) -> bool:
    """Whether the words kept ask for a form of answer: «пересказ в пять строк»."""
    forms = [frozenset((words[at].word, *analyse(words[at].word).lemmas)) for at in kept]
    return bool(find_phrases("forms", forms))


def _of_manner(found: Sequence[tuple[str, int, int]], text: str, words: Sequence[Token]) -> set[int]:
    """Places of «без воды» where something is to be told, or after a mark: «дом без воды» has no water."""
    runs = [(first, after) for label, first, after in found if label == "manner"]
    orders = _requests(words, range(len(words))) or any("impr" in analyse(one.word).moods for one in words)
    return {
        at
        for first, after in runs
        if orders or not first or text[words[first - 1].end : words[first].start].strip()
        for at in range(first, after)
    }


def _at_head(found: Sequence[tuple[str, int, int]], dropped: set[int], is_known: Sequence[bool]) -> set[int]:
    """Places of what addresses the bot or hesitates, before all else."""
    out: set[int] = set()
    at = 0
    while at < len(is_known):
        ends = [
            after
            for label, first, after in found
            if label == "head" and first == at and (after - first > 1 or not is_known[first])
        ]
        if not ends and at not in dropped:
            break
        after = max(ends, default=at + 1)
        out |= set(range(at, after))
        at = after
    return out


def _at_end(
    found: Sequence[tuple[str, int, int]], dropped: set[int], is_known: Sequence[bool], size: int
) -> set[int]:
    """Places of what urges or thanks, after all else."""
    out: set[int] = set()
    at = size
    while at > 0:
        starts = [
            first
            for label, first, after in found
            if label == "end" and after == at and (after - first > 1 or not is_known[first])
        ]
        if not starts and at - 1 not in dropped:
            break
        first = min(starts, default=at - 1)
        out |= set(range(first, at))
        at = first
    return out


def _asks_without(places: range, words: Sequence[Token], is_known: Sequence[bool], dropped: set[int]) -> bool:
    """Whether a question without these words still has a content word of the base."""
    rest = [at for at in range(len(words)) if at not in places and at not in dropped]
    asks = any(words[at].word in _ASKING for at in rest)
    return asks and any(is_known[at] and words[at].word not in _ASKING for at in rest)


def _joined(text: str, words: Sequence[Token], dropped: set[int]) -> str:
    """The text with the dropped words cut out."""
    cut = chain.from_iterable((words[at].start, words[at].end) for at in sorted(dropped))
    edges = [0, *cut, len(text)]
    left = " ".join(text[first:after].strip() for first, after in zip(edges[::2], edges[1::2], strict=True))
    left = _AFTER_GAP.sub("", " ".join(left.split()))
    return _STRAY_COMMAS.sub(lambda one: ", " if one.start() and one.end() < len(left) else "", left).strip()
