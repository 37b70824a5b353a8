"""What people write beside a question or instead of one: thanks, a number of their own, a day alone."""

from __future__ import annotations

import pytest

from bot.replies.answers import leads
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import (
    Answer,
    AnswerForm,
    Polarity,
    Refusal,
    Result,
    SmallTalk,
    Wish,
    YesNoLead,
)
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: observatory
title: Съезд обсерваторий
about: съезде обсерваторий
publisher: Вестник
published: "2023-05-12"
examples: [Когда съезд?]
""",
    "people.yaml": """
- {id: tarasova, name: Нина Тарасова, post: директор обсерватории, side: Армения}
- {id: keller, name: Юрген Келлер, post: посол Австрии, side: Австрия}
""",
    "events.yaml": """
- id: first
  title: Первый съезд обсерваторий
  when: "2023-05-11"
  where: Ереван
  order: 1
  people: [{id: tarasova, role: chair}]
- {id: second, title: Второй съезд обсерваторий, when: "2024-09", where: Вена, follows: first, order: 2}
- {id: talk, title: Встреча послов, when: "2022-10", where: Гюмри}
""",
    "facts.yaml": """
- id: place
  says: Первый съезд обсерваторий прошёл в Ереване.
  topic: t
  about: [first]
  questions: [Где прошёл первый съезд?, В каком городе был съезд?, место съезда]
- id: day
  says: Съезд обсерваторий состоялся 11 мая 2023 года.
  topic: t
  about: [first]
  questions: [Когда был съезд?, Какого числа прошёл съезд?, дата съезда]
- id: next
  says: Второй съезд проведут в Вене в сентябре 2024 года.
  topic: t
  about: [second]
  questions: [Где пройдёт второй съезд?, Когда второй съезд?, Где и когда встретятся снова?]
- id: report
  says: О съезде сообщил 12 мая 2023 года «Вестник».
  topic: t
  questions: [Кто сообщил о съезде?, Какого числа вышла новость?, дата публикации]
- id: chair
  says: На съезде председательствовала Нина Тарасова.
  topic: t
  about: [first]
  people: [{id: tarasova, role: chair}]
  questions: [Кто председательствовал на съезде?, Кто вёл съезд?, председатель съезда]
- id: lamps
  says: Армения намерена приглушить фонари у обсерватории.
  topic: t
  said_by: Армения
  questions: [Что намерена сделать Армения?, Приглушат ли фонари?, Что будет с фонарями?]
- id: lens
  says: Армянская сторона назвала новую линзу самой чистой.
  topic: t
  said_by: Армения
  questions: [Как Армения назвала линзу?, Что сказала Армения о линзе?, Какая линза самая чистая?]
- id: met
  says: Осенью послы двух стран встретились в Гюмри.
  topic: t
  about: [talk]
  where: Гюмри
  questions: [Где встретились послы?, Кто встречался в Гюмри?, Что произошло в Гюмри?]
- id: task
  says: Встретившись в Гюмри, послы дали поручение о новом куполе.
  topic: t
  about: [talk]
  where: Гюмри
  questions: [Какое поручение дали послы?, О чём поручение послов?, Кто поручил построить купол?]
- id: posts
  says: Юрген Келлер — посол Австрии.
  topic: t
  people: [{id: keller, role: member}]
  questions: [Кто такой Келлер?, Кто посол Австрии?, должность Келлера]
