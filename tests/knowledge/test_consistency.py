"""Disagreements between a fact and the record of its event, and between its words and its fields."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.replies import consistency as wordings
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
)
from knowledge.quality.consistency import Conflict, Disagreement, disagreements, disagreements_of_edit

PUBLISHED = EdtfDate.parse("2020-04-20")
SOURCE = Source(
    id="regatta", title="Регата", about="О регате.", publisher="Газета", published=PUBLISHED, examples=()
)
PEOPLE = tuple(
    Person(id=PersonId(name), name=full)
    for name, full in (("anna", "Анна Белова"), ("boris", "Борис Вольный"), ("clara", "Клара Вольф"))
)


def chairs(*names: str) -> tuple[Participation, ...]:
    return tuple(Participation(person=PersonId(name), role="chair") for name in names)


def event(when: str = "2020-05-16", **fields: Any) -> Event:
    given = {"where": "Тула", "order": 2, "people": chairs("anna", "boris"), **fields}
    return Event(id=EventId("second"), title="Вторая регата", when=EdtfDate.parse(when), **given)


def base(says: str, happening: Event | None = None, **fields: Any) -> FactBase:
    when = fields.pop("when", None)
    given = {"about": (EventId("second"),), "when": EdtfDate.parse(when) if when else None, **fields}
    fact = Fact(id=FactId("it"), says=says, topic="days", questions=("что",), **given)
    return FactBase(source=SOURCE, people=PEOPLE, events=(happening or event(),), facts=(fact,))


def found(pack: FactBase) -> list[tuple[Conflict, bool]]:
    return [(one.conflict, one.certain) for one in disagreements(pack)]


DISAGREE: dict[str, tuple[str, dict[str, Any], Conflict]] = {
    "date": ("Вторая регата пройдёт летом.", {"when": "2020-06"}, Conflict.DATE),
    "clock": ("Вторая регата начнётся утром.", {"when": "2020-05-16T09:00"}, Conflict.DATE),
    "place": ("Вторая регата пройдёт на реке.", {"where": "Москва"}, Conflict.PLACE),
    "words: date of the record": ("Вторая регата пройдёт 17 мая 2020 года.", {}, Conflict.WORDS_DATE),
    "words: month of the record": ("Вторую регату проведут в июне.", {}, Conflict.WORDS_DATE),
    "words: own date": ("Вторая регата пройдёт 17 мая.", {"when": "2020-05-16"}, Conflict.WORDS_DATE),
    "words: moved to": ("Вторую регату перенесли на 17 мая 2020 года.", {}, Conflict.WORDS_DATE),
    "words: weekday": ("Вторая регата пройдёт в пятницу, 16 мая 2020 года.", {}, Conflict.WORDS_WEEKDAY),
    "words: clock": ("Вторая регата начнётся 16 мая в 11:00.", {}, Conflict.WORDS_CLOCK),
    "words: place of the record": ("Вторую регату проведут в Москве.", {}, Conflict.WORDS_PLACE),
    "words: own place": ("Вторая регата пройдёт в Москве.", {"where": "Тула"}, Conflict.WORDS_PLACE),
    "words: number": ("Третья регата пройдёт в Туле.", {}, Conflict.WORDS_ORDINAL),
    "words: people": (
        "Председательствовали трое — Анна Белова и Борис Вольный.",
        {"people": chairs("anna", "boris")},
        Conflict.WORDS_PEOPLE,
    ),
    "role": ("Вторая регата пройдёт под началом Вольф.", {"people": chairs("clara")}, Conflict.ROLE),
}


@pytest.mark.parametrize(("says", "fields", "conflict"), DISAGREE.values(), ids=DISAGREE)
def test_disagreement_is_named(says: str, fields: dict[str, Any], conflict: Conflict) -> None:
    timed = event("2020-05-16T10:00") if "clock" in conflict.value or "T" in fields.get("when", "") else None
    titled = replace(timed or event(), title="Регата")
    kinds = [kind for kind, _ in found(base(says, titled, **fields))]
    assert kinds == [conflict]


AGREE: dict[str, tuple[str, dict[str, Any]]] = {
    "same": ("Вторая регата пройдёт в субботу, 16 мая 2020 года, в Туле.", {}),
    "coarser words": ("Вторая регата пройдёт в мае.", {}),
    "day of the source": ("О второй регате сообщила газета.", {"when": "2020-04-20"}),
    "somebody's words": (
        "По словам Беловой, вторая регата пройдёт в июне.",
        {"said_by": "anna", "when": "2020-06"},
    ),
    "site in a town": ("Вторая регата пройдёт у моста.", {"where": "Старый мост"}),
    "town in a country": ("Вторая регата пройдёт в Туле.", {"where": "Россия"}),
    "adjective of a town": ("Вторая регата пройдёт на Тульском водохранилище.", {}),
    "another year": ("Вторая регата побьёт рекорд 1988 года.", {"when": "2020-05-16"}),
    "of other things": ("Второй приз второй регаты — катер.", {}),
    "people": ("Регату ведут двое, Анна Белова и Борис Вольный.", {"people": chairs("anna", "boris")}),
    "boats": ("В регате с Анной Беловой и Борисом Вольным три лодки.", {"people": chairs("anna", "boris")}),
    "a year compared with": ("Вторая регата пройдёт позже, чем в 2018 году.", {}),
    "a date of the first": ("Вторая регата пройдёт в Туле, первая прошла в июле 2018 года.", {}),
    "a former date": ("Вторую регату хотели провести в апреле, но срок сдвинули.", {"when": "2020-04"}),
    "a street": ("Вторая регата пройдёт на Набережной, 7.", {}),
    "animals": (
        "Вторая регата пройдёт с Анной Беловой и Борисом Вольным, они привезут трёх собак.",
        {"people": chairs("anna", "boris")},
    ),
    "people met": (
        "Вторую регату проведут Анна Белова и Борис Вольный с тремя участниками.",
        {"people": chairs("anna", "boris")},
    ),
    "first of two": ("Вторая регата длиннее первой регаты.", {}),
}


@pytest.mark.parametrize(("says", "fields"), AGREE.values(), ids=AGREE)
def test_agreement_is_not_named(says: str, fields: dict[str, Any]) -> None:
    assert found(base(says, **fields)) == []


def test_narrower_date_agrees_with_an_event_of_several_days() -> None:
    days = event("2020-05-16/2020-05-18")
    assert found(base("Вторая регата завершится 18 мая.", days, when="2020-05-18")) == []
    assert found(base("Вторая регата пройдёт 19 мая.", days)) == [(Conflict.WORDS_DATE, True)]


def test_other_date_of_another_thing_is_only_possibly_wrong() -> None:
    pack = base("Заявки на вторую регату примут до 1 мая.", when="../2020-05-01")
    assert found(pack) == [(Conflict.DATE, False)]


def test_cancelled_event_is_named_unless_the_statement_says_so() -> None:
    cancelled = event(cancelled=True)
    assert found(base("Вторая регата пройдёт в мае.", cancelled)) == [(Conflict.CANCELLED, True)]
    assert found(base("Вторую регату, которую хотели провести в мае, отменили.", cancelled)) == []


def test_only_the_first_event_of_a_fact_counts() -> None:
    says = "Вторая регата пройдёт 16 мая 2020 года, через год после первой."
    pack = base(says, about=(EventId("second"), EventId("first")))
    first = replace(event("2019-05-01", where="Орёл"), id=EventId("first"), title="Первая регата", order=1)
    assert found(replace(pack, events=(*pack.events, first))) == []
    other = replace(pack.facts[0], about=(EventId("first"), EventId("second")))
    assert (Conflict.WORDS_DATE, True) in found(replace(pack, events=(*pack.events, first), facts=(other,)))


def test_edit_that_moves_an_event_names_the_facts_to_reword() -> None:
    """Also those that mention its old date and place without saying that it takes place."""
    before = base("Лодки ждут 16 мая в Туле.")
    after = replace(before, events=(event("2020-05-17", where="Орёл"),))
    assert found(before) == []
    assert [one.conflict for one in disagreements_of_edit(before, after)] == [
        Conflict.WORDS_DATE,
        Conflict.WORDS_PLACE,
    ]


def test_edit_of_something_else_names_nothing() -> None:
    before = base("Вторая регата пройдёт в июне.")
    after = replace(before, people=PEOPLE[:2])
    assert disagreements(before)
    assert disagreements_of_edit(before, after) == ()


@pytest.mark.parametrize("conflict", Conflict)
def test_every_disagreement_has_a_russian_text(conflict: Conflict) -> None:
    for happening in (event(), None):
        one = Disagreement(conflict=conflict, fact=FactId("it"), event=happening, said="x", held=PUBLISHED)
        assert wordings.line(one, replace(base("Что-то."), facts=())).startswith("it: ")
        assert "{" not in wordings.line(one, replace(base("Что-то."), facts=()))


def test_certain_ones_are_listed_first_and_counted() -> None:
    told_of = base("Вторая регата пройдёт летом.", when="2020-06")
    one = disagreements(told_of)[0]
    lines = list(wordings.report((replace(one, certain=False), one), told_of))
    assert lines[0] == f"{wordings.CERTAIN.format(count=1)}:"
    assert lines[1] == (
        "  «Вторая регата пройдёт летом» (it): дата факта — июнь 2020 года, "
        "а у события «Вторая регата» — 16 мая 2020 года"
    )
    assert lines[2] == f"{wordings.POSSIBLE.format(count=1)}:"
    assert not list(wordings.report((), told_of))


@pytest.mark.parametrize("was", [None, "2020-05"])
def test_a_date_of_its_own_instead_of_the_events_is_named(was: str | None) -> None:
    """It may be the more exact day of the event: the record, which reminders go by, would be left behind."""
    before = base("Вторая регата пройдёт на реке.", event("2020-05"), when=was)
    after = base("Вторая регата пройдёт на реке.", event("2020-05"), when="2020-05-16")
    (one,) = disagreements_of_edit(before, after)
    assert (one.conflict, one.certain) == (Conflict.DATE, False)
    assert disagreements_of_edit(before, base("Вторая регата — в мае.", event("2020-05"), when=was)) == ()
    assert disagreements_of_edit(after, base("Регата на реке.", event("2020-05"), when="2020-05-16")) == ()


@pytest.mark.parametrize(
    ("says", "now", "named"),
    [
        ("Вторая регата пройдёт 16 мая 2020 года.", "2020-05-16/2020-05-17", True),
        ("Вторая регата пройдёт 16 мая 2020 года.", "2020-05-15/2020-05-16", True),
        ("Вторая регата пройдёт с 16 по 17 мая 2020 года.", "2020-05-16/2020-05-17", False),
        ("Вторая регата начнётся 16 мая 2020 года.", "2020-05-16/2020-05-17", False),
        ("Вторая регата пройдёт в мае 2020 года.", "2020-05-16/2020-05-17", False),
        ("Заявки на вторую регату примут 16 мая 2020 года.", "2020-05-16/2020-05-17", False),
    ],
)
def test_a_statement_that_names_but_a_part_of_longer_days_is_named(says: str, now: str, named: bool) -> None:
    before, after = base(says, event("2020-05-16")), base(says, event(now))
    kinds = [one.conflict for one in disagreements_of_edit(before, after)]
    assert kinds == ([Conflict.WORDS_DATE] if named else [])


def test_a_field_that_the_edit_gives_against_the_statement_is_certainly_wrong() -> None:
    says = "О второй регате говорили 20 апреля 2020 года."
    before, after = base(says, when="2020-04-20"), base(says, when="2020-07-14")
    assert [one.certain for one in disagreements_of_edit(before, before)] == []
    named = [(one.conflict, one.certain) for one in disagreements_of_edit(before, after)]
    assert (Conflict.WORDS_DATE, True) in named
