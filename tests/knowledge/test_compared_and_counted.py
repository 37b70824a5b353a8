"""Comparisons, spans of time, hours and whereabouts: what a base that is silent on them must not answer."""

from __future__ import annotations

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_files
from knowledge.results import (
    Answer,
    DigestLead,
    ExtremeLead,
    Lead,
    Polarity,
    Refusal,
    Result,
    SpanLead,
    ValueLead,
    YesNoLead,
)
from tests.knowledge.sample_base import NOW

_FILES = {
    "source.yaml": """
id: tram
title: Новая трамвайная линия
about: новой трамвайной линии
publisher: Вестник
published: "2026-05-05"
examples: [Когда откроют линию?]
""",
    "people.yaml": """
- {id: serov, name: Пётр Серов, post: начальник депо, side: депо}
- {id: belykh, name: Инна Белых, post: кондуктор}
- {id: kotov, name: Лев Котов, post: учитель}
- {id: zimin, name: Егор Зимин, post: главный художник линии}
- {id: orlov, name: Олег Орлов, post: бывший машинист линии}
- {id: lukina, name: Анна Лукина, post: мэр Калуги, side: город}
""",
    "events.yaml": """
- {id: protest, title: Протест жителей, when: "2026-06-12/2026-06-20"}
- {id: laying, title: Укладка рельсов, when: "2026-03-10", where: Тула}
- id: opening
  title: Открытие линии
  when: "2026-06-10"
  where: Калуга
  order: 1
  people: [{id: serov, role: member}, {id: lukina, role: host}]
""",
    "facts.yaml": """
- id: opening
  says: Линию откроют 10 июня 2026 года на вокзале.
  topic: tram
  about: [opening]
  when: "2026-06-10"
  questions: [Когда откроют линию?, Где откроют линию?, Когда пустят трамвай?]
- id: rails
  says: Рельсы уложили 10 марта 2026 года.
  topic: tram
  about: [laying]
  when: "2026-03-10"
  questions: [Когда уложили рельсы?, Рельсы когда?, Когда была укладка рельсов?]
- id: depo
  says: Начальник депо — Пётр Серов.
  topic: tram
  about: [opening]
  people: [{id: serov, role: member}]
  questions: [Кто начальник депо?, Кто руководит депо?, Кто главный в депо?]
- id: mayor
  says: Мэр Калуги — Анна Лукина.
  topic: tram
  about: [opening]
  people: [{id: lukina, role: member}]
  questions: [Кто мэр Калуги?, Как зовут мэра?, Кто руководит Калугой?]
- id: gap
  says: В часы пик трамваи ходят каждые четыре минуты, в остальное время — каждые девять.
  topic: tram
  questions: [Как часто ходят трамваи?, Сколько ждать трамвая?, Какой интервал в час пик?]
- id: hours
  says: Остановки открыты с 5:40 до 0:30.
  topic: tram
  questions:
    [Когда открыты остановки?, До скольки открыты остановки?, Во сколько их открывают?, С которого часа?]
- id: cost
  says: Линия обошлась в 61 миллиард рублей, 70% этих денег дал областной бюджет.
  topic: tram
  questions: [Во сколько обошлась линия?, Сколько денег дал областной бюджет?, Какую долю дал бюджет?]
- id: deep
  says: Выше всех стоит остановка «Гора», 47 метров, ниже всех — «Луг», девять метров.
  topic: tram
  questions: [Какая остановка выше всех?, Какая остановка самая высокая?, Какая остановка ниже всех?]
- id: driver
  says: Серов водил трамваи девятнадцать лет.
  topic: tram
  people: [{id: serov, role: member}]
  questions: [Кем был Серов раньше?, Что делал Серов до депо?, Водил ли Серов трамваи?]
- id: guests
  says: На открытие линии приедут Пётр Серов и Анна Лукина.
  topic: tram
  about: [opening]
  people: [{id: serov, role: member}, {id: lukina, role: host}]
  questions: [Кто приедет на открытие линии?, Кого ждут на открытии?, Кто будет на открытии линии?]
- id: court
  says: По решению суда депо осталось на старом месте.
  topic: tram
  questions: [Что решил суд?, Где останется депо?, Переедет ли депо?]
- id: watch
  says: Кондуктор Инна Белых остановила на линии пассажира Льва Котова.
  topic: tram
  people: [{id: belykh, role: member}, {id: kotov, role: member}]
  questions: [Кто был кондуктором на линии?, Кого остановили?, Кто остановил пассажира?]
- id: verdict
  says: Протест отклонили 20 июня 2026 года.
  topic: tram
  about: [protest]
  when: "2026-06-20"
  questions: [Когда отклонили протест?, Что с протестом?, Чем кончился протест?]
- id: trip
  says: В пробный рейс поехали семнадцать человек, шестеро из них были в форме.
  topic: tram
  questions: [Сколько человек поехало в пробный рейс?, Кто поехал в рейс?, Сколько человек были в форме?]
- id: delay
  says: Пробный рейс отложили на день из-за грозы.
  topic: tram
  questions: [Почему отложили пробный рейс?, Из-за чего задержали рейс?, Почему рейс не состоялся вовремя?]
- id: dogs
  says: С собаками пускают только в последний вагон, в первый не пускают совсем.
  topic: tram
  questions: [Куда пускают с собаками?, Можно ли с собаками?, Куда не пускают с собаками?]
- id: ticket
  says: Проездной продают в кассе вокзала.
  topic: tram
  questions: [Сколько стоит проездной?, Где купить проездной?, Где продают проездной?]
""",
    "terms.yaml": "synonyms: []\ntopics: {tram: Трамвай}\n",
}
ENGINE = Engine(load_files({name: text.encode() for name, text in _FILES.items()}))


