"""A deed is asked of its own event, and an amount of its own bearer."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.replies.answers import rendering
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: bridge
title: Разводной мост «Чайка» в Шуе
about: мосту «Чайка» в Шуе
publisher: Вестник
published: "2026-05-05"
main: opening
examples: [Когда открылся мост?]
""",
    "people.yaml": """
- {id: orlov, name: Пётр Орлов, post: бывший смотритель маяка}
- {id: lunina, name: Вера Лунина, post: начальница моста}
""",
    "events.yaml": """
- {id: opening, title: Открытие разводного моста, when: "2026-04-17", where: Шуя, order: 1}
- {id: building, title: Начало строительства разводного моста, when: "2024-03", where: Шуя}
- {id: second, title: Открытие второго моста, when: "2028-23", where: Шуя, follows: opening, order: 2}
- {id: lamp-end, title: Закрытие маяка, when: "2025-10-31", where: Шуя}
""",
    "facts.yaml": """
- id: opened
  says: Разводной мост «Чайка» открылся 17 апреля 2026 года.
  topic: bridge
  about: [opening]
  when: "2026-04-17"
  questions: [Когда открылся мост?, Дата открытия моста, Какого числа запустили мост?]
- id: begun
  says: Строить мост начали в марте 2024 года.
  topic: bridge
  about: [building]
  when: "2024-03"
  questions: [Когда начали строить мост?, С какого года шла стройка?, Начало строительства]
- id: closed
  says: Маяк светил с 1958 года, его закрыли 31 октября 2025 года.
  topic: bridge
  about: [lamp-end]
  when: "2025-10-31"
  questions: [Когда закрыли маяк?, Что стало с маяком?, С какого года светил маяк?]
- id: shares
  says: 65 процентов денег на строительство дал областной бюджет, остальное — завод.
  topic: bridge
  questions: [Какую долю дала область?, Кто платил за строительство?, На чьи деньги построили мост?]
- id: keeper
  says: Первым прошёл 81-летний Пётр Орлов, который 29 лет был смотрителем маяка.
  topic: bridge
  people: [{id: orlov, role: guest}]
  questions: [Кто прошёл первым?, Сколько лет Орлову?, Сколько лет Орлов следил за маяком?]
- id: month
  says: За первый месяц по мосту прошло 38 тысяч человек.
  topic: bridge
  questions: [Сколько человек прошло по мосту?, Сколько прошло за первый месяц?, Сколько пешеходов было?]
- id: head
  says: Мостом руководит Вера Лунина, ей 34 года.
  topic: bridge
  people: [{id: lunina, role: chair}]
  questions: [Кто руководит мостом?, Сколько лет Луниной?, Кто такая Вера Лунина?]
""",
    "terms.yaml": "synonyms: [[мост, Чайка]]\ntopics: {bridge: Мост}\n",
}
BASE = load_files({name: text.encode() for name, text in _FILES.items()})
ENGINE = Engine(BASE)


def first_line(question: str, now: datetime = NOW) -> str:
    result = ENGINE.reply(question, NEW, now).result
    return rendering.render(result, BASE, now).plain.split("\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Чайку в марте открыли?", "Нет: пятница, 17 апреля 2026 года."),
        ("Разводной мост открыли в 2024 году?", "Нет: пятница, 17 апреля 2026 года."),
        ("Разводной мост открыли 1 марта?", "Нет: пятница, 17 апреля 2026 года."),
        ("Разводной мост открыли в апреле?", "Да."),
        ("Мост начали строить в марте?", "Да."),
        ("Мост начали строить в апреле 2026 года?", "Нет: март 2024 года."),
    ],
)
def test_event_with_the_root_of_the_verb(question: str, line: str) -> None:
    """«Открыли» is said of the «Открытие», not of the «Начало строительства», whatever date is stated."""
    assert first_line(question) == line


def test_which_came_first_by_verbs() -> None:
    """The opening, not the start of building, is set against the closing."""
    told = rendering.render(
        ENGINE.reply("Что было раньше: закрыли маяк или открыли мост?", NEW, NOW).result, BASE, NOW
    ).plain
    assert "31 октября 2025" in told.split("\n")[0]
    assert "март" not in told


@pytest.mark.parametrize("question", ["Сколько процентов дал завод?", "Сколько процентов заплатил завод?"])
def test_rest_is_not_the_share_told(question: str) -> None:
    """«Остальное — завод»: the 65 per cent are not of the plant."""
    assert not first_line(question).startswith("65 процентов.")


def test_share_of_its_giver() -> None:
    assert first_line("Сколько процентов дал областной бюджет?") == "65 процентов."


def test_years_of_somebody_at_the_thing() -> None:
    """The years of its keeper are not those of the lighthouse; his years there are not his age."""
    assert not first_line("Сколько лет проработал маяк?").startswith("29")
    assert first_line("Сколько лет Орлов охранял маяк?") == "29 лет."
    assert first_line("Сколько лет Орлову?") == "81 год."


def test_age_of_the_older() -> None:
    assert first_line("Кто старше, Орлов или Лунина?") == "Орлов: 81 год против 34."


def test_years_apart_in_units() -> None:
    assert first_line("На сколько Орлов старше Луниной?") == "47 лет: 81 год и 34 года (посчитано)."


def test_week_of_a_follow_up_is_stated() -> None:
    """«А за второй месяц?» gives a time, and asks for no date."""
    counted = ENGINE.reply("Сколько человек прошло за первый месяц?", NEW, NOW)
    assert isinstance(counted.result, Answer)
    assert isinstance(ENGINE.reply("а за второй месяц?", counted.conversation, NOW).result, Refusal)
