"""Shorter names of a thing: a person's surname, «фестиваль «Большая ложка»» of a longer title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.drafting.parts.clause_parts import Part
from knowledge.drafting.people.wording import lowered

_LONG, _LEAST = 6, 4


def with_capitals(text: str, names: Iterable[str]) -> str:
    """Names keep their capitals inside a question; a part of a name only where it can be no particle."""
    for name in names:
        for written in (name, *(part for part in name.split() if len(part) >= _LEAST)):
            small = written[:1].lower() + written[1:]
            text = re.sub(rf"\b{re.escape(small)}\b", written, text)
    return text


def names_of(part: Part) -> list[str]:
    """From the fullest to the shortest; none longer than six words where a shorter one is known."""
    full = lowered(part.text) if not part.is_quoted else part.text
    found = [full, *_shorter(part)]
    short = [one for one in found if len(one.split()) <= _LONG]
    return list(dict.fromkeys(short or found))


def _shorter(part: Part) -> list[str]:
    if part.head is None:
        return []
    if part.is_person and not _is_joined(part):
        name = _person_name(part)
        return [name] if name else []
    words = part.words
    quoted = next((at for at in range(part.head + 1, len(words)) if "«" in words[at].before), None)
    if quoted is not None:
        title = part.text[words[quoted].start - words[0].start - 1 :]
        return [f"{lowered(words[part.head].text)} {title}"] if title.startswith("«") else []
    return []


def _is_joined(part: Part) -> bool:
    return any(word.first_pos == "CONJ" for word in part.words)


def _person_name(part: Part) -> str | None:
    names = [
        word for word in part.words if word.is_capital and not word.is_abbreviation and "«" not in word.before
    ]
    names = [word for word in names if any(map(word.has, ("Name", "Surn", "Patr"))) or word is names[-1]]
    if not names or names == list(part.words):
        return None
    return " ".join(word.text for word in names)
