"""A delay is no length of the work, and the day on which something opens is not its last."""

from __future__ import annotations

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: dam
title: Плотина в Каменке
about: В Каменке построили плотину.
publisher: Вестник
published: "2026-02-05"
examples: [Когда открыли плотину?]
""",
    "facts.yaml": """
- id: delay
  says: Сдачу плотины перенесли на девять месяцев из-за паводка.
  topic: work
  questions: [На сколько перенесли сдачу плотины?, Почему перенесли сдачу?, Из-за чего задержали плотину?]
- id: signing-up
  says: Запись на экскурсии откроется 1 апреля 2026 года.
  topic: work
  questions: [Когда откроется запись на экскурсии?, С какого числа запись?, Когда начнётся запись?]
- id: show
  says: Выставка чертежей откроется 5 марта 2026 года и продлится до 9 марта.
  topic: work
  questions: [Когда откроется выставка?, Когда закончится выставка чертежей?, До какого числа выставка?]
""",
    "terms.yaml": "synonyms: []\ntopics: {work: Стройка}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


def test_a_delay_is_not_told_as_the_length_of_the_work() -> None:
    assert isinstance(reply("Сколько месяцев строили плотину?"), Refusal)
    assert isinstance(reply("На сколько месяцев перенесли сдачу плотины?"), Answer)


def test_the_day_of_opening_is_not_told_as_the_last() -> None:
    assert isinstance(reply("Когда закончится запись на экскурсии?"), Refusal)
    assert isinstance(reply("Когда начнётся запись на экскурсии?"), Answer)
    assert isinstance(reply("Когда закончится выставка чертежей?"), Answer)