def reply(question: str) -> Result:
    return ENGINE.reply(question, NEW, NOW).result


@pytest.mark.parametrize(
    "question",
    [
        "Серов был в Туле?",
        "Лукина была в Москве?",
        "Лукина приезжала в Тулу?",
        "Серов не был в Туле?",
    ],
)
def test_who_was_where_is_not_denied_by_the_place_of_an_event(question: str) -> None:
    assert isinstance(reply(question), Refusal)


def test_who_was_where_is_confirmed_by_a_record() -> None:
    result = reply("Серов будет в Калуге?")
    assert isinstance(result, Answer)
    assert isinstance(result.lead, YesNoLead)
    assert result.lead.polarity is Polarity.YES


@pytest.mark.parametrize(
    "question",
    [
        "Кто главнее в депо?",
        "Кто старше, Серов или Лукина?",
        "Какая остановка красивее?",
        "Что важнее, депо или линия?",
    ],
)
def test_a_comparison_by_what_is_not_held_is_refused(question: str) -> None:
    assert isinstance(reply(question), Refusal)


@pytest.mark.parametrize(
    ("question", "named"), [("Какая остановка выше?", "Гора"), ("Какая остановка ниже?", "Луг")]
)
def test_the_thing_compared_stands_in_the_first_line(question: str, named: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, ExtremeLead)
    assert named in result.lead.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Сколько процентов дал областной бюджет?", "70%"),
        ("С какого часа открыты остановки?", "С 5:40"),
        ("Сколько лет Серов водил трамваи?", "Девятнадцать лет"),
        ("Сколько ждать трамвая в час пик?", "Каждые четыре минуты"),
    ],
)
def test_the_value_of_the_kind_asked_for_comes_first(question: str, held: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, ValueLead), result
    assert result.lead.held == held


@pytest.mark.parametrize(
    "question",
    [
        "Сколько месяцев прошло между укладкой рельсов и открытием линии?",
        "Через сколько месяцев после укладки рельсов откроют линию?",
    ],
)
def test_a_span_between_two_events_is_computed(question: str) -> None:
    result = reply(question)
    assert isinstance(result, Answer)
    assert isinstance(result.lead, SpanLead)
    assert (result.lead.low, result.lead.unit) == (3, "month")


def test_an_age_is_not_what_a_length_of_service_says() -> None:
    assert isinstance(reply("Сколько лет Серову?"), Refusal)


def test_an_example_word_for_word_is_answered_by_its_fact() -> None:
    result = reply("Сколько стоит проездной?")
    assert isinstance(result, Answer)
    assert [one.fact.id for one in result.shown] == ["ticket"]


def test_what_is_left_of_a_whole_is_counted_only_of_what_is_denied_of_the_part() -> None:
    rest = reply("Сколько человек не были в форме?")
    assert isinstance(rest, Answer)
    assert rest.rule == "rest-of-whole"
    whole = reply("Сколько человек не поехало в пробный рейс?")
    assert whole.rule != "rest-of-whole"


