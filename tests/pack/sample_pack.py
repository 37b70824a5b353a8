"""A small valid pack as file texts, for tests that change one thing at a time."""

from __future__ import annotations

from knowledge.facts.model import FactBase
from knowledge.facts.pack import PackError, Problem, load_files

SOURCE = """\
id: fair
title: Ярмарка
about: О ярмарке в городе. Всё из газеты.
publisher: Газета
published: 2015-12-02
because: Год выведен.
place: Город
url: https://example.org/
main: fair-1
zone: Asia/Omsk
examples: [Когда ярмарка?, Где ярмарка?, Кто открыл?]
"""
SOURCES = """\
- id: site
  title: Сайт ярмарки
  publisher: Дирекция
  published: 2015-11
  url: https://example.org/site
  place: Город
"""
PEOPLE = """\
- id: anna
  name: Анна Белова
  post: мэр
  side: Город
  names: [Anna Belova, Белова А.]
- id: boris
  name: Борис Вольный
  side: nasa
"""
EVENTS = """\
- id: fair-1
  title: Первая ярмарка
  when: ../2015-12-01
  where: Площадь
  order: 1
  people:
    - {id: anna, role: host}
- id: fair-2
  title: Вторая ярмарка
  when: 2016-06
  follows: fair-1
  order: 2
  cancelled: true
  until: 2016-07
"""
FACTS = """\
- id: opened
  says: "Ярмарку открыли: первого декабря."
  topic: days
  questions:
    - Когда открыли ярмарку?
    - дата открытия
  about: [fair-1]
  people:
    - {id: anna, role: host}
  said_by: anna
  when: 2015-12-01
  where: Площадь
  paragraph: 7
  basis: inferred
  because: Так вышло.
- id: no
  says: Вторая будет летом.
  topic: days
  questions: [когда вторая, 'null', no, 2016]
  said_by: nasa
  when: 2025-22
- id: talk
  says: Сказано городом.
  topic: words
  questions: [кто сказал]
  said_by: Городская дума
  source: site
  until: 2016
- id: hours
  says: Ярмарка открывается в шесть утра.
  topic: days
  questions: [во сколько]
  when: 2015-12-01T06:00
  draft: true
"""
TERMS = """\
synonyms:
  - [ярмарка, базар, торг]
short: {ГМ: городской музей}
topics: {days: Дни, words: }
"""
GOOD = {
    "source.yaml": SOURCE,
    "sources.yaml": SOURCES,
    "people.yaml": PEOPLE,
    "events.yaml": EVENTS,
    "facts.yaml": FACTS,
    "terms.yaml": TERMS,
}


def load(**changed: str | bytes | None) -> FactBase:
    """Load the pack with files replaced (`facts="…"`), or removed where None."""
    files = {name: text.encode() for name, text in GOOD.items()}
    for stem, content in changed.items():
        if content is None:
            del files[f"{stem}.yaml"]
        else:
            files[f"{stem}.yaml"] = content.encode() if isinstance(content, str) else content
    return load_files(files)


def problems(**changed: str | bytes | None) -> tuple[Problem, ...]:
    """The problems of the pack so changed; none where it loads."""
    try:
        load(**changed)
    except PackError as error:
        return error.problems
    return ()


def fact(lines: str) -> str:
    """A facts.yaml of one valid fact with these lines added, from line 5 on."""
    return f"- id: one\n  says: Да.\n  topic: days\n  questions: [что]\n{lines}"
