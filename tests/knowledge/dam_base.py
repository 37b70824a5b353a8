"""A small base on a dam: two chairs, a trip of which two facts tell what came, words of two people."""

from __future__ import annotations

from bot.replies.answers import leads
from knowledge.conversation import NEW, from_json, to_json
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Result
from tests.knowledge.sample_base import NOW

FILES = {
    "source.yaml": """
id: dam
title: Совещание о плотине
about: совещании о плотине
publisher: Речник
published: "2023-05-12"
examples: [Когда совещание?]
""",
    "people.yaml": """
- {id: orlova, name: Нина Орлова, post: инженер плотины, side: Армения}
- {id: dubov, name: Олег Дубов, post: капитан порта, side: Австрия}
""",
    "events.yaml": """
- id: first
  title: Первое совещание о плотине
  when: "2023-05-11"
  where: Тверь
  order: 1
  people: [{id: orlova, role: chair}, {id: dubov, role: chair}]
- {id: trip, title: Поездка речников в Углич, when: "2022-10", where: Углич}
- {id: talk, title: Встреча капитанов в Ржеве, when: "2022-12", where: Ржев}
""",
    "facts.yaml": """
- id: place
  says: Первое совещание о плотине прошло в Твери.
  topic: t
  about: [first]
  questions: [Где прошло первое совещание?, В каком городе было совещание?, место совещания]
- id: day
  says: Совещание состоялось 11 мая 2023 года.
  topic: t
  about: [first]
  questions: [Когда было совещание?, Какого числа прошло совещание?, дата совещания]
- id: chairs
  says: На совещании председательствовали Нина Орлова и Олег Дубов.
  topic: t
  about: [first]
  people: [{id: orlova, role: chair}, {id: dubov, role: chair}]
  questions: [Кто председательствовал на совещании?, Кто вёл совещание?, председатели совещания]
- id: orlova-post
  says: Нина Орлова — инженер плотины.
  topic: t
  people: [{id: orlova, role: member}]
  questions: [Кто такая Орлова?, Кто инженер плотины?, должность Орловой]
- id: dubov-post
  says: Олег Дубов — капитан порта.
  topic: t
  people: [{id: dubov, role: member}]
  questions: [Кто такой Дубов?, Кто капитан порта?, должность Дубова]
- id: went
  says: В октябре 2022 года речники ездили в Углич.
  topic: t
  about: [trip]
  where: Углич
  questions: [Когда речники ездили в Углич?, Куда ездили речники?, Кто был в Угличе?]
- id: sluice
  says: Во время поездки в Углич речники решили построить новый шлюз.
  topic: t
  about: [trip]
  where: Углич
  questions: [Кто решил построить шлюз?, Что построят речники?, новый шлюз]
- id: toll
  says: В Угличе речники достигли согласия о сборах и приняли решение их снизить.
  topic: t
  about: [trip]
  where: Углич
  questions: [Что будет со сборами?, О чём достигнуто согласие?, снизят ли сборы]
- id: met
  says: В декабре капитаны встретились в Ржеве.
  topic: t
  about: [talk]
  where: Ржев
  questions: [Где встретились капитаны?, Когда была встреча капитанов?, Кто встречался в Ржеве?]
- id: order
  says: Встретившись в Ржеве, капитаны дали указания углубить фарватер.
  topic: t
  about: [talk]
  where: Ржев
  questions: [Какие указания дали капитаны?, Что будет с фарватером?, указания о фарватере]
- id: depth
  says: По словам Олега Дубова, фарватеру не хватает глубины.
  topic: t
  about: [first]
  people: [{id: dubov, role: speaker}]
  said_by: dubov
  questions: [Что Дубов сказал о фарватере?, Чего не хватает фарватеру?, глубина фарватера]
- id: barges
  says: Олег Дубов заявил, что барж станет больше.
  topic: t
  about: [first]
  people: [{id: dubov, role: speaker}]
  said_by: dubov
  questions: [Что Дубов сказал о баржах?, Станет ли барж больше?, число барж]
- id: again
  says: Лоцманы собрались повторно в Калязине.
  topic: t
  questions: [Где собрались лоцманы?, В каком городе были лоцманы?, сбор лоцманов]
- id: report
  says: О совещании сообщил 12 мая 2023 года «Речник».
  topic: t
  questions: [Кто сообщил о совещании?, Какого числа вышла заметка?, источник]
""",
    "terms.yaml": "topics: {t: Плотина}\n",
}


def make_engine(files: dict[str, str] | None = None) -> Engine:
    return Engine(load_files({name: text.encode() for name, text in (files or FILES).items()}))


def ask(engine: Engine, *messages: str) -> Result:
    """The result of the last of several messages."""
    conversation = NEW
    for message in messages:
        turn = engine.reply(message, from_json(to_json(conversation)), NOW)
        conversation = turn.conversation
    return turn.result


def told(result: Result) -> list[str]:
    assert isinstance(result, Answer), result
    return [one.fact.id for one in result.shown]


def first_line(result: Result) -> str:
    assert isinstance(result, Answer), result
    assert result.lead is not None, result
    return leads.render(result.lead)
