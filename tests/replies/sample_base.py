"""A small base: a bridge opened in 2020, a second one planned for June 2022."""

from __future__ import annotations

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import (
    Basis,
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

SOURCE = Source(
    id="bridge",
    title="Мосты города",
    about="Я отвечаю на вопросы о мостах города. Сведения взяты из газеты.",
    publisher="Вестник",
    published=EdtfDate.parse("2020-05-02"),
    place="Тула",
    because="Год выведен из номера газеты.",
    examples=("Когда откроют второй мост?", "Кто открыл мост?", "Где стоит мост?"),
)
ANNA = Person(id=PersonId("anna"), name="Анна Белова", post="мэр Тулы", side="город")
BORIS = Person(id=PersonId("boris"), name="Борис Крот", post="министр транспорта России", side="Россия")
CLARA = Person(id=PersonId("clara"), name="Клара Вольф")
FIRST = Event(id=EventId("first"), title="Открытие первого моста", when=EdtfDate.parse("2020-05-01"), order=1)
SECOND = Event(
    id=EventId("second"),
    title="Открытие второго моста",
    when=EdtfDate.parse("2022-06"),
    follows=FIRST.id,
    order=2,
)


def fact(number: str, says: str, **about: object) -> Fact:
    """A fact, by default of the topic «bridges»."""
    given = {"topic": "bridges", "questions": (f"Что про {number}?",), "paragraph": 1, **about}
    return Fact(id=FactId(number), says=says, **given)  # type: ignore[arg-type]  # the caller names true fields


OPENED = fact(
    "opened",
    "Мост открыли Анна Белова и Борис Крот.",
    about=(FIRST.id,),
    people=(Participation(person=ANNA.id, role="chair"), Participation(person=BORIS.id, role="chair")),
    when=EdtfDate.parse("2020-05-01"),
    where="Тула",
)
NEXT = fact(
    "next",
    "Второй мост обещали открыть в Калуге в июне 2022 года.",
    about=(SECOND.id,),
    when=EdtfDate.parse("2022-06"),
    where="Калуга",
    paragraph=3,
    topic="plans",
)
INFERRED = fact(
    "length",
    "Мост длиной в сто метров.",
    basis=Basis.INFERRED,
    because="Сложены длины двух пролётов.",
    paragraph=2,
)
BASE = FactBase(
    source=SOURCE,
    people=(ANNA, BORIS, CLARA),
    events=(FIRST, SECOND),
    facts=(OPENED, NEXT, INFERRED),
    terms=Terms(topics={"bridges": "О мостах", "plans": "Планы"}),
)
