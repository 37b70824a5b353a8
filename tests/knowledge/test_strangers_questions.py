"""What a stranger asks: deeds that were only meant, places by themselves, where a person is from."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import Answer, Meant, Polarity, Refusal, Result, SpanLead, YesNoLead
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: canal
title: Совещание о канале
about: совещанию о канале
publisher: Вестник
published: "2021-03-10"
examples: [Когда совещание?]
""",
    "people.yaml": """
- {id: shen, name: Ли Шэньчжэн, post: глава верфи, side: Китай, names: [Шэньчжэн]}
- {id: rein, name: Марк Рейн, post: глава порта, side: Эстония}
- {id: ozols, name: Илга Озола, post: министр транспорта, side: Латвия}
- {id: dahl, name: Пер Даль, post: председатель рыбного союза, side: Швеция}
""",
    "events.yaml": """
- id: first
  title: Первое совещание о канале
  when: "2021-03-09"
  where: Рига
  order: 1
  people: [{id: rein, role: chair}, {id: ozols, role: speaker}]
- {id: second, title: Второе совещание о канале, when: "2021-09", where: Таллин, follows: first, order: 2}
""",
    "facts.yaml": """
- id: place
  says: Первое совещание прошло в Риге.
  topic: t
  about: [first]
  questions: [Где прошло первое совещание?, В каком городе было совещание?, место совещания]
- id: next
  says: Второе совещание проведут в Таллине в сентябре 2021 года.
  topic: t
  about: [second]
  questions: [Где пройдёт второе совещание?, Когда второе совещание?, Где и когда встретятся снова?]
- id: dredge
  says: Эстония намерена углубить русло канала.
  topic: t
  about: [first]
  questions: [Что намерена сделать Эстония?, Углубят ли русло?, Что будет с руслом?]
- id: fund
  says: Создать общий фонд канала стороны решили единогласно.
  topic: t
  about: [first]
  questions: [Что решили стороны?, Будет ли фонд?, О каком фонде договорились?]
- id: locks
  says: Латвия отремонтировала шлюзы и готова удвоить поток судов.
  topic: t
  about: [first]
  questions: [Что сделала Латвия?, Отремонтированы ли шлюзы?, Что с потоком судов?]
- id: rein
  says: Марк Рейн — глава порта.
  topic: t
  about: [first]
  people: [{id: rein, role: member}]
  questions: [Кто такой Марк Рейн?, Какой пост у Рейна?, Рейн должность]
- id: chair
  says: На первом совещании председательствовал Марк Рейн.
  topic: t
  about: [first]
  people: [{id: rein, role: chair}]
  questions: [Кто председательствовал на совещании?, Кто вёл совещание?, председатель совещания]
- id: speech
  says: Илга Озола выступила на первом совещании с докладом.
  topic: t
  about: [first]
  people: [{id: ozols, role: speaker}]
  questions: [Кто выступил на совещании?, Кто читал доклад?, выступление на совещании]
- id: praise
  says: Доклад Пера Даля Илга Озола считает удачным.
  topic: t
  about: [first]
  people: [{id: ozols, role: speaker}, {id: dahl, role: guest}]
  said_by: ozols
  questions: [Удачен ли доклад Даля?, Каким был доклад Даля?, оценка доклада Даля]
- id: shen
  says: Ли Шэньчжэн — глава верфи.
  topic: t
  people: [{id: shen, role: member}]
  questions: [Кто такой Ли Шэньчжэн?, Какой пост у Шэньчжэна?, Шэньчжэн должность]
- id: group
  says: За руслом проследит группа под руководством Марка Рейна и Пера Даля.
  topic: t
  people: [{id: rein, role: chair}, {id: dahl, role: chair}]
  questions: [Кто проследит за руслом?, Под чьим руководством группа?, Кто следит за руслом?]
- id: earliest
  says: Совещание в Риге стало первым.
  topic: t
  about: [first]
  questions: [Какое по счёту совещание в Риге?, Проводились ли раньше такие совещания?, Впервые ли собрались?]
""",
    "terms.yaml": "topics: {t: Канал}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def _reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


def _first_line(question: str) -> str:
    result = _reply(question)
    assert isinstance(result, Answer), result
    assert result.lead is not None, result
    return leads.render(result.lead)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Эстония углубила русло?", Meant.INTENTION),
        ("Русло канала уже углублено?", Meant.INTENTION),
        ("Эстония не углубила русло канала?", Meant.INTENTION),
        ("Создан ли общий фонд канала?", Meant.DECISION),
        ("Эстония уже углубляет русло канала?", Meant.INTENTION),
        ("Латвия удвоила поток судов?", Meant.READINESS),
        ("Общий фонд канала уже действует?", Meant.DECISION),
    ],
)
def test_what_is_only_meant_is_not_affirmed_as_done(question: str, meant: Meant) -> None:
    result = _reply(question)
    assert isinstance(result, Answer), result
    assert isinstance(result.lead, YesNoLead), result
    assert (result.lead.polarity, result.lead.meant) == (Polarity.PLANNED, meant)
    assert leads.render(result.lead).startswith("Пока сказано только ")


