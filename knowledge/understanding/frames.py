"""What stands around a statement that is to be confirmed: «тезис: …», «… Это так?», «…, врут?»."""

from __future__ import annotations

import re

from knowledge.data.tables import alternation, read_groups
from knowledge.language import question_words
from knowledge.language.tokens import sentences, tokens

_WORDS = read_groups("function_words/asides")
_PARTICLES = read_groups("function_words/particles")
_PRONOUNS = read_groups("function_words/pronouns")
_OTHERS = _PRONOUNS["he"] | _PRONOUNS["she"] | _PRONOUNS["they"]
_WHO = read_groups("question_words/groups")["who"]
TAGS = _WORDS["tags"]
_CHECKS = _WORDS["checks"]
_CLAUSE = re.compile(r"(?<=[,:;—–])\s|\s[-—–]\s")
_LABEL = re.compile(rf"(?:{alternation(_WORDS['labels'])})(?:\s+\w{{1,3}}\s+\w+)?\s*:\s+", re.IGNORECASE)
"""«Тезис: », «правда или ложь: » before what is to be confirmed."""
_QUOTED = re.compile(r"[«\"]([^«»\"]+)[»\"]([?!.]*)")
_OR_FALSE = re.compile(
    rf",?\s+(?:{alternation(_PARTICLES['either'])})\s+(?:(?:это|вс[её])\s+){{0,2}}(?:{alternation(_CHECKS)})[\s?!.]*$",
    re.IGNORECASE,
)
"""«… или это фейк?» offers nothing."""
_NOT_OTHERWISE = re.compile(
    rf",\s*(?:а\s+)?не\s+(?:{alternation(_WORDS['insisting'])})[\s?!.]*$", re.IGNORECASE
)
"""«С июля, не раньше?» states no more than «с июля?»."""
_ASKING = frozenset(question_words.QUESTION_WORDS.keys() | question_words.WHICH)


def without_frame(text: str) -> str:
    """«Съезд был в мае?» of «тезис: съезд был в мае. Это так?»; a text that asks by itself is left so."""
    text = _without_ends(text)
    parts = sentences(text)
    if len(parts) > 1 and is_tag(parts[-1]):
        text = _stated(text[: text.rfind(parts[-1])])
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    if len(clauses) > 1 and is_tag(clauses[-1]) and _has_word(clauses[-1], _CHECKS):
        text = _stated(text[: text.rfind(clauses[-1])])
    label = _LABEL.match(text)
    if label is None:
        return text
    rest = text[label.end() :]
    return rest if _has_word(rest, _ASKING) else _stated(rest)


def _without_ends(text: str) -> str:
    """A statement without «или это фейк» or «не раньше» at its end; a question word keeps them."""
    for end in (_OR_FALSE, _NOT_OTHERWISE):
        found = end.search(text)
        if found is not None and found.start() and not _has_word(text[: found.start()], _ASKING):
            text = f"{text[: found.start()]}?"
    return text


def _stated(text: str) -> str:
    """The text as a question of yes or no, without quotation marks around the whole."""
    text = text.rstrip(" .!?;,—–-")
    quoted = _QUOTED.fullmatch(text)
    return f"{quoted[1].rstrip(' .!?') if quoted is not None else text}?"


def _has_word(text: str, words: frozenset[str]) -> bool:
    return any(token.word in words for token in tokens(text))


def is_tag(part: str) -> bool:
    """«Это так?», «верно?», «проверьте», «права она?», «кто прав?»."""
    words = {token.word for token in tokens(part)}
    if words & _WHO and words & _WORDS["who_is_right"]:
        words -= _WHO
    return words <= TAGS | _CHECKS | _OTHERS and (words <= TAGS or bool(words & _CHECKS))
