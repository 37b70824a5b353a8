"""Posts of those told of last, how a date was inferred, lengths of time in hours and between facts."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.model import Terms
from knowledge.facts.pack import load_files
from knowledge.language.lexicon import Lexicon
from knowledge.results import Answer, Refusal, Result, Slot
from knowledge.understanding.question import parse_question
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: harbour
title: Совещание о пароме
about: Порт и пароходство обсудили паром.
publisher: Речной вестник
published: "2025-09-12"
examples: [Когда прошло совещание?]
""",
    "people.yaml": """
- {id: orlova, name: Вера Орлова, post: директор порта, side: Порт}
- {id: sedov, name: Иван Седов, post: главный лоцман, side: Порт}
- {id: panin, name: Олег Панин, post: глава пароходства, side: Пароходство}
""",
    "events.yaml": """
- {id: first, title: Первое совещание о пароме, when: "2025-09-10", where: Тверь, order: 1,
   people: [{id: orlova, role: chair}, {id: sedov, role: chair}, {id: panin, role: chair}]}
- {id: trip, title: Поездка лоцманов в Дубну, when: "2025-08", where: Дубна}
- {id: second, title: Второе совещание о пароме, when: "2025-11", where: Клин, order: 2, follows: first}
""",
    "facts.yaml": """
- id: held
  says: Первое совещание о пароме прошло 10 сентября 2025 года в Твери.
  topic: talks
  about: [first]
  when: "2025-09-10"
  basis: inferred
  because: Год не назван, он выведен из даты выхода заметки.
  questions: [Когда прошло совещание?, Где было совещание?, В какой день совещались?]
- id: chairs
  says: Порт на совещании представляли Вера Орлова и Иван Седов.
  topic: talks
  about: [first]
  people: [{id: orlova, role: chair}, {id: sedov, role: chair}]
  questions: [Кто представлял порт?, Кто был от порта?, Кого прислал порт?]
- id: orlova-post
  says: Вера Орлова — директор порта.
  topic: talks
  people: [{id: orlova, role: member}]
  questions: [Кто такая Орлова?, Кто директор порта?, Чем руководит Орлова?]
- id: sedov-post
  says: Иван Седов — главный лоцман.
  topic: talks
  people: [{id: sedov, role: member}]
  questions: [Кто такой Седов?, Кто главный лоцман?, Кем работает Седов?]
- id: start
  says: Буксир вышел из гавани 10 сентября в 06:20.
  topic: talks
  when: "2025-09-10T06:20"
  questions: [Когда вышел буксир?, Во сколько отплыл буксир?, Когда буксир покинул гавань?]
- id: end
  says: Шлюз закрыли 10 сентября в 07:50.
  topic: talks
  when: "2025-09-10T07:50"
  questions: [Когда закрыли шлюз?, Во сколько закрыли шлюз?, Когда перекрыли шлюз?]
- id: tripped
  says: В августе 2025 года лоцманы съездили в Дубну.
  topic: talks
  about: [trip]
  when: "2025-08"
  where: Дубна
  questions: [Куда ездили лоцманы?, Когда лоцманы были в Дубне?, Кто ездил в Дубну?]
- id: agreed
  says: В Дубне лоцманы согласились углубить фарватер.
  topic: talks
  about: [trip]
  where: Дубна
  questions: [Что углубят?, Что будет с фарватером?, Кто углубит фарватер?]
- id: decided
  says: Совещание решило построить второй причал.
  topic: talks
  about: [first]
  questions: [Что решило совещание?, Что построят?, Какой причал построят?]
- id: fee
  says: С 1 октября сбор за стоянку вырастет на 3 рубля.
  topic: talks
  when: "2025-10-01"
  questions: [На сколько вырастет сбор?, Когда вырастет сбор?, Что будет со сбором в октябре?]
- id: fee-again
  says: С 1 декабря сбор за стоянку вырастет ещё на 5 рублей.
  topic: talks
  when: "2025-12-01"
  questions: [Что будет в декабре?, Когда сбор вырастет ещё раз?, Что изменится 1 декабря?]
- id: ticket
  says: >-
    Билет на паром для взрослых стоит 200 рублей, для детей от 6 до 14 лет — 90 рублей, младше шести лет
    везут бесплатно.
  topic: talks
  questions: [Сколько стоит билет?, Почём детский билет?, Цена билета на паром?]
- id: delay
  says: По словам Олега Панина, шлюз не открывали дольше из-за насосов, их везли морем.
  topic: talks
  said_by: panin
  questions: [Почему шлюз открыли поздно?, Из-за чего задержали открытие шлюза?, Что задержало шлюз?]
- id: report
  says: О совещании 12 сентября 2025 года написал «Речной вестник».
  topic: talks
  when: "2025-09-12"
  questions: [Кто написал о совещании?, Когда вышла заметка?, Откуда сведения?]
""",
    "terms.yaml": "synonyms: []\ntopics: {talks: Паром}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def ask(*questions: str) -> Result:
    conversation = NEW
    for question in questions:
        turn = ENGINE.reply(question, conversation, NOW)
        conversation = turn.conversation
    return turn.result


