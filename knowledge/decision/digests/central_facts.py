"""The facts that a digest of the pack shows: its subject, who took part, what was agreed, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_words
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.morphology import analyse
from knowledge.language.tokens import folded_words

_AGREEING = read_words("verbs/agreeing")
_OF_EVENT = 2
"""How many words of the title it counts that a fact is about the main event."""
_CONTENT = frozenset({"NOUN", "VERB", "INFN", "PRTS"})
_LEADING = frozenset({"chair", "host", "speaker"})
"""Roles whose holders a digest names first."""


def central_facts(base: FactBase, event: Event | None, most: int) -> list[Fact]:
    """At most `most` facts in the order of the pack: one of each central kind, then of the other topics
    the one with the most examples."""
    chosen = list(dict.fromkeys(_central(base, event)))[:most]
    topics = {fact.topic for fact in chosen}
    rest = sorted((fact for fact in base.facts if fact not in chosen), key=lambda fact: -len(fact.questions))
    others = [fact for fact in rest if not _says_who(fact)]
    for fact in (*(one for one in others if one.topic not in topics), *others, *rest):
        if len(chosen) >= most:
            break
        if fact not in chosen and (fact.topic not in topics or fact not in others):
            topics.add(fact.topic)
            chosen.append(fact)
    return sorted(chosen, key=base.facts.index)


def _central(base: FactBase, event: Event | None) -> Iterator[Fact]:
    """What has most of the pack's own title, what comes next, who led it, what was agreed."""
    about = [fact for fact in base.facts if event is not None and fact.about[:1] == (event.id,)]
    subject = _lemmas(f"{base.source.title} {base.source.about}")
    told = [fact for fact in base.facts if fact.said_by is None and not _says_who(fact)]

    def share(fact: Fact) -> tuple[int, int]:
        return len(_lemmas(fact.says) & subject) + (_OF_EVENT if fact in about else 0), len(fact.questions)

    yield from sorted(told, key=share, reverse=True)[:1]
    yield from _fullest([fact for fact in base.facts if _is_ahead(fact, base)])
    led = [fact for fact in about if any(part.role in _LEADING for part in fact.people)]
    yield from sorted(led, key=lambda fact: (-len(fact.people), -len(fact.questions)))[:1]
    yield from _fullest([fact for fact in about if fact in told])
    yield from _fullest([fact for fact in base.facts if _is_agreed(fact)])


def _fullest(facts: Sequence[Fact]) -> list[Fact]:
    """The one with the most examples."""
    return sorted(facts, key=lambda fact: -len(fact.questions))[:1]


def _is_ahead(fact: Fact, base: FactBase) -> bool:
    """Whether it announces what was to come when the source was published."""
    published = base.source.published.last_day
    whens = [base.event_by_id[one].when for one in fact.about if one in base.event_by_id] or [fact.when]
    return any(
        when is not None and when.first_day is not None and when.first_day > published for when in whens
    )


def _says_who(fact: Fact) -> bool:
    """«Линч — министр юстиции США» says only who somebody is."""
    return bool(fact.people) and all(part.role == "member" for part in fact.people) and " — " in fact.says


def _is_agreed(fact: Fact) -> bool:
    return fact.said_by is None and bool(_lemmas(fact.says) & _AGREEING)


def _lemmas(text: str) -> set[str]:
    """Lemmas of the nouns and verbs of a text."""
    words = map(analyse, folded_words(text))
    return {word.lemmas[0] for word in words if word.first_pos in _CONTENT}
