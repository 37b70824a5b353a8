"""A value, colour or name of another kind is no answer; an order claims nothing: a pack of a village mill."""

from __future__ import annotations

import pytest

from knowledge.conversation import Conversation
from knowledge.facts.model import FactId
from knowledge.results import Answer, Refusal
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.ellipsis import fill_ellipsis
from knowledge.understanding.fillers import without_fillers
from tests.knowledge.dam_base import ask, first_line, make_engine
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: mill
title: Открытие мельницы «Белый порог» в Ильинке
about: мельнице в Ильинке
publisher: Нива
published: "2024-10-02"
examples: [Когда открыли мельницу?]
""",
    "people.yaml": """
- {id: zimin, name: Пётр Зимин, post: мельник}
- {id: gusev, name: Олег Гусев, post: пекарь}
""",
    "events.yaml": """
- {id: opening, title: Открытие мельницы в Ильинке, when: "2024-09-28", where: Ильинка}
""",
    "facts.yaml": """
- id: opened
  says: Мельницу в Ильинке открыли 28 сентября 2024 года.
  topic: t
  about: [opening]
  questions: [Когда открыли мельницу?, Какого числа открытие?, дата открытия мельницы]
- id: bags
  says: Из 40 мешков целыми привезли тридцать один.
  topic: t
  questions: [Сколько мешков привезли целыми?, Сколько было мешков?, мешки]
- id: seeds
  says: Шестьдесят процентов посева — рожь, тридцать — ячмень, прочее — гречиха и просо.
  topic: t
  questions: [Что посеяли?, Сколько процентов посева занимает рожь?, доли посева]
- id: beds
  says: В артели 20 пайщиков, ещё четыре пая свободны.
  topic: t
  questions: [Сколько пайщиков в артели?, Сколько паёв свободно?, пайщики артели]
- id: stone
  says: Верхний жёрнов весит 2,5 тонны, а всё колесо с валом — 14 тонн.
  topic: t
  questions: [Сколько весит жёрнов?, Сколько весит колесо?, вес]
- id: bus
  says: К Красной пристани сворачивают у кузницы.
  topic: t
  questions: [Где свернуть к Красной пристани?, Как пройти к Красной пристани?, поворот к пристани]
- id: zimin
  says: Ради мельницы Пётр Зимин похудел на 9 килограммов.
  topic: t
  people: [{id: zimin, role: member}]
  questions: [На сколько похудел Зимин?, Кто похудел?, похудевший мельник]
- id: loaves
  says: Олег Гусев испёк 60 ржаных караваев.
  topic: t
  people: [{id: gusev, role: member}]
  questions: [Сколько ржаных караваев испёк Гусев?, Кто испёк караваи?, караваи Гусева]
- id: first
  says: Первый помол — не меньше 15 процентов зерна.
  topic: t
  questions: [какой первый помол, Сколько зерна идёт на первый помол?, первый помол]
""",
    "terms.yaml": "topics: {t: Мельница}\n",
}
ENGINE = make_engine(_FILES)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("сколько мешков целых", "Тридцать один."),
        ("сколько весит весь жёрнов", "2,5 тонны."),
        ("сколько весит колесо", "14 тонн."),
        ("Сколько процентов посева занимает ячмень?", "Тридцать процентов."),
        ("когда открыли мельницу, без воды", "Суббота, 28 сентября 2024 года."),
        ("Минимум пятнадцать процентов зерна идёт на первый помол?", "Да."),
    ],
)
def test_value_is_that_of_what_is_spoken_of(question: str, line: str) -> None:
    assert first_line(ask(ENGINE, question)) == line


@pytest.mark.parametrize(
    "question",
    [
        "сколько процентов приходится на просо с гречихой",
        "сколько процентов занимает просо",
        "сколько всего паёв, занятых и свободных",
        "жёрнов при колесе сколько весит",
    ],
)
def test_neither_the_value_of_another_nor_a_further_part_is_told_as_the_amount(question: str) -> None:
    result = ask(ENGINE, question)
    assert isinstance(result, Answer)
    assert result.lead is None


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("Как пройти к голубой пристани?", "other-kind"),
        ("сколько Зимину отвалили за мельницу", "slot-not-held"),
        ("сколько Зимину заплатили за мельницу", "slot-not-held"),
    ],
)
def test_fact_on_another_kind_of_thing_is_refused(question: str, rule: str) -> None:
    result = ask(ENGINE, question)
    assert isinstance(result, Refusal), result
    assert result.rule == rule


@pytest.mark.parametrize("message", ["расскажи кратко что за мельница", "расскажи коротко что это всё"])
def test_order_to_tell_claims_nothing(message: str) -> None:
    result = ask(ENGINE, message)
    assert isinstance(result, Answer)
    assert result.rule == "digest"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("сколько дворов сидело без воды", "сколько дворов сидело без воды"),
        ("кто открыл, без воды", "кто открыл"),
        ("перескажи без воды", "перескажи"),
    ],
)
def test_manner_is_dropped_where_something_is_to_be_told(text: str, left: str) -> None:
    assert without_fillers(text, {"открыл", "дворов"}.__contains__) == left


def test_name_stands_for_nothing_counted() -> None:
    last = Conversation(question="Сколько ржаных караваев испёк Гусев?", facts=(FactId("loaves"),), at=NOW)
    filled = [one.text for one in fill_ellipsis("А «Ива»?", last, Searcher(ENGINE.base))]
    assert filled
    assert all("караваев" in text for text in filled)


def test_word_that_a_general_one_stands_for_is_not_met_by_it() -> None:
    """«Порог» of a name is no «минимум» of a question."""
    minimum = {key for key, _ in Searcher(ENGINE.base).lexicon.word("минимум").keys}
    assert not minimum & {key for key, _ in Searcher(ENGINE.base).lexicon.word("порог").keys}