def shown(*questions: str) -> list[str]:
    result = ask(*questions)
    assert isinstance(result, Answer), result
    return [str(one.fact.id) for one in result.shown]


def first_line(*questions: str) -> str:
    result = ask(*questions)
    assert isinstance(result, Answer), result
    assert result.lead is not None
    return leads.render(result.lead)


@pytest.mark.parametrize(
    ("follow_up", "expected"),
    [
        ("Какие у них должности?", ["orlova-post", "sedov-post"]),
        ("Уточните должности этих двоих", ["orlova-post", "sedov-post"]),
        ("Назовите должность последнего", ["sedov-post"]),
        ("Второй из них кто?", ["sedov-post"]),
        ("А женщина какую должность занимает?", ["orlova-post"]),
        ("А она кто?", ["orlova-post"]),
        ("Какая у него должность?", ["sedov-post"]),
    ],
)
def test_posts_are_those_of_the_people_told_of_last(follow_up: str, expected: list[str]) -> None:
    assert shown("Кто представлял порт?", follow_up) == expected


def test_a_third_of_two_is_nobody() -> None:
    assert "-post" not in str(shown_or_none("Кто представлял порт?", "Третий из них кто?"))


def shown_or_none(*questions: str) -> list[str]:
    result = ask(*questions)
    return [str(one.fact.id) for one in result.shown] if isinstance(result, Answer) else []


@pytest.mark.parametrize(
    "question",
    [
        "Почему 10 сентября?",
        "Почему вы пишете, что это 2025 год? В заметке года нет",
        "На каком основании проставлен 2025 год?",
        "Откуда вы взяли, что совещание было 10 сентября?",
    ],
)
def test_how_a_date_was_inferred_is_told(question: str) -> None:
    assert first_line(question) == "Год не назван, он выведен из даты выхода заметки."
    assert shown(question) == ["held"]


@pytest.mark.parametrize(
    "question", ["Почему совещание прошло 10 сентября?", "Почему вы пишете, что это 2024 год?"]
)
def test_why_it_took_place_then_is_not_told(question: str) -> None:
    assert isinstance(ask(question), Refusal)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько прошло от выхода буксира до закрытия шлюза?", "90 минут"),
        ("Сколько часов прошло от выхода буксира до закрытия шлюза?", "1 час"),
        ("Через сколько дней после совещания вышла заметка?", "2 дня"),
        ("На сколько заметка отстаёт от совещания?", "2 дня"),
        ("На сколько дней заметка вышла позже совещания?", "2 дня"),
        ("Сколько прошло от первого совещания до второго совещания, в днях?", "От 52 до 81 дня"),
    ],
)
def test_lengths_between_two_things(question: str, line: str) -> None:
    assert first_line(question).startswith(line)


@pytest.mark.parametrize("follow_up", ["И что там решили?", "А к чему там пришли?", "О чём договорились?"])
def test_what_came_of_the_event_told_of_last(follow_up: str) -> None:
    assert shown("Куда ездили лоцманы?", follow_up) == ["agreed"]


def test_of_the_main_event_the_fact_that_says_it_answers() -> None:
    assert shown("Когда прошло совещание?", "И что решило совещание?") == ["decided"]


def test_a_bare_follow_up_is_led_by_what_was_asked() -> None:
    assert first_line("На сколько вырастет сбор в октябре?", "А в декабре?") == "5 рублей."


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Сколько стоит билет для внука восьми лет?", "Для детей от 6 до 14 лет — 90 рублей."),
        ("Внуку моему 8, сколько за него платить?", "Для детей от 6 до 14 лет — 90 рублей."),
        ("Дочке 5, платить надо?", "Нет: младше шести лет везут бесплатно."),
        ("Мне 10 лет, платить надо?", "Да: для детей от 6 до 14 лет — 90 рублей."),
    ],
)
def test_an_age_has_its_price(question: str, line: str) -> None:
    assert first_line(question) == line


@pytest.mark.parametrize(
    "question", ["Сколько стоит сарай восьми лет?", "Мне 2 билета, сколько платить за собаку?"]
)
def test_no_price_is_told_of_another_thing(question: str) -> None:
    result = ask(question)
    assert not isinstance(result, Answer) or result.rule != "age-price"


def test_past_events_of_a_name_are_counted() -> None:
    assert first_line("Сколько совещаний уже прошло?").startswith("1 (посчитано). Первое совещание")


@pytest.mark.parametrize(
    ("question", "slot"),
    [
        ("Чего так долго чинили шлюз?", Slot.REASON),
        ("А чего не новый буксир взяли?", Slot.REASON),
        ("Чего не хватает порту?", Slot.STATEMENT),
        ("Из чего не строят причал?", Slot.STATEMENT),
        ("Каким образом углубят фарватер?", Slot.STATEMENT),
    ],
)
def test_spoken_words_for_why_and_how(question: str, slot: Slot) -> None:
    assert parse_question(question, Lexicon(Terms()), asking=True).slot is slot


def test_why_something_was_not_done_is_told_by_its_reason() -> None:
    assert shown("Почему так долго не открывали шлюз?") == ["delay"]
