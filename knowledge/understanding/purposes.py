"""What an answer is needed for, «должность для слайда», and loose words for the thing: «этим цирком»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.data.tables import read_groups
from knowledge.language.function_words import POLITE_VERBS
from knowledge.language.morphology import analyse, readings
from knowledge.language.tokens import Token, tokens

_WORDS = read_groups("requests/purposes")
_PREPOSITIONS = read_groups("function_words/prepositions")
_FOR, _INTO = _PREPOSITIONS["for_whom"], _PREPOSITIONS["place_into"]
_LOOSE = _WORDS["loose_event"] | _WORDS["loose_text"]
_BETWEEN = frozenset({"ADJF", "PRTF"})
_MOST_BETWEEN = 2
_LEAST_LEFT = 2


def without_purpose(text: str, known: Callable[[str], bool]) -> str:
    """A text without a document that the base does not speak of, and with a plain word for a loose one.

    «Сколько судей указать в справке» asks how many judges there are, «кто вёл этот цирк» who held the event.
    """
    words = tokens(text)
    for place, word in enumerate(words):
        if known(word.word):
            continue
        lemmas = set(analyse(word.word).lemmas)
        if lemmas & _LOOSE and place and words[place - 1].word in _WORDS["pointing"]:
            return _with_plain(text, words[place - 1], word, lemmas)
        first = _start_of_purpose(words, place) if lemmas & _WORDS["document"] else None
        last = _end_of_purpose(words, place)
        if first is not None and len(words) - (last + 1 - first) >= _LEAST_LEFT:
            head, tail = text[: words[first].start].rstrip(), text[words[last].end :]
            return head + tail if head else tail.lstrip(" ,:;—–-")
    return text


def _with_plain(text: str, first: Token, last: Token, lemmas: set[str]) -> str:
    plain = next(iter(_WORDS["event"])) if lemmas & _WORDS["loose_event"] else ""
    return " ".join(f"{text[: first.start]}{plain}{text[last.end :]}".split())


def _start_of_purpose(words: Sequence[Token], document: int) -> int | None:
    """The place of «для», or of the verb before «в», with at most two adjectives before the document."""
    at = document - 1
    while at >= 0 and document - at <= _MOST_BETWEEN and analyse(words[at].word).first_pos in _BETWEEN:
        at -= 1
    if at < 0:
        return None
    if words[at].word in _FOR or (words[at].word in _INTO and _is_ordered(words[:at], words[document])):
        return at
    puts = at > 0 and words[at].word in _INTO and _puts(words[at - 1])
    return at - 1 if puts else None


def _end_of_purpose(words: Sequence[Token], document: int) -> int:
    """The place of the document, or of the one that it is a part of: «для шапки поста»."""
    after = words[document + 1 : document + 2]
    part = any(_WORDS["document"].intersection(analyse(one.word).lemmas) for one in after)
    return document + 1 if part else document


def _is_ordered(before: Sequence[Token], document: Token) -> bool:
    """«Дай цитату на карточку»: asked of the bot, and a document to put it into."""
    asked = any(
        "impr" in (word := analyse(one.word)).moods and POLITE_VERBS.intersection(word.lemmas)
        for one in before
    )
    return asked and any("accs" in one.tag.grammemes for one in readings(document.word))


def _puts(word: Token) -> bool:
    found = analyse(word.word)
    return found.first_pos == "INFN" and bool((_WORDS["put"] | POLITE_VERBS).intersection(found.lemmas))