@pytest.mark.parametrize(
    "question",
    [
        "Латвия отремонтировала шлюзы?",
        "Решили ли создать общий фонд канала?",
        "Намерена ли Эстония углубить русло?",
        "Планируется ли второе совещание в Таллине?",
        "Первое совещание прошло в Риге?",
    ],
)
def test_what_is_said_so_is_affirmed(question: str) -> None:
    assert _first_line(question) == "Да."


@pytest.mark.parametrize(
    "question",
    ["Какая столица Латвии?", "Где находится Рига?", "В какой стране Таллин?", "Где сейчас Озола?"],
)
def test_a_place_or_person_itself_is_not_where_an_event_took_place(question: str) -> None:
    assert isinstance(_reply(question), Refusal)


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Из какой страны Марк Рейн?", "Эстония."),
        ("откуда Рейн?", "Эстония."),
        ("Марк Рейн из Эстонии?", "Да."),
        ("Марк Рейн из Латвии?", "Нет: Эстония."),
        ("Где прошло первое совещание?", "Рига."),
    ],
)
def test_a_person_is_from_the_country_of_the_side(question: str, line: str) -> None:
    assert _first_line(question) == line


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Второе совещание пройдёт не в Риге, а в Таллине?", "Да."),
        ("Второе совещание пройдёт в Таллине, а не в Риге?", "Да."),
        ("Первое совещание прошло не 8, а 9 марта?", "Да."),
        ("Второе совещание пройдёт не в Таллине, а в Риге?", "Нет: в Таллине, а не в Риге."),
        ("Второе совещание пройдёт в сентябре или в октябре?", "В сентябре."),
        ("Второе совещание пройдёт в Таллине или в Вильнюсе?", "В Таллине."),
        ("Второе совещание пройдёт в Риге или в Вильнюсе?", "В Таллине."),
        ("Были ли такие совещания раньше?", "Нет."),
        ("Было ли совещание до этого?", "Нет."),
        ("Озола председательствовала?", "Названо одно имя: Марк Рейн; о других не сказано."),
        ("Рейн председательствовал?", "Да."),
        ("Рейн выступал на первом совещании?", "Названо одно имя: Илга Озола; о других не сказано."),
        ("Под чьим руководством группа, которая проследит за руслом?", "Марк Рейн и Пер Даль."),
        ("кто назвал доклад удачным", "Илга Озола."),
        ("дата 2 совещания", "Сентябрь 2021 года."),
        ("место 2 совещания", "Таллин."),
        ("где 1е совещание", "Рига."),
    ],
)
def test_first_line(question: str, line: str) -> None:
    assert _first_line(question) == line


def _talk(*questions: str) -> list[str]:
    talk, lines = NEW, []
    for question in questions:
        reply = ENGINE.reply(question, talk, NOW)
        talk = reply.conversation
        assert isinstance(reply.result, Answer), (question, reply.result)
        lines.append("" if reply.result.lead is None else leads.render(reply.result.lead))
    return lines


def test_a_follow_up_stays_on_the_event_whose_place_was_denied() -> None:
    lines = _talk("Верно ли, что первое совещание прошло в Таллине?", "Верно ли, что оно прошло 9 марта?")
    assert lines[1].startswith("Да")


def test_a_name_with_who_asks_who_that_is() -> None:
    assert _talk("Кто председательствовал на совещании?", "а Рейн кто") == ["Марк Рейн.", "Глава порта."]


def test_who_is_asked_with_is() -> None:
    assert _first_line("кто есть Рейн") == "Глава порта."


def test_a_name_split_and_misspelt_is_read_by_its_sound() -> None:
    assert _first_line("кто такой Ли Шен Чжен") == "Глава верфи."


def test_a_quote_is_what_the_person_said_and_is_refused_where_nothing_is() -> None:
    result = _reply("Процитируй Озолу")
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["praise"]
    refused = _reply("Дайте цитату Рейна")
    assert isinstance(refused, Refusal)
    assert refused.rule == "not-said"


def test_a_summary_may_say_what_it_is_for() -> None:
    result = _reply("кратко перескажи статью для реферата")
    assert isinstance(result, Answer)
    assert result.rule == "digest"


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("Сколько всего совещаний?", "2 (посчитано).\nПервое совещание о канале: Рига, 9 марта 2021 года."),
        ("сколько городов", "2: Рига, Таллин (посчитано)."),
        ("Сколько человек названо?", "Четверо: Ли Шэньчжэн, Марк Рейн, Илга Озола и Пер Даль"),
    ],
)
def test_what_no_fact_counts_is_counted_over_the_records(question: str, start: str) -> None:
    assert _first_line(question).startswith(start)


