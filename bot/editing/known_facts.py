"""Facts that a drafted article proposes and the base, or another open draft, has already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.facts.edits import Change
from knowledge.facts.model import Fact
from knowledge.language.function_words import FUNCTION
from knowledge.language.morphology import analyse

_WORDS = re.compile(r"\w+(?:-\w+)*")
_SHARE = 0.75
"""Of the words of the shorter statement, which two must share where their date and event are the same."""
_LEAST = 3
"""Words of content of a statement that can be known again in other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPart:
    """The changes that are new, and the facts that were left out, each as it is known."""

    changes: tuple[Change, ...]
    known: tuple[Fact, ...]


def without_known(changes: Sequence[Change], held: Iterable[Fact]) -> NewPart:
    """Leave out each proposed fact that says the same as one of `held`."""
    facts = [(one, _folded(one.says), _content(one.says)) for one in held]
    left, known = [], []
    for change in changes:
        same = _same(change.after, facts) if isinstance(change.after, Fact) else None
        if same is None:
            left.append(change)
        else:
            known.append(same)
    return NewPart(changes=tuple(left), known=tuple(dict.fromkeys(known)))


def _same(mine: Fact, held: Sequence[tuple[Fact, list[str], frozenset[str]]]) -> Fact | None:
    says, content = _folded(mine.says), _content(mine.says)
    return next(
        (
            fact
            for fact, other, words in held
            if other == says
            or (_is_about_same(mine, fact) and _shares(content, words) and not _renames(mine.says, fact.says))
        ),
        None,
    )


def _is_about_same(one: Fact, other: Fact) -> bool:
    """The same date, event and speaker: then the statement may have been reworded."""
    return (
        one.when == other.when
        and (one.about == other.about or bool(set(one.about) & set(other.about)))
        and (one.said_by is None or other.said_by is None or one.said_by == other.said_by)
    )


def _shares(one: frozenset[str], other: frozenset[str]) -> bool:
    least = min(len(one), len(other))
    return least >= _LEAST and len(one & other) >= _SHARE * least and _numbers(one) == _numbers(other)


def _renames(one: str, other: str) -> bool:
    """Whether each names somebody or something that the other does not: «в Пекине» and «в Шанхае»."""
    mine, its = _names(one), _names(other)
    return bool(mine - its) and bool(its - mine)


def _names(says: str) -> frozenset[str]:
    """Lemmas of the capitalised words but the first."""
    named = " ".join(word for word in _WORDS.findall(says)[1:] if word[:1].isupper())
    return _content(named)


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())


def _folded(text: str) -> list[str]:
    return [word.casefold().replace("ё", "е") for word in _WORDS.findall(text)]


def _content(says: str) -> frozenset[str]:
    """The first lemma of each word that means something."""
    found = (next(iter(analyse(word).lemmas), word) for word in _folded(says))
    return frozenset(lemma for lemma in found if lemma not in FUNCTION)
