"""A bare noun means the main event; noise and what nobody has told are no follow-ups."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.pack import load_files
from knowledge.results import Answer, EventsLead, Polarity, Refusal, Result, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: pact
title: Первый рыбный форум
about: рыбном форуме
publisher: Вестник
published: "2026-04-22"
examples: [Где прошёл форум?]
""",
    "people.yaml": "- {id: olin, name: Пётр Олин, post: министр рыболовства}\n",
    "events.yaml": """
- {id: forum, title: Первый рыбный форум, when: "2026-04-20", where: Шуя, order: 1}
- {id: next, title: Второй рыбный форум, when: "2026-09", where: Псков, order: 2, follows: forum}
- {id: heads, title: Встреча глав двух рыбных союзов в Туле, when: "../2026-04-19", where: Тула}
""",
    "facts.yaml": """
- id: date
  says: Форум состоялся 20 апреля 2026 года.
  topic: days
  about: [forum]
  when: "2026-04-20"
  questions: [Когда прошёл форум?, Какого числа был форум?, дата форума]
- id: chair
  says: На форуме председательствовал Пётр Олин.
  topic: days
  about: [forum]
  people: [{id: olin, role: chair}]
  questions: [Кто председательствовал на форуме?, Кто вёл форум?, председатель форума]
- id: second
  says: Второй форум решили провести в Пскове в сентябре 2026 года.
  topic: days
  about: [next]
  when: "2026-09"
  where: Псков
  questions: [Когда состоится второй форум?, Где будет второй форум?, второй форум]
- id: heads
  says: Незадолго до форума главы двух союзов встретились в Туле.
  topic: days
  about: [heads]
  when: "../2026-04-19"
  where: Тула
  questions: [Где встретились главы союзов?, Что было до форума?, встреча глав союзов]
- id: report
  says: О форуме сообщил 22 апреля 2026 года «Вестник».
  topic: days
  about: [forum]
  when: "2026-04-22"
  questions: [Кто сообщил о форуме?, Когда вышла новость?, когда вышло сообщение]
""",
    "terms.yaml": "synonyms: [[форум, встреча, переговоры], [глава, лидер]]\ntopics: {days: Дни}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _after(before: str, text: str) -> Result:
    talk = ENGINE.reply(before, NEW, NOW).conversation
    return ENGINE.reply(text, talk, NOW).result


@pytest.mark.parametrize(
    ("question", "polarity", "event"),
    [
        ("Переговоры начались 21 апреля?", Polarity.NO, "forum"),
        ("Встреча началась 20 апреля?", Polarity.YES, "forum"),
        ("В апреле была встреча?", Polarity.YES, "forum"),
        ("Лидеры встречались в субботу?", Polarity.COARSER, "heads"),
        ("Форум был в понедельник, 20 апреля?", Polarity.YES, "forum"),
        ("Форум был в среду 22 апреля?", Polarity.NO, "forum"),
        ("Форум был в среду 20 апреля?", Polarity.NO, "forum"),
    ],
)
def test_a_bare_noun_is_the_main_event(question: str, polarity: Polarity, event: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead)
    assert (result.lead.polarity, [one.id for one in result.events]) == (polarity, [event])


@pytest.mark.parametrize(
    ("question", "polarity"),
    [("Новость вышла в среду?", Polarity.YES), ("Новость вышла в понедельник?", Polarity.NO)],
)
def test_news_came_out_on_its_own_day(question: str, polarity: Polarity) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead)
    assert (result.lead.polarity, result.lead.held) == (polarity, EdtfDate.parse("2026-04-22"))


@pytest.mark.parametrize("noise", ["бла бла бла", "хм", "ну и ну", "Мда...", "第二次什么时候"])
def test_noise_goes_on_from_nothing(noise: str) -> None:
    assert isinstance(_after("Кто председательствовал на форуме?", noise), Refusal)


@pytest.mark.parametrize("before", ["Когда состоится второй форум?", "Кто председательствовал на форуме?"])
@pytest.mark.parametrize("text", ["Форум был весёлым?", "Форум был солнечным?", "Форум скучный?"])
def test_what_nobody_told_is_not_answered_by_words_carried_over(before: str, text: str) -> None:
    assert isinstance(_after(before, text), Refusal)


def test_a_question_after_a_word_of_doubt_still_follows_up() -> None:
    result = _after("Кто председательствовал на форуме?", "Хм, а когда?")
    assert isinstance(result, Answer)
    assert result.shown[0].fact.id == "date"


@pytest.mark.parametrize(
    "question",
    [
        "Оба форума в Шуе?",
        "Оба форума проходят в Пскове?",
        "Первый и второй форумы в Шуе?",
        "Все форумы в Пскове?",
    ],
)
def test_both_are_not_there_where_one_is_elsewhere(question: str) -> None:
    result = ENGINE.reply(question, NEW, NOW).result
    assert isinstance(result, Answer)
    assert result.lead == YesNoLead(polarity=Polarity.NO, held="Шуя, Псков")


def test_of_a_land_the_towns_of_both_are_told() -> None:
    result = ENGINE.reply("Оба форума проходят в Китае?", NEW, NOW).result
    assert isinstance(result, Answer)
    assert isinstance(result.lead, EventsLead)