""",
    "terms.yaml": "topics: {t: Съезд}\n",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def ask(engine: Engine, *messages: str) -> Result:
    """The result of the last of several messages."""
    conversation = NEW
    for message in messages:
        turn = engine.reply(message, conversation, NOW)
        conversation = turn.conversation
    return turn.result


def first_line(engine: Engine, *messages: str) -> str:
    result = ask(engine, *messages)
    assert isinstance(result, Answer), result
    assert result.lead is not None, result
    return leads.render(result.lead)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("всё спс, побежал на урок", SmallTalk.THANKS),
        ("Понятно, благодарю вас", SmallTalk.THANKS),
        ("Благодарю за оперативность.", SmallTalk.THANKS),
        ("круто, потом ещё поболтаем", SmallTalk.PRAISE),
        ("А как вами пользоваться? Я в этом не силён.", SmallTalk.HELP),
    ],
)
def test_thanks_that_go_on_are_no_question(engine: Engine, message: str, kind: SmallTalk) -> None:
    result = ask(engine, "Когда был съезд?", message)
    assert isinstance(result, Answer)
    assert result.small_talk is kind


@pytest.mark.parametrize(
    "message",
    ["спасибо, а где?", "Спасибо. Когда второй съезд?", "круто, а кто вёл съезд", "спасибо, Келлер"],
)
def test_thanks_before_a_question_hide_nothing(engine: Engine, message: str) -> None:
    result = ask(engine, "Когда был съезд?", message)
    assert not (isinstance(result, Answer) and result.small_talk)


@pytest.mark.parametrize(
    ("message", "wish"),
    [
        ("напомни мне купить молоко", Wish.ACT),
        ("покороче отвечай плиз", Wish.ACT),
        ("Прошу впредь давать ответы без вводных слов", Wish.ACT),
        ("Подпишите на обновления, пожалуйста", Wish.FOLLOW),
        ("Прошу прекратить направлять мне сообщения.", Wish.STOP),
        ("где почитать оригинал", Wish.SOURCE),
        ("ответ неверный", Wish.REPORT),
        ("сообщай о новых событиях", Wish.FOLLOW),
    ],
)
def test_wishes_to_the_bot_in_a_formal_or_a_loose_tone(engine: Engine, message: str, wish: Wish) -> None:
    result = ask(engine, message)
    assert isinstance(result, Answer)
    assert result.wish is wish


@pytest.mark.parametrize(
    "message", ["Вопрос 5 кто вёл съезд", "3) кто вёл съезд?", "вопрос №2: Кто председательствовал?"]
)
def test_the_number_that_an_asker_gives_to_a_question_is_left_out(engine: Engine, message: str) -> None:
    assert first_line(engine, message) == "Нина Тарасова."


def test_a_title_before_a_name_says_nothing(engine: Engine) -> None:
    assert first_line(engine, "Какую должность занимает г-н Келлер?") == "Посол Австрии."


@pytest.mark.parametrize(
    ("messages", "line"),
    [
        (("Когда был съезд?", "12 числа?"), "Нет: четверг, 11 мая 2023 года."),
        (("Когда был съезд?", "а 11 числа?"), "Да."),
        (("Когда второй съезд?", "в октябре?"), "Нет: сентябрь 2024 года."),
        (("Когда второй съезд?", "раньше октября?"), "Да."),
    ],
)
def test_a_day_alone_is_held_against_the_event_told_of(
    engine: Engine, messages: tuple[str, ...], line: str
) -> None:
    assert first_line(engine, *messages) == line


@pytest.mark.parametrize("message", ["какого это числа всё было", "в какой день всё происходило"])
def test_a_question_that_names_nothing_is_of_the_main_event(engine: Engine, message: str) -> None:
    assert "11 мая" in first_line(engine, message)


def test_a_spoken_word_for_the_next_one_is_no_slip_of_another(engine: Engine) -> None:
    assert first_line(engine, "некст съезд когда") == "Сентябрь 2024 года."


def test_theses_of_a_side_are_all_that_it_said(engine: Engine) -> None:
    result = ask(engine, "перечислите все тезисы Армении, изложенные в заметке")
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["lamps", "lens"]


def test_a_noun_after_a_verb_is_counted_too(engine: Engine) -> None:
    result = ask(engine, "сколько было линз")
    assert isinstance(result, Refusal) or result.form is AnswerForm.HOW_MANY
    assert isinstance(ask(engine, "сколько всего было послов и линз"), Refusal)


@pytest.mark.parametrize("message", ["что решили в Гюмри", "о чём договорились послы в Гюмри?"])
def test_what_came_of_an_event_goes_before_that_it_took_place(engine: Engine, message: str) -> None:
    result = ask(engine, message)
    assert isinstance(result, Answer), result
    assert [one.fact.id for one in result.shown] == ["task"]


@pytest.mark.parametrize(
    "message",
    [
        "Правда ли, что Тарасова вела съезд?",
        "Тарасова председательствовала от Армении, да?",
        "съезд в Ереване вела Тарасова?",
    ],
)
def test_a_role_at_an_event_is_confirmed_by_its_record(engine: Engine, message: str) -> None:
    assert first_line(engine, message) == "Да."


@pytest.mark.parametrize("message", ["Келлер вёл съезд?", "Тарасова вела второй съезд?"])
def test_a_role_that_the_record_lacks_is_not_confirmed(engine: Engine, message: str) -> None:
    result = ask(engine, message)
    assert isinstance(result, Refusal) or first_line(engine, message) != "Да."


def test_talks_led_from_a_side_are_no_body_that_is_headed(engine: Engine) -> None:
    result = ask(engine, "Тарасова вела переговоры с армянской стороны?")
    lead = result.lead if isinstance(result, Answer) else None
    assert not (isinstance(lead, YesNoLead) and lead.polarity is Polarity.NO)


@pytest.mark.parametrize(
    "messages",
    [
        ("Кто такая Тарасова?", "когда она стала директором?"),
        ("Какую должность занимает Тарасова?", "с какого года она её занимает?"),
        ("когда Тарасова заняла пост директора обсерватории",),
    ],
)
def test_the_day_of_an_event_is_not_since_when_somebody_holds_a_post(
    engine: Engine, messages: tuple[str, ...]
) -> None:
    assert isinstance(ask(engine, *messages), Refusal)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("второй съезд будет до октября?", "Да."),
        ("второй съезд будет после августа 2024?", "Да."),
        ("второй съезд позже 2024 года?", "Нет: сентябрь 2024 года."),
        ("первый съезд прошёл до 12 мая?", "Да."),
        ("первый съезд прошёл после 11 мая?", "Нет: четверг, 11 мая 2023 года."),
        ("второй съезд будет до 15 сентября?", "Точный день не назван: сентябрь 2024 года."),
    ],
)
def test_before_and_after_a_day_are_no_day(engine: Engine, message: str, line: str) -> None:
    assert first_line(engine, message) == line


def test_who_reported_an_event_is_not_who_led_it(engine: Engine) -> None:
    result = ask(engine, "кто сообщил о съезде?")
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["report"]