@pytest.mark.parametrize("question", ["Сколько министров приехало?", "Сколько было совещаний?"])
def test_no_count_is_given_of_what_the_records_do_not_say(question: str) -> None:
    assert isinstance(_reply(question), Refusal)


def _last_reply(*questions: str) -> Result:
    """The reply to the last of several questions of one conversation."""
    conversation, result = NEW, None
    for question in questions:
        turn = ENGINE.reply(question, conversation, NOW)
        conversation, result = turn.conversation, turn.result
    assert result is not None
    return result


def test_another_case_of_a_foreign_name_is_not_mended() -> None:
    assert ENGINE.reply("Кто встречался с Ли Шэньчжэном?", NEW, NOW).result.why.corrected == ""
    assert ENGINE.reply("Кто такой Ли Шэнчжен?", NEW, NOW).result.why.corrected != ""


def test_a_question_word_as_it_sounds_is_not_told_as_mended() -> None:
    assert _reply("хто вёл совещание?").why.corrected == ""


def test_time_between_them_is_between_the_two_of_a_chain() -> None:
    result = _last_reply("Когда второе совещание?", "А первое?", "А сколько между ними прошло?")
    assert isinstance(result, Answer)
    assert [one.id for one in result.events] == ["first", "second"]


def test_who_did_more_of_two_named_counts_no_people() -> None:
    assert not isinstance(_reply("Кто сделал больше заявлений, Рейн или Озола?"), Answer)


def test_who_is_there_is_asked_of_the_event_told_of_last() -> None:
    assert isinstance(_last_reply("Когда второе совещание?", "а кто там председательствует?"), Refusal)
    first = _last_reply("Где прошло первое совещание?", "а кто там председательствовал?")
    assert isinstance(first, Answer)
    assert [one.fact.id for one in first.shown] == ["chair"]


def test_a_summary_is_told_in_one_sentence_and_to_anybody() -> None:
    short = _last_reply("о чём статья?", "а одним предложением?")
    assert isinstance(short, Answer)
    assert len(short.shown) == 1
    assert isinstance(_reply("перескажи статью простыми словами бабушке"), Answer)


def test_what_a_side_does_is_asked_in_place_of_another() -> None:
    result = _last_reply("Что намерена сделать Эстония?", "а Латвия что?")
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["locks"]


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Кто это говорит, что доклад Даля удачный?", "Илга Озола."),
        ("Кому принадлежат слова о том, что доклад Даля удачен?", "Илга Озола."),
        ("Кто автор мнения «доклад Даля удачный»?", "Илга Озола."),
        ("Этот человек председательствовал на первом совещании. Назовите его.", "Марк Рейн."),
        ("Рига или Таллин? Первое совещание", "Рига."),
        ("Месяц второго совещания. Варианты: июнь, август, сентябрь", "Сентябрь 2021 года."),
        ("Сколько мес прошло между первым и вторым совещанием?", "От 5 до 6 месяцев"),
        ("Правда что второе совещание опять в Риге?", "Нет"),
        ("Верю не верю: второе совещание в Риге", "Нет"),
    ],
)
def test_what_is_asked_in_another_order_is_answered_as_asked(question: str, line: str) -> None:
    assert _first_line(question).startswith(line)


@pytest.mark.parametrize(
    ("follow_up", "line"),
    [
        ("а кто так считает?", "Илга Озола."),
        ("Это сам Рейн сказал?", "Нет: Илга Озола."),
        ("это прям Озола так сказала?", "Да."),
    ],
)
def test_who_said_what_was_told_last(follow_up: str, line: str) -> None:
    told = ENGINE.reply("Удачен ли доклад Даля?", NEW, NOW)
    result = ENGINE.reply(follow_up, told.conversation, NOW).result
    assert isinstance(result, Answer), result
    assert result.lead is not None, result
    assert leads.render(result.lead).startswith(line)


def test_a_post_is_asked_after_its_description() -> None:
    result = _reply("Он глава порта. Кто?")
    assert isinstance(result, Answer), result
    assert result.shown[0].fact.id == "rein"


@pytest.mark.parametrize(
    "question",
    [
        "На сколько месяцев позже первого совещания пройдёт второе?",
        "Насколько раньше второго совещания прошло первое?",
        "За сколько месяцев до второго совещания прошло первое?",
        "Через сколько после первого совещания второе?",
    ],
)
def test_dates_apart_are_counted_from_either(question: str) -> None:
    assert _first_line(question).startswith("От 5 до 6 месяцев")


@pytest.mark.parametrize(
    "question", ["За сколько дней до совещания подать заявку?", "На сколько дней позже начали?"]
)
def test_one_date_alone_tells_no_length(question: str) -> None:
    result = _reply(question)
    assert not (isinstance(result, Answer) and isinstance(result.lead, SpanLead))
