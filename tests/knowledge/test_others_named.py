"""«Кто, кроме Рейна?»: the others whom the answer names, nobody where all are left out."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pier
title: Открытие причала
about: открытию причала
publisher: Вестник
published: "2021-03-10"
examples: [Когда открыли причал?]
""",
    "people.yaml": """
- {id: rein, name: Марк Рейн, post: губернатор, side: Эстония}
- {id: ozerov, name: Павел Озеров, post: министр морского транспорта, side: Латвия}
- {id: zotova, name: Анна Зотова, post: глава порта, side: Латвия}
""",
    "events.yaml": """
- id: opening
  title: Открытие причала
  when: "2021-03-09"
  people: [{id: rein, role: guest}, {id: ozerov, role: guest}, {id: zotova, role: host}]
""",
    "facts.yaml": """
- id: date
  says: Причал открыли 9 марта 2021 года.
  topic: t
  about: [opening]
  questions: [Когда открыли причал?, Какого числа открыли причал?, дата открытия]
- id: ribbon
  says: Ленточку перерезали Марк Рейн и Павел Озеров.
  topic: t
  about: [opening]
  people: [{id: rein, role: guest}, {id: ozerov, role: guest}]
  questions: [Кто перерезал ленточку?, Кто резал ленточку?, ленточка]
- id: host
  says: Гостей встречала Анна Зотова.
  topic: t
  about: [opening]
  people: [{id: zotova, role: host}]
  questions: [Кто встречал гостей?, Кто принимал гостей?, хозяйка приёма]
""",
    "terms.yaml": "topics: {t: Причал}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Кто перерезал ленточку, кроме Рейна?", "Павел Озеров."),
        ("Кто ещё перерезал ленточку, кроме Марка Рейна?", "Павел Озеров."),
        ("Кто помимо Озерова перерезал ленточку?", "Марк Рейн."),
        ("Кто перерезал ленточку, кроме губернатора?", "Павел Озеров."),
        ("Кто перерезал ленточку, кроме министра морского транспорта?", "Марк Рейн."),
    ],
)
def test_the_others_are_named(question: str, line: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead is not None
    assert leads.render(result.lead) == line


@pytest.mark.parametrize(
    "question",
    [
        "Кто перерезал ленточку, кроме Рейна и Озерова?",
        "Кто перерезал ленточку помимо губернатора и министра морского транспорта?",
        "Кто встречал гостей, кроме Зотовой?",
    ],
)
def test_nobody_is_named_where_all_are_left_out(question: str) -> None:
    assert isinstance(ENGINE.reply(question, NEW, NOW).result, Refusal)
