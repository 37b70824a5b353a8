"""What people say to a bot that is no question about its subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import product

from knowledge.data.tables import read_table
from knowledge.language import question_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import normalize, tokens
from knowledge.results import SmallTalk

_SLOT = re.compile(r"\[[^]]*\]|\S+")


def _phrases(name: str) -> Iterator[str]:
    """The phrases of a table, in which `a|b` is either of two words and `[a]` a word that may be left out."""
    for pattern in read_table(f"small_talk/{name}", "phrase").column("phrase"):
        slots = [
            ("", *slot[1:-1].split("|")) if slot[0] == "[" else slot.split("|")
            for slot in _SLOT.findall(pattern)
        ]
        yield from (" ".join(filter(None, words)) for words in product(*slots))


_WITHOUT_PHRASES = (SmallTalk.SOURCE, SmallTalk.TOLD_ALL)
_KINDS = {phrase: kind for kind in SmallTalk if kind not in _WITHOUT_PHRASES for phrase in _phrases(kind)}
_MISUNDERSTOOD = frozenset(_phrases("misunderstood"))
"""Remarks that something else was asked: complaints that may be followed by what was."""
_KINDS |= dict.fromkeys(_MISUNDERSTOOD, SmallTalk.COMPLAINT)
_AGREEING = frozenset(_phrases(SmallTalk.AGREEMENT))
_REACTIONS = read_table("small_talk/reactions", "kind", "emoji").index("kind", "emoji", SmallTalk)
"""Emoji that may be a whole message."""
_AFTER_THANKS = frozenset(_phrases("after-thanks"))
"""What may follow the words of thanks: «спасибо вам большое»."""
_LESSER = frozenset({None, SmallTalk.GREETING, SmallTalk.AGREEMENT})
"""What any other small talk beside it outweighs."""
_LONGEST = max(len(phrase.split()) for phrase in (*_KINDS, *_AFTER_THANKS))


_LEADING = frozenset(
    {SmallTalk.THANKS, SmallTalk.PRAISE, SmallTalk.FAREWELL, SmallTalk.HELP, SmallTalk.WHO_ARE_YOU}
)
"""What a message is even if it goes on."""
_PARTS = re.compile(r"(?<=[.!?,;:)])\s+|\s+[-—–]\s+")
_ASKING = question_words.QUESTION_WORDS.keys() | question_words.WHICH | question_words.YES_NO
_NAMING = frozenset({None, "NOUN", "ADJF", "ADJS", "NUMR"})
"""Parts of speech of a word that says of what somebody asks."""


def _any_of(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(phrases, key=len, reverse=True))})"


def _of_kind(wanted: SmallTalk) -> str:
    return _any_of(phrase for phrase, kind in _KINDS.items() if kind is wanted)


_FILLERS = re.compile(rf"(?:^|\s){_any_of(_phrases('fillers'))}(?=\s|$)")
_THANKS = rf"{_of_kind(SmallTalk.THANKS)}(?:,? {_any_of(_AFTER_THANKS)})*"
_HEAD = re.compile(
    rf"(?:(?:{_of_kind(SmallTalk.GREETING)}|{_THANKS})[\s,.!)]+|{_of_kind(SmallTalk.HOW_ARE_YOU)}\s*[,.!?]+\s*)(?=\S)",
    re.IGNORECASE,
)
"""A greeting, thanks or «как дела?» at the head of a text that goes on."""
_AFTER_REMARK = re.compile(r"\s*[,.!;:—–-]+\s*(?=\S)")


def small_talk(text: str) -> SmallTalk | None:
    """The kind of small talk that the whole text is; of several the first that is more than a greeting."""
    words = " ".join(token.word for token in tokens(normalize(text)))
    # «Ты бот?» is a question though «бот» is a filler elsewhere.
    return _read(_FILLERS.sub(" ", f" {words} ").split()) or _read(words.split())


def beside(text: str, known: Callable[[str], bool]) -> SmallTalk | None:
    """Small talk that goes on with what asks nothing and names nothing of the base: «Спасибо, побежал».

    `known` says whether a word is a content word of the base.
    """
    kinds: list[SmallTalk] = []
    for part in _PARTS.split(normalize(text)):
        kind = small_talk(part)
        if kind is None and ("?" in part or any(_may_ask(token.word, known) for token in tokens(part))):
            return None
        kinds += [kind] if kind in _LEADING else []
    return kinds[0] if kinds else None


def _may_ask(word: str, known: Callable[[str], bool]) -> bool:
    if word in _ASKING or word.isdecimal():
        return True
    return analyse(word).first_pos in _NAMING and known(word)


def _read(rest: Sequence[str]) -> SmallTalk | None:
    found: SmallTalk | None = None
    while rest:
        length = _longest(rest, _KINDS)
        if not length:
            return None
        kind = _KINDS[" ".join(rest[:length])]
        rest = rest[length:]
        while kind is SmallTalk.THANKS and (length := _longest(rest, _AFTER_THANKS)):
            rest = rest[length:]
        is_refused = found is SmallTalk.THANKS and kind is SmallTalk.COMPLAINT  # «спасибо, но это не ответ»
        found = kind if found in _LESSER or is_refused else found
    return found


def _longest(words: Sequence[str], phrases: Container[str]) -> int:
    """How many words the longest phrase at the start has: «что ты умеешь» begins with «что ты»."""
    return next((size for size in range(_LONGEST, 0, -1) if " ".join(words[:size]) in phrases), 0)


def reaction(text: str) -> SmallTalk | None:
    """The kind of small talk that an emoji alone is: «👍»."""
    kinds = (_REACTIONS[char] for char in text if char in _REACTIONS)
    return None if any(char.isalnum() for char in text) else next(kinds, None)


def without_greeting(text: str) -> str:
    """A cleaned text without the small talk at its head: «Привет! Как дела? Когда диалог?»."""
    while match := _HEAD.match(text):
        text = text[match.end() :]
    return text


def without_remark(text: str) -> str:
    """A cleaned text without the remark at its head that more was meant: «не об этом, а про Брянск»."""
    found = list(tokens(text))
    words = [token.word for token in found[: 2 * _LONGEST]]
    start = _longest(words, _AGREEING)
    length = _longest(words[start:], _MISUNDERSTOOD)
    rest = text[found[start + length - 1].end :] if length else ""
    match = _AFTER_REMARK.match(rest)
    return rest[match.end() :] if match is not None else text