def test_why_it_was_put_off_does_not_say_why_it_was_not() -> None:
    assert isinstance(reply("Почему не задержали рейс?"), Refusal)


def test_a_place_where_it_is_allowed_does_not_lead_an_answer_on_where_it_is_not() -> None:
    result = reply("Куда не пускают с собаками?")
    assert isinstance(result, Answer)
    assert not isinstance(result.lead, ValueLead) or "последний" not in str(result.lead.held)


@pytest.mark.parametrize(
    ("question", "polarity"),
    [
        ("А Серов там будет?", Polarity.YES),
        ("А Лукина там будет?", Polarity.YES),
        ("А Петренко там будет?", Polarity.SET),
    ],
)
def test_who_is_there_is_asked_of_the_main_event_or_of_that_told_last(
    question: str, polarity: Polarity
) -> None:
    cold = leads_of(question)[-1]
    after = leads_of("Когда откроют линию?", question)[-1]
    assert isinstance(cold, YesNoLead)
    assert isinstance(after, YesNoLead)
    assert (cold.polarity, after.polarity) == (polarity, polarity)


def test_an_event_that_names_nobody_does_not_say_who_was_there() -> None:
    assert leads_of("Когда уложили рельсы?", "А Серов там был?")[-1] is None


@pytest.mark.parametrize(
    ("question", "polarity"),
    [("А кто ещё?", Polarity.SET), ("Они вдвоём?", Polarity.YES), ("Они там втроём?", Polarity.SET)],
)
def test_follow_ups_on_the_people_told_last(question: str, polarity: Polarity) -> None:
    lead = leads_of("Кто приедет на открытие линии?", question)[-1]
    assert isinstance(lead, YesNoLead)
    assert lead.polarity is polarity


def leads_of(*questions: str) -> list[Lead | None]:
    """The first lines of one conversation's replies; None of a refusal."""
    conversation, leads = NEW, []
    for question in questions:
        turn = ENGINE.reply(question, conversation, NOW)
        conversation = turn.conversation
        leads.append(turn.result.lead if isinstance(turn.result, Answer) else None)
    return leads


@pytest.mark.parametrize("question", ["Кто художник линии?", "Кто главный художник?"])
def test_a_post_that_only_a_record_tells_has_its_holder(question: str) -> None:
    lead = leads_of(question)[-1]
    assert isinstance(lead, DigestLead)
    assert (lead.title, lead.about) == ("Егор Зимин", "главный художник линии")


@pytest.mark.parametrize(
    "question",
    ["Кто машинист линии?", "Кто художник депо?", "Кто инженер линии?", "Кто из художников линии?"],
)
def test_a_post_of_another_or_held_no_more_has_none(question: str) -> None:
    assert not isinstance(leads_of(question)[-1], DigestLead)


@pytest.mark.parametrize(
    "question", ["Зимин был на пробном рейсе?", "Лукина была в депо?", "Был ли Орлов на пробном рейсе?"]
)
def test_the_people_of_another_fact_do_not_deny_that_somebody_was_there(question: str) -> None:
    lead = leads_of(question)[-1]
    assert not isinstance(lead, YesNoLead) or lead.polarity is Polarity.SET


def test_a_court_is_no_judge() -> None:
    assert isinstance(reply("Кто судья?"), Refusal)


def test_of_the_people_of_a_fact_the_one_of_the_post_leads() -> None:
    lead = leads_of("Кто был на линии кондуктором?")[-1]
    assert isinstance(lead, ValueLead)
    assert isinstance(lead.held, tuple)
    assert [one.person.name for one in lead.held] == ["Инна Белых"]


def test_a_verb_of_its_own_day_dates_a_span_before_the_event_of_its_noun() -> None:
    lead = leads_of("Через сколько дней после открытия линии отклонили протест?")[-1]
    assert isinstance(lead, SpanLead)
    assert (lead.low, lead.high, lead.unit) == (10, 10, "day")


@pytest.mark.parametrize(
    "question", ["Кто фактически мэр Калуги?", "Когда наконец-то откроют долгожданную линию?"]
)
def test_words_of_mood_turn_no_question_away(question: str) -> None:
    assert isinstance(reply(question), Answer)


def test_a_denial_after_whose_words_they_are_is_the_question_s_own() -> None:
    assert leads_of("По чьему мнению, протест не отклонили?")[-1] is None
