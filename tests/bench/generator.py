"""Generates bases of any size and questions about them, for speed only: the texts have no meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import (
    Event,
    EventId,
    Fact,
    FactBase,
    FactId,
    Participation,
    Person,
    PersonId,
    Source,
    Terms,
)
from tests.bench.vocabulary import Vocabulary, Word, vocabulary

SEED = 2015
_LARGEST, _WORDS_OF_LARGEST = 100_000, 60_000
_JOINING = "в на и с о по для от из к при за".split()
_ASKING = "Когда Где Кто Почему Сколько Зачем Что Куда".split()
_ROLES = ("chair", "host", "guest", "speaker", "member")
_LETTERS = "абвгдежзиклмнопрстуфхцчшыэюя"


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedBase:
    """A base with questions: two thirds in the words of a fact, the others with a typo or a foreign word."""

    base: FactBase
    questions: tuple[str, ...]


def generate_base(facts: int, questions: int, seed: int = SEED) -> GeneratedBase:
    """The same arguments give the same base. The vocabulary grows by Heaps' law."""
    random = Random(seed)
    size = max(round(_WORDS_OF_LARGEST * (facts / _LARGEST) ** 0.6), 500)
    words = vocabulary(size, random)
    people = tuple(_person(number, random, words) for number in range(8 + facts // 2_000))
    events = tuple(_event(number, random, words, people) for number in range(4 + facts // 2_000))
    topics = {f"topic-{number}": _line(words.draw(random, 2), random) for number in range(12)}
    made = tuple(_fact(number, random, words, people, events) for number in range(facts))
    synonyms = tuple(tuple(word.lemma for word in words.draw(random, 3)) for _ in range(40))
    source = Source(
        id="generated",
        title="Generated",
        about="",
        publisher="",
        published=EdtfDate.parse("2016"),
        examples=(),
    )
    terms = Terms(synonyms=synonyms, topics=topics)
    base = FactBase(source=source, people=people, events=events, facts=made, terms=terms)
    return GeneratedBase(base=base, questions=tuple(_question(random, base, words) for _ in range(questions)))


def _person(number: int, random: Random, words: Vocabulary) -> Person:
    name = f"{_name(random, words)} {_name(random, words)}"
    post, side = _line(words.draw(random, 3), random), _name(random, words)
    return Person(id=PersonId(f"person-{number}"), name=name, post=post, side=side)


def _event(number: int, random: Random, words: Vocabulary, people: Sequence[Person]) -> Event:
    return Event(
        id=EventId(f"event-{number}"),
        title=_line(words.draw(random, 4), random),
        when=_date(random),
        where=_name(random, words),
        people=_parts(random, people),
    )


def _fact(
    number: int, random: Random, words: Vocabulary, people: Sequence[Person], events: Sequence[Event]
) -> Fact:
    # Lengths have a long tail: most statements are short, a few reach sixty words.
    said = words.draw(random, min(5 + int(random.paretovariate(1.1)), 60))
    return Fact(
        id=FactId(f"fact-{number}"),
        says=f"{_line(said, random).capitalize()}.",
        topic=f"topic-{random.randrange(12)}",
        questions=tuple(_ask(random, said) for _ in range(random.randint(3, 6))),
        about=(random.choice(events).id,) if random.random() < 0.6 else (),
        people=_parts(random, people) if random.random() < 0.3 else (),
        when=_date(random) if random.random() < 0.5 else None,
        where=_name(random, words) if random.random() < 0.3 else None,
    )


def _parts(random: Random, people: Sequence[Person]) -> tuple[Participation, ...]:
    chosen = random.sample(people, 2)
    return tuple(Participation(person=person.id, role=random.choice(_ROLES)) for person in chosen)


def _date(random: Random) -> EdtfDate:
    return EdtfDate.parse(
        f"{random.randint(2000, 2030)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    )


def _name(random: Random, words: Vocabulary) -> str:
    return random.choice(words.words).lemma.capitalize()


def _line(words: Sequence[Word], random: Random) -> str:
    """The words in random forms, the first forms more often, with prepositions between them."""
    out: list[str] = []
    for word in words:
        if out and random.random() < 0.25:
            out.append(random.choice(_JOINING))
        out.append(word.forms[int(random.random() ** 3 * len(word.forms))])
    return " ".join(out)


def _ask(random: Random, about: Sequence[Word]) -> str:
    chosen = random.sample(about, random.randint(2, min(5, len(about))))
    return f"{random.choice(_ASKING)} {_line(chosen, random)}?"


def _question(random: Random, base: FactBase, words: Vocabulary) -> str:
    """An example's words in another order, some with a typo, some with a word of another fact."""
    asking, *rest = random.choice(random.choice(base.facts).questions).rstrip("?").split()
    random.shuffle(rest)
    kind = random.random()
    if kind < 0.2:
        place = random.randrange(len(rest))
        rest[place] = _typo(random, rest[place])
    elif kind < 0.35:
        rest[-1] = random.choice(random.choice(words.words).forms)
    return f"{asking} {' '.join(rest)}?"


def _typo(random: Random, word: str) -> str:
    """One letter lost, doubled or replaced."""
    place = random.randrange(len(word))
    return word[:place] + random.choice(("", word[place] * 2, random.choice(_LETTERS))) + word[place + 1 :]
