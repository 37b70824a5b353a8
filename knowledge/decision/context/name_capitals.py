"""Names in the reply's own sentence that repeats a question: «Не нашёл в сведениях, где родилась Линч»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.facts.model import FactBase
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens

_PLACE = "Geox"
_FEMININE = ("ой", "у", "ою")
"""Ends a surname in «-а» in other cases: «Беловой»."""


def with_name_capitals(text: str, base: FactBase) -> str:
    """A text with the people, sides and places of the base, and other sure names, in capital letters."""
    names = dict(_names(base))
    for token in reversed(tokens(text)):
        if token.written.islower():
            written = _written(token.written, token.word, names)
            text = f"{text[: token.start]}{written}{text[token.end :]}"
    return text


def _written(written: str, word: str, names: Mapping[str, str]) -> str:
    read = analyse(word)
    forms = (word, *read.lemmas, *(f"{word.removesuffix(end)}а" for end in _FEMININE if word.endswith(end)))
    name = next((names[one] for one in forms if one in names), None)
    if name is not None and name.isupper() and len(name) > 1:
        return written.upper()
    return written.capitalize() if name is not None or read.always_name else written


def _names(base: FactBase) -> Iterator[tuple[str, str]]:
    """Folded word of a name -> as the base has it; of a place no common word («Торговая площадь»)."""
    people = [text for one in base.people for text in (one.name, *one.names, one.side or "")]
    yield from (pair for text in people for pair in _capitalised(text))
    for one in base.events:
        for word, written in _capitalised(one.where or ""):
            read = analyse(word)
            if not read.known or _PLACE in read.marks:
                yield word, written


def _capitalised(text: str) -> Iterator[tuple[str, str]]:
    for token in tokens(text):
        if len(token.word) > 1 and token.written[:1].isupper():
            yield token.word, token.written
