"""Who says a sentence of an article: «отметил X», «по словам X», «X сообщил, что …»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.drafting.grammar.words import Word, words_of

_REPORTING = read_words("verbs/reporting")
_WORDS = read_groups("drafting/attributions")
_ACCORDING = re.compile(
    rf"^(?:По (?:{alternation(_WORDS['according_to'])}) (?P<who>[^,]+?)|"
    rf"Как (?P<verb>[а-я]+) (?P<said>[^,]+?)|"
    rf"По (?P<his>{alternation(_WORDS['whose'])}) (?:{alternation(_WORDS['according_to'])})),\s+",
)
_QUOTE_FIRST = re.compile(
    r"^[«\"„](?P<quote>.+?)[»\"“][,!?.…]*\s*[—–-]+\s*(?P<said>.+?)(?:[.,]\s*[—–-]+\s*[«\"](?P<more>.+)[»\"].*)?[.!]?$"
)
_BARE_QUOTE = re.compile(r"^[«\"„](?P<quote>[^«»\"]+)[»\"“][.!?…]*$")
_TAIL = re.compile(r"^(?P<clause>.+?),?\s+[—–]\s+(?P<said>[а-яё][^«»\"]{3,160}?)[.!]?$")
_COMMA_TAIL = re.compile(r"^(?P<clause>.+),\s+(?P<said>[а-яё]+ [^,«»\"]{2,120}?)[.!]?$")
_ABOUT_IT = re.compile(rf"^(?:{alternation(_WORDS['pointing'])})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is said, and the words that tell by whom; `said` may tell more («призвав стороны …»).

    `of_previous`: the sentence only says whose words the one before are.
    """

    clause: str
    said: str | None = None
    quoted: bool = False
    of_previous: bool = False
    lasting: bool = False
    """Whether the sentences after it are likely of the same speaker."""


def attributions(sentence: str) -> list[Attribution]:
    """The parts of a sentence that somebody says, and what it tells besides; at least one."""
    found = _quotation(sentence) or _according(sentence) or _reported(sentence)
    return found or [Attribution(sentence)]


def _quotation(sentence: str) -> list[Attribution]:
    bare = _BARE_QUOTE.match(sentence)
    if bare is not None:
        return [Attribution(bare["quote"], quoted=True)]
    found = _QUOTE_FIRST.match(sentence)
    if found is not None and _is_reporting(found["said"]):
        quotes = [found["quote"], *([found["more"]] if found["more"] else [])]
        return [
            Attribution(one.strip(), found["said"], quoted=True)
            for quote in quotes
            for one in re.split(r"(?<=[.!?…])\s+(?=[А-ЯЁ])", quote)
        ]
    if _ABOUT_IT.match(_plain(sentence)):
        return []
    for pattern in (_TAIL, _COMMA_TAIL):
        tail = pattern.match(sentence)
        if tail is not None and _is_reporting(tail["said"]) and _begins_with_report(tail["said"]):
            return [Attribution(tail["clause"].strip(" ,—"), tail["said"], quoted=pattern is _TAIL)]
    return []


def _plain(sentence: str) -> str:
    return sentence.replace("ё", "е").replace("Ё", "Е")


def _begins_with_report(said: str) -> bool:
    words = words_of(said)
    if words and words[0].folded in _WORDS["whose"]:
        return False  # «его признали лучшим»
    return any(word.lemmas & _REPORTING for word in words[:2])


def _is_reporting(said: str) -> bool:
    return any(word.lemmas & _REPORTING for word in words_of(said)[:6])


def _according(sentence: str) -> list[Attribution]:
    found = _ACCORDING.match(_plain(sentence))
    if found is None or (
        found["verb"] and not any(word.lemmas & _REPORTING for word in words_of(found["verb"]))
    ):
        return []
    rest = sentence[found.end() :]
    named = next(name for name in ("who", "said", "his") if found[name])
    who = sentence[found.start(named) : found.end(named)]
    return [Attribution(rest[:1].upper() + rest[1:], who, lasting=True)]


def _reported(sentence: str) -> list[Attribution]:
    words = words_of(sentence)
    verb = next(
        (
            place
            for place, word in enumerate(words)
            if word.lemmas & _REPORTING and word.pos("VERB", "PRTS", "ADJS")
        ),
        None,
    )
    if verb is None:
        return []
    if _ABOUT_IT.match(_plain(sentence)):
        return [Attribution(sentence, sentence, of_previous=True)]
    opens = _conjunction(words, verb)
    if opens is None:
        return []
    head = sentence[: words[opens].start].rstrip(" ,")
    clause = sentence[words[opens].end :].strip()
    passive = words[verb].first_pos == "PRTS" or any(word.lemmas & {"быть"} for word in words[:verb])
    return [Attribution(clause[:1].upper() + clause[1:], head, lasting=passive)]


def _conjunction(words: tuple[Word, ...], verb: int) -> int | None:
    """The «что» that opens what is said, right after the verb's own part."""
    for place in range(verb + 1, min(len(words), verb + 12)):
        if words[place].folded in _WORDS["report"] and "," in words[place].before:
            return place
        if "," in words[place].before:
            return None
    return None
