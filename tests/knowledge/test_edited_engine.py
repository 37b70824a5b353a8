"""An edited engine replies exactly as one built from scratch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import assemble, entities
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
from knowledge.facts.serialization import TERMS, Entity, key_of
from knowledge.language.spelling_candidates import SpellingCandidates
from tests.bench.generator import generate_base
from tests.hypothesis_profiles import each_nth, max_examples
from tests.knowledge.sample_base import (
    ANNA,
    BASE,
    BOATS,
    FIRST,
    JEAN,
    JUDGES,
    NEXT,
    NOW,
    OPENED,
    SECOND,
    SOURCE,
)

OLGA = Person(id=PersonId("olga"), name="Ольга Рябова", post="капитан", side="Калуга", names=("Riabova",))
THIRD = Event(
    id=EventId("third"),
    title="Третья регата в Рязани",
    when=EdtfDate.parse("2022-07"),
    where="Рязань",
    follows=SECOND.id,
    order=3,
    people=(Participation(person=OLGA.id, role="host"),),
)
LATER = Fact(
    id=FactId("later"),
    says="Третью регату в Рязани примет капитан Рябова.",
    topic="days",
    questions=("Когда третья регата?", "Где прошла первая регата?", "кто примет третью регату"),
    about=(THIRD.id,),
    people=(Participation(person=OLGA.id, role="host"),),
)
WIND = Fact(
    id=FactId("wind"),
    says="Ветер мешал Анне Беловой и лодкам из Парижа.",
    topic="wind",
    questions=("Был ли ветер?", "Кому мешал ветер?"),
    said_by="Калуга",
    where="Париж",
)
LONG = replace(WIND, id=FactId("long"), says=" ".join(["Озеро Белое лежит у леса и реки Оки."] * 12))
CHANGES: tuple[Entity, ...] = (
    LATER,
    WIND,
    LONG,
    OLGA,
    THIRD,
    *BASE.facts,
    replace(OLGA, name="Тула Рябова"),
    replace(WIND, questions=OPENED.questions[:2]),
    replace(LONG, says=" ".join(["Озеро видно с горы."] * 30)),
    replace(OPENED, says="Первая регата открылась в Париже.", where="Париж", questions=OPENED.questions[1:]),
    replace(OPENED, questions=(*OPENED.questions, *BOATS.questions)),
    replace(BOATS, says="На воду вышли 17 лодок и 4 плота.", questions=("Сколько было лодок?", "плоты")),
    replace(JUDGES, people=(Participation(person=JEAN.id, role="chair"),), said_by="Франция"),
    replace(NEXT, topic="wind", about=(), when=None),
    replace(ANNA, name="Анна Рогова", post="судья", names=()),
    replace(ANNA, side="Калуга"),
    replace(JEAN, name="Ветер Мартен"),
    replace(FIRST, where="Париж", title="Регата в Париже", people=()),
    replace(FIRST, order=None, when=EdtfDate.parse("2019")),
    replace(SECOND, people=(Participation(person=JEAN.id, role="guest"),), follows=None),
    replace(SOURCE, title="Регата на озере Белом", about="О гонках. Из газеты."),
    replace(BASE.terms, topics={**BASE.terms.topics, "wind": "Погода и вода", "days": "Сроки"}),
    replace(BASE.terms, synonyms=(*BASE.terms.synonyms, ("ветер", "шквал"))),
    Terms(),
)
ASKED = (
    *("кто открыл регату в Туле", "в каком здании прошла регата в Туле", "погода в Туле"),
    *(question for fact in (*BASE.facts, LATER, WIND) for question in fact.questions),
    *("Когда прошла регата в Париже?", "кто такая Рябова", "кто был капитаном и когда вторая регата"),
    *("кагда третия регатта", "сколько лодок", "где Анна Рогова", "озеро белое", "шквал", "погода и вода"),
    *("Кто судил?", "вторая", "регата в Туле 2020 года", "мэр", "Калуга", "какой ветер был в Рязани"),
    *("плты", "ветре мешал кому", "dtnth", "Мартен и Белова", "третья регата", "четвертая регата", "лодки"),
)


def edited(base: FactBase, entity: Entity, *, retire: bool) -> FactBase:
    parts = entities(base)
    if not retire:
        parts[key_of(entity)] = entity
    elif not isinstance(entity, Source):
        parts.pop(key_of(entity), None)
    return assemble(parts)


def assert_same(one: Engine, other: Engine, asked: Sequence[str] = ASKED) -> None:
    """Check that replies are equal, also confidence and explanation, to new questions and to a follow-up."""
    for text in asked:
        turn = one.reply(text, NEW, NOW)
        assert turn == other.reply(text, NEW, NOW)
        assert one.reply("а где?", turn.conversation, NOW) == other.reply("а где?", turn.conversation, NOW)
        assert one.without(text).reply(text, NEW, NOW) == other.without(text).reply(text, NEW, NOW)


@pytest.mark.no_cover
@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.booleans()), min_size=1, max_size=6), st.booleans())
@max_examples(10)
def test_edited_engine_equals_one_built_from_scratch(steps: list[tuple[Entity, bool]], is_lazy: bool) -> None:
    base, engine = BASE, Engine(BASE, large=0 if is_lazy else len(BASE.facts) + 1)
    for entity, retire in steps:
        base = edited(base, entity, retire=retire)
        engine = engine.edited(base)
    assert_same(engine, Engine(base))


@pytest.mark.deep
@pytest.mark.no_cover
@pytest.mark.parametrize("number", range(len(CHANGES)), ids=lambda number: key_of(CHANGES[number]).id)
def test_each_change_and_its_reverse(number: int) -> None:
    entity, asked, before = CHANGES[number], each_nth(ASKED, 4, number), Engine(BASE)
    replies = [before.reply(text, NEW, NOW) for text in asked]
    changed = edited(BASE, entity, retire=False)
    after = before.edited(changed)
    assert_same(after, Engine(changed), asked)
    # and back, from an engine that has been used
    assert_same(after.edited(BASE), before, asked)
    assert [before.reply(text, NEW, NOW) for text in asked] == replies
    retired = edited(changed, entity, retire=True)
    if key_of(entity) != TERMS:
        assert_same(after.edited(retired), Engine(retired), asked)


@pytest.mark.no_cover
def test_large_base_indexed_by_keys_alone_answers_the_assert_same() -> None:
    assert_same(Engine(BASE, large=0), Engine(BASE))
    made = generate_base(200, 60, seed=1)
    lazy, eager = Engine(made.base, large=0), Engine(made.base)
    for text in made.questions:
        assert lazy.reply(text, NEW, NOW) == eager.reply(text, NEW, NOW)


@pytest.mark.parametrize("large", [0, 1_000])
def test_progress_is_reported_for_each_fact(large: int) -> None:
    reported: list[tuple[int, int]] = []
    Engine(BASE, lambda done, of: reported.append((done, of)), large)
    assert reported == [(number, len(BASE.facts)) for number in range(1, len(BASE.facts) + 1)]


def test_facts_may_be_reordered() -> None:
    before = Engine(BASE)
    for facts in (
        BASE.facts[::-1],
        (LATER, *BASE.facts),
        (BASE.facts[1], LATER, *BASE.facts[2:], BASE.facts[0]),
    ):
        base = replace(BASE, facts=facts)
        assert_same(before.edited(base), Engine(base))


def test_facts_that_share_an_example_may_go_in_one_edit() -> None:
    """The label of a fact that goes is not to be changed because another goes with it."""
    shared = BASE.facts[0].questions[0]
    twins = [replace(LATER, id=FactId(f"twin-{number}"), questions=(shared,)) for number in (1, 2)]
    before = Engine(replace(BASE, facts=(*BASE.facts, *twins)))
    for facts in (BASE.facts, BASE.facts[1:], (*BASE.facts[1:], twins[1])):
        base = replace(BASE, facts=facts)
        assert_same(before.edited(base), Engine(base))


WORDS = st.frozensets(
    st.sampled_from("регата регаты регатой лодка лодки лодок когда кагда 2020 озеро озера озеру ли".split())
    | st.text("аорет", min_size=1, max_size=6)
)


@given(WORDS, WORDS, WORDS)
def test_updated_spelling_candidates_equal_new_ones(
    asking: frozenset[str], before: frozenset[str], own: frozenset[str]
) -> None:
    updated, new = SpellingCandidates(before, asking).changed(own), SpellingCandidates(own, asking)
    for length in range(10):
        assert list(updated.stems(length).items()) == list(new.stems(length).items())
        assert list(updated.of_length(length)) == list(new.of_length(length))
    for word in before | own | asking:
        assert updated.alike(word) == new.alike(word)
        assert (word in updated) == (word in new)
