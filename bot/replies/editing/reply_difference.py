"""What differs between two replies to one question, in whole sentences, for editors to compare."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile

from bot.replies.answers.sources import AS_OF, SOURCE
from bot.replies.truncation import shorten
from knowledge.language.tokens import sentences

_LONGEST = 160
"""Characters of a sentence that are shown."""
_JOINT = ". "
"""Between sentences, which are read without their full stops."""
_KEPT = 4
"""Words that are shown before the first one that differs, where a long sentence is cut."""
NOTHING = "ничего"
ONLY_SOURCE = "только источник или день под ответом"
_WORD = re.compile(r"\S+")


def difference(before: str, after: str) -> str:
    """«Июнь 2016 года» → «Июль 2016 года»: the first sentence that differs, whole if it is not long.

    What changes in the quote of sources is told only where nothing else does.
    """
    (old, old_quote), (new, new_quote) = _parted(before), _parted(after)
    return _of_units(old, new) or _of_units(_dated(old_quote), _dated(new_quote)) or ONLY_SOURCE


def _of_units(old: list[str], new: list[str]) -> str:
    """Of the first place where they differ; empty where they do not."""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            # As many sentences: each has taken the place of one.
            b, d = (a + 1, c + 1) if b - a == d - c else (b, d)
            return _pair(_fitting(old[a:b]), _fitting(new[c:d]))
    return ""


def _fitting(units: list[str]) -> str:
    """As many whole sentences as are shown, at least one."""
    shown = units[:1]
    for one in units[1:]:
        if len(_JOINT.join([*shown, one])) > _LONGEST:
            break
        shown.append(one)
    return _JOINT.join(shown)


def _parted(reply: str) -> tuple[list[str], list[str]]:
    """The sentences of a reply, and the lines of the quote below that names its sources."""
    body, _, quote = reply.rpartition("\n\n")
    if not any(line.startswith(SOURCE) for line in quote.split("\n")):
        body, quote = reply, ""
    lines = [line.strip() for line in body.split("\n")]
    return [one for line in lines if line for one in sentences(line)], quote.split("\n")


def _dated(quote: list[str]) -> list[str]:
    """What a quote says beside the sources."""
    return [line for line in quote if line and not line.startswith((SOURCE, AS_OF))]


def _pair(before: str, after: str) -> str:
    same = _same_words(before, after) if before and after else 0
    return f"{_quoted(before, same)} → {_quoted(after, same)}"


def _same_words(before: str, after: str) -> int:
    pairs = zip(before.split(), after.split(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _quoted(text: str, same: int) -> str:
    """The text shortened at words; of a long one from a little before the first word that differs."""
    words = _WORD.findall(text)
    if not words:
        return NOTHING
    skipped = max(same - _KEPT, 0) if len(text) > _LONGEST else 0
    shown = shorten(" ".join(words[skipped:]), _LONGEST).strip(" .,;:")
    return f"«{'… ' if skipped else ''}{shown}»"
