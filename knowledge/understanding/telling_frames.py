"""What asks whether a report says a clause: «известно ли, кто…», «…, это сказано в статье?»."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from knowledge.data.tables import read_groups
from knowledge.language import question_words
from knowledge.language.morphology import analyse, readings
from knowledge.language.tokens import Token, tokens

_WORDS = read_groups("requests/telling_frames")
_REPORT = read_groups("requests/report_words")
_SOURCES = _REPORT["press"] | _REPORT["report"] | _REPORT["source"] | _WORDS["sources"]
_PARTICLES = read_groups("function_words/particles")
_THAT, _DENY, _INDEFINITE = (_PARTICLES[group] for group in ("that", "deny_next", "indefinite"))
_ASKING = frozenset(question_words.QUESTION_WORDS.keys() | question_words.WHICH)
_BY_FORM = ("alone", "beside", "has", "of_that", "true")
_BY_LEMMA = ("active", "claims", "determiners", "nouns")
_CLAUSE = re.compile(r"(?<=[,;—–])\s|\s[-—–]\s")
_LONGEST = 9
"""Words that such a frame has at most."""
_SUBJECTLESS = frozenset({"neut", "plur"})


def without_telling_frame(text: str, publishers: Collection[str] = frozenset()) -> str:
    """«Кто вёл съезд?» of «сказано ли в статье, кто вёл съезд?», «съезд был в мае?» of «известно ли, что …».

    `publishers`: folded words of the name of who published the source.
    """
    words = tokens(text)
    place = _clause_start(text, words, publishers)
    if place is None:
        return _without_end(text, publishers)
    if words[place].word not in _THAT or _is_asked(words, place):
        return text[words[place].start :]
    return f"{text[words[place + 1].start :].rstrip(' .!?')}?"


def _clause_start(text: str, words: Sequence[Token], publishers: Collection[str]) -> int | None:
    """Place of the first word of the clause of which it is asked."""
    for at, token in enumerate(words[1 : _LONGEST + 1], start=1):
        before = words[:at]
        if _is_indefinite(words, at):
            continue
        if token.word in _THAT:
            apart = "," in text[before[-1].end : token.start] and before[0].word not in _DENY
            if apart and at + 1 < len(words) and _is_frame(before, publishers):
                return at
        elif token.word in _ASKING:
            has_preposition = at > 1 and analyse(before[-1].word).first_pos == "PREP"
            start = at - has_preposition
            return start if _is_frame(words[:start], publishers) else None
    return None


def _is_indefinite(words: Sequence[Token], at: int) -> bool:
    """«Где» of «где-нибудь»."""
    after = words[at + 1].word if at + 1 < len(words) else ""
    return words[at].word in _ASKING | _THAT and after in _INDEFINITE


def _is_asked(words: Sequence[Token], place: int) -> bool:
    """Whether «что» is the object that is asked for, «что обсуждали», and opens no statement."""
    if place + 1 >= len(words):
        return True
    after = readings(words[place + 1].word)[:1]
    return any("VERB" in one.tag.grammemes and _SUBJECTLESS & one.tag.grammemes for one in after)


def _without_end(text: str, publishers: Collection[str]) -> str:
    """«Съезд был в мае?» of «съезд был в мае, это сказано в статье?»."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    last = tokens(clauses[-1]) if len(clauses) > 1 else ()
    if not last or not _is_frame(last, publishers):
        return text
    return f"{text[: text.rfind(clauses[-1])].rstrip(' ,;—–-')}?"


def _is_frame(words: Sequence[Token], publishers: Collection[str]) -> bool:
    """Whether words say only that something is told, known or true."""
    roles = [_roles(token, publishers) for at, token in enumerate(words) if not _is_indefinite(words, at)]
    found = frozenset().union(*roles)
    if words and words[0].word in _THAT and "of_that" in found:
        roles[0] = frozenset({"beside"})  # «что сказано о том, где…»
    if not roles or not all(roles):
        return False
    return "alone" in found or any(
        pair <= found for pair in ({"active", "source"}, {"has", "nouns"}, {"true", "claims"})
    )


def _roles(token: Token, publishers: Collection[str]) -> frozenset[str]:
    """What a word may be in a frame; nothing where it has no place there."""
    morphology = analyse(token.word)
    forms = {token.word, *morphology.lemmas}
    roles = {name for name in _BY_FORM if token.word in _WORDS[name]}
    roles |= {name for name in _BY_LEMMA if _WORDS[name] & forms}
    if _SOURCES & forms or token.word in publishers:
        roles.add("source")
    if morphology.first_pos == "PREP" or token.word in _DENY:
        roles.add("beside")
    return frozenset(roles)
