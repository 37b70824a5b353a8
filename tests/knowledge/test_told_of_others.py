"""A fact on another person, line or kind than is asked about is no answer; one on those named goes first."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Refusal, Result
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: race
title: Зимняя гонка на собаках
about: зимней гонке на собаках
publisher: Северный листок
published: "2024-02-20"
examples: [Кто выиграл гонку?]
""",
    "people.yaml": """
- {id: tomin, name: Илья Томин, post: каюр, side: Россия}
- {id: galkin, name: Пётр Галкин, post: каюр, side: Россия}
- {id: reeve, name: Нора Рив, post: каюр, side: Норвегия}
- {id: lugov, name: Анна Лугова, post: ветеринар, side: Россия}
""",
    "events.yaml": "- {id: race, title: Зимняя гонка, when: '2024-02-18', where: Онега}\n",
    "facts.yaml": """
- id: winner
  says: Гонку выиграл Илья Томин, он проехал 42 километра за 95 минут.
  topic: t
  about: [race]
  people: [{id: tomin, role: winner}]
  questions: [Кто выиграл гонку?, Сколько километров проехал Томин?, За сколько минут проехал Томин?]
- id: third
  says: Третьей стала Нора Рив, её упряжка шла 98 минут.
  topic: t
  about: [race]
  people: [{id: reeve, role: member}]
  questions: [Кто занял третье место?, Кто такая Нора Рив?, третье место]
- id: falls
  says: На спуске упали Пётр Галкин и Илья Томин, причём Галкин вывихнул плечо.
  topic: t
  about: [race]
  people: [{id: galkin, role: member}, {id: tomin, role: member}]
  questions: [Кто упал на спуске?, Что вывихнул Галкин?, падения]
- id: buses
  says: Зрителей возят автобусы Т1 и Т3, они ждут у старта до семи минут.
  topic: t
  questions: [Какие автобусы возят зрителей?, Сколько ждут автобусы?, автобусы]
- id: route
  says: Т2 идёт от вокзала к финишу.
  topic: t
  questions: [Куда идёт Т2?, Откуда идёт Т2?, маршрут Т2]
- id: vet
  says: По словам ветеринара Луговой, упряжку Томина спасли толстые попоны.
  topic: t
  questions: [Что спасло упряжку Томина?, Кто лечит собак?, ветеринар]
- id: record
  says: Рекорд трассы, 91 минуту, поставил Томин; прежний держался с 2016 года.
  topic: t
  people: [{id: tomin, role: member}]
  questions: [Какой рекорд трассы?, С какого года держался прежний рекорд?, рекорд трассы]
- id: fee
  says: Школьников пускают на трибуну бесплатно.
  topic: t
  questions: [Кого пускают бесплатно?, Платят ли школьники?, бесплатный вход]
- id: points
  says: В опросе зрителей Рив получила 54 процента, а Галкин 46.
  topic: t
  people: [{id: reeve, role: member}, {id: galkin, role: member}]
  questions: [Сколько процентов получила Рив?, Кто победил в опросе?, опрос зрителей]
- id: teams
  says: Командный заезд выиграла Норвегия за 280 минут.
  topic: t
  questions: [Кто выиграл командный заезд?, За сколько минут прошли командный заезд?, командный заезд]
- id: prize
  says: За победу дают 300 тысяч рублей.
  topic: t
  about: [race]
  questions: [Какой приз в гонке?, Сколько дают за победу?, приз гонки]
""",
    "terms.yaml": "topics: {t: Гонка}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


@pytest.mark.parametrize(
    "question",
    [
        "за сколько минут проехала рив",
        "За сколько минут проехала Рив?",
    ],
)
def test_fact_on_the_person_named_goes_first(question: str) -> None:
    result = _reply(question)
    told = result.shown if isinstance(result, Answer) else ()
    assert not told or told[0].fact.id == "third"


@pytest.mark.parametrize(
    "question",
    [
        "Сколько километров проехал Галкин?",
        "Что вывихнул Томин?",
        "Томин вывихнул плечо?",
        "Сколько минут ждёт автобус Т2?",
        "Какой приз у летней гонки?",
        "приз летних заездов",
    ],
)
def test_fact_on_others_is_no_answer(question: str) -> None:
    assert isinstance(_reply(question), Refusal)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Галкин вывихнул плечо?", "Да."),
        ("Сколько километров проехал Томин?", "42 километра."),
        ("Сколько минут ждут автобусы Т1 и Т3?", "До семи минут."),
        ("Какой приз у зимней гонки?", "300 тысяч рублей."),
        ("Сколько километров проехал Илюша Томин?", "42 километра."),
        ("сколько километров проехал илюха", "42 километра."),
        ("сколько томин проехал километров", "42 километра."),
        ("С какого года держался предыдущий рекорд?", "С 2016 года."),
    ],
)
def test_fact_on_those_asked_about_answers(question: str, line: str) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert result.lead is not None
    assert leads.render(result.lead) == line


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("куда идёт т два", "route"),
        ("Куда идёт Т 2?", "route"),
        ("Что спасло упряжку Ильи Томина?", "vet"),
        ("команды: кто выиграл?", "teams"),
        ("Кто взял золото в гонке?", "winner"),
        ("Бронза чья?", "third"),
        ("упряжка? что её спасло?", "vet"),
        ("Сколько процентов получил Галкин?", "points"),
    ],
)
def test_said_otherwise_finds_its_fact(question: str, fact: str) -> None:
    result = _reply(question)
    assert isinstance(result, Answer)
    assert result.shown[0].fact.id == fact


def test_rank_of_another_is_no_answer() -> None:
    assert isinstance(_reply("Кто второй, Рив?"), Refusal)
