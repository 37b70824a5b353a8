"""Ordinals that are days, years or describe: «18-го», «двадцать второго года», «первые гости»."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import Terms
from knowledge.facts.pack import load_files
from knowledge.language.lexicon import Lexicon
from knowledge.results import Answer, Refusal, Result
from tests.knowledge.sample_base import NOW

_LEXICON = Lexicon(Terms())
_FILES = {
    "source.yaml": """
id: pier
title: Причал «Чайка-2»
about: причалу «Чайка-2»
publisher: Вестник
published: "2021-03-10"
examples: [Когда откроют причал?]
""",
    "people.yaml": "[]",
    "events.yaml": '- {id: opening, title: Открытие причала, when: "2021-04-18", where: Рига}',
    "facts.yaml": """
- id: opening
  says: Причал откроют 18 апреля 2021 года в полдень.
  topic: t
  about: [opening]
  questions: [Когда откроют причал?, открытие причала, дата открытия]
- id: visitors
  says: Гостей пустят на смотровую площадку в 13:00.
  topic: t
  about: [opening]
  questions: [Когда пустят гостей?, Куда пустят гостей?, смотровая площадка]
- id: cost
  says: Строительство обошлось в 40 миллионов евро, всё заплатил порт.
  topic: t
  questions: [Сколько стоило строительство?, Кто заплатил за строительство?, цена строительства]
- id: repair
  says: Старый настил снесли, а маяк сохранят.
  topic: t
  questions: [Что будет с маяком?, Снесли ли настил?, судьба настила]
- id: school
  says: В школе № 4 рисунки причала сделали 30 учеников.
  topic: t
  questions: [Кто рисовал причал?, Сколько учеников рисовали?, рисунки]
""",
    "terms.yaml": "{topics: {t: Причал}}",
}
_ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _asked(question: str) -> Result:
    return _ENGINE.reply(question, NEW, NOW).result


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("двенадцатого числа", {"#12"}),
        ("на 18-е число", {"#18"}),
        ("остров 15 числа", {"#15"}),
        ("18го откроют", {"#18"}),
        ("до 28-го", {"#28"}),
        ("с 18-го этажа", {"№18"}),
        ("с пятого по седьмое сентября", {"#5", "#7", "/9"}),
        ("в сентябре с пятого по седьмое", {"#5", "#7", "/9"}),
        ("с пятого по седьмой этаж", {"№5", "№7"}),
        ("двадцать второго года", {"#2022"}),
        ("в двадцатом году", {"#2020"}),
        ("на двадцатом году жизни", {"№20"}),
        ("второго года", {"№2"}),
        ("в 2019-м", {"#2019"}),
        ("за 2019-й год", {"#2019"}),
    ],
)
def test_the_number_that_an_ordinal_is(text: str, keys: set[str]) -> None:
    found = {key for term in _LEXICON.read(text, asking=True) for key, _ in term.keys if key[0] in "#№/"}
    assert found == keys


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("причал 18го откроют?", "opening"),
        ("сколько стоило строительство Чайки-2", "cost"),
        ("Сколько учеников школы № 4 рисовали причал?", "school"),
        ("что не снесут", "repair"),
        ("в котором часу откроют причал", "opening"),
    ],
)
def test_what_only_describes_is_no_other_number(question: str, fact: str) -> None:
    result = _asked(question)
    assert isinstance(result, Answer)
    assert [shown.fact.id for shown in result.shown] == [fact]


@pytest.mark.parametrize(
    "question", ["Когда откроют второй причал?", "Сколько учеников школы № 7 рисовали причал?"]
)
def test_another_number_is_refused(question: str) -> None:
    assert isinstance(_asked(question), Refusal)


def test_first_guests_are_not_numbered() -> None:
    result = _asked("Кого пустят первыми гостями на площадку?")
    assert not isinstance(result, Refusal) or result.rule != "other-number"
