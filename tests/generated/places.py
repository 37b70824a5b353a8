"""Towns and countries that the records name, where a statement names them, and others of their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from knowledge.facts.model import Fact, FactBase
from tests.generated.russian import fold, lemma, parses, part, words

_TOWNS = ("Казань", "Самара", "Тула", "Омск", "Пермь", "Калуга", "Тверь", "Саратов")
_COUNTRIES = ("Франция", "Япония", "Индия", "Канада", "Норвегия", "Италия")
_HELD_COUNTRIES = frozenset(
    fold(each) for each in (*_COUNTRIES, "США", "Китай", "КНР", "Россия", "Казахстан")
)
_PHRASE = re.compile(r"\b([Вв]о?) ((?:[А-ЯЁ][\w-]*)(?: [А-ЯЁ][\w-]*)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A phrase like «в Пекине» of a statement; `name` is the record's."""

    name: str
    start: int
    end: int
    text: str

    @property
    def is_inflected(self) -> bool:
        """Whether the form tells the case: «в США» may be where or whither."""
        return "Fixd" not in parses(words(self.name)[-1])[0].tag


def record_place(fact: Fact, base: FactBase) -> str | None:
    """Where a fact's first event is held, else its own place."""
    event = base.event_by_id.get(fact.about[0]) if fact.about else None
    return event.where if event is not None and event.where else fact.where


def is_country(name: str) -> bool:
    return fold(name) in _HELD_COUNTRIES


def named_place(fact: Fact, base: FactBase) -> Place | None:
    """The town or country of the record where the statement says «в …» of it, and no other place with it."""
    name = record_place(fact, base)
    phrases = list(_PHRASE.finditer(fact.says))
    if name is None or not name[0].isupper() or len(phrases) != 1:
        return None
    found = phrases[0]
    if not _same_name(name, found[2]) or not _is_locative(found[2]) or _describes(found, fact.says):
        return None
    return Place(name=name, start=found.start(), end=found.end(), text=found[0])


def _same_name(name: str, said: str) -> bool:
    """Whether two names of a place differ by their endings only."""
    mine, theirs = words(name), words(said)
    return len(mine) == len(theirs) and all(
        lemma(one) == lemma(other) or fold(one)[: max(3, len(one) - 2)] == fold(other)[: max(3, len(one) - 2)]
        for one, other in zip(mine, theirs, strict=True)
    )


def _describes(found: re.Match[str], text: str) -> bool:
    """«в Лесогорском университете»."""
    after = re.match(r" ([а-яё]\S*)", text[found.end() :])
    return after is not None and part(after[1].rstrip(".,")) == "NOUN"


def _is_locative(said: str) -> bool:
    return any(one.tag.case in ("loct", "loc2", None) for one in parses(words(said)[-1]))


def other_place(base: FactBase, country: bool, fact: Fact, rng: Random) -> str:
    """«в Казани», «во Франции»: another one of the kind, which the pack knows nothing about."""
    held = {lemma(word) for each in base.facts for word in words(each.says) if word[0].isupper()}
    held |= {lemma(word) for word in words(base.source.title)}
    name = rng.choice([each for each in (_COUNTRIES if country else _TOWNS) if lemma(each) not in held])
    made = parses(name)[0].inflect(frozenset({"loct"}))
    form = name if made is None else made.word.capitalize()
    return f"{'во' if name.startswith('Фр') else 'в'} {form}"
