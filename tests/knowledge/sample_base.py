"""A small base: a regatta on a lake in 2020, and a second one planned for June 2021."""

from __future__ import annotations

from datetime import UTC, datetime

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

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
SOURCE = Source(
    id="regatta",
    title="Регата",
    about="О регате на озере. Из газеты.",
    publisher="Вестник",
    published=EdtfDate.parse("2020-05-02"),
    examples=("Когда регата?", "Где регата?", "Кто судья?"),
)
ANNA = Person(id=PersonId("anna"), name="Анна Белова", post="мэр Тулы", side="Россия", names=("Anna Belova",))
JEAN = Person(id=PersonId("jean"), name="Жан Мартен", post="посол Франции", side="Франция")
FIRST = Event(
    id=EventId("first"),
    title="Первая регата",
    when=EdtfDate.parse("2020-05-01"),
    where="Тула",
    order=1,
    people=(Participation(person=ANNA.id, role="chair"),),
)
SECOND = Event(
    id=EventId("second"),
    title="Вторая регата",
    when=EdtfDate.parse("2021-06"),
    where="Калуга",
    follows=FIRST.id,
    order=2,
)
OPENED = Fact(
    id=FactId("opened"),
    says="Первая регата прошла в Туле 1 мая 2020 года.",
    topic="days",
    questions=("Когда прошла первая регата?", "Где прошла первая регата?", "дата первой регаты"),
    about=(FIRST.id,),
    when=EdtfDate.parse("2020-05-01"),
    where="Тула",
    paragraph=1,
)
NEXT = Fact(
    id=FactId("next"),
    says="Вторую регату условились провести в Калуге в июне 2021 года.",
    topic="days",
    questions=("Когда состоится вторая регата?", "Где пройдёт следующая регата?", "будет ли вторая регата"),
    about=(SECOND.id,),
    when=EdtfDate.parse("2021-06"),
    where="Калуга",
    paragraph=2,
)
JUDGES = Fact(
    id=FactId("judges"),
    says="Судили регату Анна Белова и Жан Мартен.",
    topic="people",
    questions=("Кто судил регату?", "Кто были судьи регаты?", "судьи регаты"),
    about=(FIRST.id,),
    people=(Participation(person=ANNA.id, role="chair"), Participation(person=JEAN.id, role="chair")),
    paragraph=3,
)
MAYOR = Fact(
    id=FactId("mayor"),
    says="Анна Белова — мэр Тулы.",
    topic="people",
    questions=("Кто такая Анна Белова?", "Какой пост занимает Анна Белова?", "Кто мэр Тулы?"),
    people=(Participation(person=ANNA.id, role="member"),),
    paragraph=3,
)
ENVOY = Fact(
    id=FactId("envoy"),
    says="Жан Мартен — посол Франции.",
    topic="people",
    questions=("Кто такой Жан Мартен?", "Какой пост занимает Жан Мартен?", "Кто посол Франции?"),
    people=(Participation(person=JEAN.id, role="member"),),
    paragraph=3,
)
SPEECH = Fact(
    id=FactId("speech"),
    says="Жан Мартен призвал беречь озеро.",
    topic="words",
    questions=("Что сказал Жан Мартен?", "К чему призвал Мартен?", "Кто призвал беречь озеро?"),
    about=(FIRST.id,),
    people=(Participation(person=JEAN.id, role="speaker"),),
    said_by="jean",
    when=EdtfDate.parse("2020-05-01"),
    paragraph=4,
)
BOATS = Fact(
    id=FactId("boats"),
    says="В регате участвовали двенадцать лодок.",
    topic="days",
    questions=("Сколько лодок участвовало в регате?", "сколько было лодок", "число лодок"),
    about=(FIRST.id,),
    paragraph=5,
)
BASE = FactBase(
    source=SOURCE,
    people=(ANNA, JEAN),
    events=(FIRST, SECOND),
    facts=(OPENED, NEXT, JUDGES, MAYOR, ENVOY, SPEECH, BOATS),
    terms=Terms(
        synonyms=(("регата", "гонка лодок", "парусные гонки"), ("Тула", "оружейная столица")),
        short={"РФ": "Россия"},
        topics={"days": "Дни", "people": "Люди", "words": "Слова"},
    ),
)
