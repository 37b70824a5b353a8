"""What a statement tells comes before what dates, records and digests would give instead."""

from __future__ import annotations

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pier
title: Новая пристань в Ольховке
about: В Ольховке открыли пристань, с неё ходит катер.
publisher: Вестник
published: "2026-05-05"
examples: [Когда открыли пристань?]
""",
    "people.yaml": """
- {id: rudin, name: Пётр Рудин, post: капитан}
- {id: laptev, name: Анна Лаптева, post: смотритель маяка}
""",
    "events.yaml": """
- {id: opening, title: Открытие пристани, when: "2026-05-03", where: Ольховка, order: 1}
- {id: trip, title: Пробный рейс катера, when: "2026-04-20", where: Ольховка}
- {id: storm, title: Шторм на озере, when: "2026-03-02"}
""",
    "facts.yaml": """
- id: opened
  says: Пристань в Ольховке открыли 3 мая 2026 года.
  topic: pier
  about: [opening]
  questions: [Когда открыли пристань?, Какого числа открытие?, В какой день открыли пристань?]
- id: boarding
  says: Посадку на катер заканчивают за 15 минут до отплытия, на паром — за полчаса.
  topic: pier
  questions: [Когда заканчивают посадку?, За сколько до отплытия закроют посадку?, До скольки посадка?]
- id: often
  says: Катер ходит между берегами каждые 40 минут, переправа занимает 12 минут.
  topic: pier
  questions: [Как часто ходит катер?, Сколько ходит катер между берегами?, Через сколько ходит катер?]
- id: stops
  says: Катер делает четыре остановки — Ольховка, Маяк, Каменка и Устье.
  topic: pier
  questions: [Какие остановки у катера?, Где останавливается катер?, Какие остановки делает катер?]
- id: crew
  says: Катер водит капитан Пётр Рудин.
  topic: people
  people: [{id: rudin}]
  questions: [Кто водит катер?, Кто капитан?, Как зовут капитана?]
- id: light
  says: По словам Анны Лаптевой, огонь маяка виден за 20 километров.
  topic: people
  said_by: laptev
  people: [{id: laptev}]
  questions: [Откуда виден маяк?, На сколько километров виден огонь маяка?, Что сказала Лаптева?]
- id: storm
  says: Мартовский шторм сорвал старый причал.
  topic: pier
  about: [storm]
  questions: [Что сорвал шторм?, Что стало со старым причалом?, Куда делся причал?]
""",
    "terms.yaml": "synonyms: []\ntopics: {pier: Пристань, people: Люди}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


def shown(question: str) -> list[str]:
    result = reply(question)
    assert isinstance(result, Answer), result
    return [one.fact.id for one in result.shown]


def test_a_length_that_a_statement_tells_is_not_computed_from_dates() -> None:
    assert shown("За сколько до отплытия закроют посадку на катер?") == ["boarding"]
    assert shown("С каким интервалом ходит катер между берегами?") == ["often"]


def test_a_list_that_a_statement_tells_is_no_chronology() -> None:
    assert shown("все остановки катера по порядку") == ["stops"]
    assert len(shown("все события по порядку")) > 1


def test_what_a_person_said_is_no_digest_of_the_person() -> None:
    assert shown("Что рассказала Лаптева об огне маяка?") == ["light"]
    for question in (
        "О чём рассказал Рудин?",
        "Что Рудин рассказал о шторме?",
        "Что Лаптева сказала о шторме?",
    ):
        assert isinstance(reply(question), Refusal), question
    assert isinstance(reply("Расскажи про Рудина"), Answer)
