"""What the drafter reads of a text: source, dates, people, places, speakers, events and their chain."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.drafting.article.article_text import read_article
from knowledge.drafting.article.publication_date import publication_date
from knowledge.drafting.article.sentence_splitter import split_sentences
from knowledge.drafting.clauses.clause import read_clause
from knowledge.drafting.clauses.clause_splitting import split_clauses
from knowledge.drafting.clauses.tense import is_about_future, is_in_present
from knowledge.drafting.events.event_mentions import mentions_of
from knowledge.drafting.grammar.inflection import text_in
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.mentions.name_runs import name_runs
from knowledge.drafting.mentions.places import places_of
from knowledge.drafting.mentions.resolved_dates import times_of
from knowledge.drafting.people.article_people import People
from knowledge.drafting.people.attribution import attributions
from knowledge.drafting.statements.reading import read_statements

TODAY = date(2026, 11, 27)
PUBLISHED = date(2015, 12, 2)


@pytest.mark.parametrize(
    ("head", "place", "publisher"),
    [
        ("Казань, 2 декабря /Вести/ -- Форум открылся. Он прошёл тихо.", "Казань", "Вести"),
        ("КАЗАНЬ, 2 декабря 2020 года. «Вести» — Форум открылся.", "Казань", "«Вести»"),
        ("Форум\nГазета «Вести», 2 декабря 2020 года\nФорум открылся вчера.", None, "Газета «Вести»"),
        ("Форум\nОпубликовано 2 декабря 2020 года, сайт музея\nФорум открылся вчера.", None, "сайт музея"),
    ],
)
def test_datelines_and_headers(head: str, place: str | None, publisher: str) -> None:
    article = read_article(head)
    assert (article.dateline.place, article.dateline.publisher) == (place, publisher)
    assert article.dateline.date is not None
    assert article.dateline.date.day == 2
    assert article.paragraphs[0].text.startswith("Форум открылся")
    assert article.paragraphs[0].number == 1


def test_the_year_of_publication_comes_from_what_was_still_to_come() -> None:
    article = read_article("Казань, 2 декабря /Вести/ -- Стороны договорились встретиться в июне 2016 года.")
    found = publication_date(article, TODAY)
    assert (found.day, found.stated) == (date(2015, 12, 2), False)
    assert str(found.evidence) == "2016-06"


@pytest.mark.parametrize(
    ("text", "future", "when"),
    [
        ("Форум открылся во вторник", False, "2015-12-01"),
        ("Форум откроется во вторник", True, "2015-12-08"),
        ("Форум открылся вчера", False, "2015-12-01"),
        ("После сентябрьского визита", False, "2015-09"),
        ("Стороны на днях встретились", False, "../2015-12-01"),
        ("Форум пройдёт с 5 по 7 января", True, "2016-01-05/2016-01-07"),
        ("Форум пройдёт в июне 2016 года", True, "2016-06"),
        ("Двери откроют 5 декабря в 19:30", True, "2015-12-05T19:30"),
        ("Матч пройдёт 5 декабря в Казани, начало в 19:00", True, "2015-12-05T19:00"),
        ("Два года назад он уехал", False, "2013"),
    ],
)
def test_times_are_counted_from_publication(text: str, future: bool, when: str) -> None:
    assert [str(one.when) for one in times_of(text, words_of(text), PUBLISHED, future=future)] == [when]


def test_without_a_day_of_publication_nothing_is_counted_from_it() -> None:
    for text in (
        "Форум открылся вчера",
        "Форум откроется во вторник",
        "Форум открылся 5 мая",
        "На днях решили",
    ):
        assert times_of(text, words_of(text), None, future=None) == []
    (told,) = times_of(text := "С 3 по 10 июня 2024 года воды нет", words_of(text), None, future=None)
    assert str(told.when) == "2024-06-03/2024-06-10"


def test_a_text_without_a_date_was_published_before_what_it_announces() -> None:
    article = read_article(
        "С 3 по 10 июня 2024 года воды не будет. Заменят трубы, которые проложили в 1987 году."
    )
    found = publication_date(article, TODAY)
    assert (str(found.day), found.stated, found.has_day) == ("2024-06-02", False, False)
    assert str(found.evidence) == "2024-06-03/2024-06-10"


@pytest.mark.parametrize(
    ("text", "future"),
    [("Инженер просит закрыть краны до понедельника", True), ("Инженер просил закрыть краны", False)],
)
def test_what_is_asked_for_is_still_to_come(text: str, future: bool) -> None:
    assert is_about_future(read_clause(text)) is future


@pytest.mark.parametrize("text", ["Музей открыт ежедневно, кроме понедельника", "По субботам пекут больше"])
def test_a_recurring_day_is_no_date(text: str) -> None:
    assert times_of(text, words_of(text), PUBLISHED, future=None) == []


def test_people_have_nominative_names_posts_and_sides() -> None:
    text = (
        "Встреча прошла под председательством министра юстиции США Лоретты Линч и мэра Казани Ивана Петрова."
    )
    people = People()
    words = words_of(text)
    for run in name_runs(words):
        people.add(words, run, text)
    assert [(one.name, one.post, one.side) for one in people.found] == [
        ("Лоретта Линч", "министр юстиции США", "США"),
        ("Иван Петров", "мэр Казани", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Дом стоит на улице Ленина.",
        "Это музей имени Пушкина.",
        "На острове Сухом живут рыбаки.",
        "Мастера из Луговского района не платят.",
    ],
)
def test_a_name_in_an_address_is_nobody_who_takes_part(text: str) -> None:
    assert list(name_runs(words_of(text))) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Она возглавила музей, сменив на этом посту Марину Котову", "Марина Котова"),
        ("Вечером вручили приз Марину Котову", "Марин Котов"),
    ],
)
def test_the_object_of_a_verb_is_named_by_its_accusative(text: str, name: str) -> None:
    words = words_of(text)
    people = People()
    assert [people.add(words, run, text).name for run in name_runs(words)] == [name]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("С октября музей показывает карты", "2015-10"),
        ("В марте музей открывает новый зал", "2016-03"),
        ("Музей в октябре показал карты", "2015-10"),
        ("Осенью музей показывает карты", None),
    ],
)
def test_of_what_is_told_in_the_present_a_month_is_to_come_unless_it_lasts_since(
    text: str, when: str | None
) -> None:
    clause = read_clause(text)
    found = times_of(
        text,
        clause.words,
        PUBLISHED,
        future=is_about_future(clause),
        present=is_in_present(clause),
    )
    assert [str(one.when) for one in found] == ([when] if when else [])


def test_what_is_counted_is_no_event_and_a_pointing_word_is_no_part_of_a_title() -> None:
    def titles(text: str) -> list[str]:
        return [one.title for one in mentions_of(words_of(text), text)]

    assert titles("За неделю прошло двадцать матчей") == []
    assert titles("Этот матч начался в 12:00") == ["Матч"]


def test_a_particle_leaves_with_the_pronoun_and_nobody_tells_of_himself() -> None:
    text = (
        "Тверь, 2 декабря 2015 года\nТренер Игорь Котов приехал. Он же набрал команду. Мы поговорили с ним."
    )
    found = read_statements(read_article(text), PUBLISHED).statements
    assert [one.text for one in found] == ["Тренер Игорь Котов приехал.", "Игорь Котов набрал команду."]


@pytest.mark.parametrize(
    ("asked", "answer", "told"),
    [
        (
            "Сколько стоит один улей?",
            "Шесть тысяч рублей.",
            "По словам Ивана Зимина, один улей стоит шесть тысяч рублей.",
        ),
        ("Как долго зимует семья?", "Пять месяцев.", "По словам Ивана Зимина, семья зимует пять месяцев."),
        ("Где стоит пасека?", "В деревне Ключи.", "По словам Ивана Зимина, пасека стоит в деревне Ключи."),
        ("Когда вы открыли школу?", "В мае 2014 года.", "Иван Зимин открыл школу в мае 2014 года."),
    ],
)
def test_a_short_answer_is_told_with_the_words_of_its_question(asked: str, answer: str, told: str) -> None:
    article = read_article(
        f"Тверь, 2 декабря 2015 года\nНа пасеке работает Иван Зимин.\n— {asked}\n— {answer}"
    )
    assert read_statements(article, PUBLISHED).statements[-1].text == told


def test_places_are_in_the_nominative() -> None:
    text = "Маяк стоит на острове Сухом"
    assert [one.name for one in places_of(words_of(text), text)] == ["остров Сухой"]
    text = "Дом стоит в деревне Ключи"
    assert [one.name for one in places_of(words_of(text), text)] == ["деревня Ключи"]
    text = "Турнир прошёл в Нижнем Новгороде на стадионе «Труд»"
    assert [one.name for one in places_of(words_of(text), text)] == ["Нижний Новгород", "стадион «Труд»"]


def test_a_place_is_one_place_in_the_words_of_a_sentence() -> None:
    text = "В каждом районе будет пасека, в любом городе — улей."
    assert places_of(words_of(text), text) == []
    text = "В Твери открылась школа"
    assert [one.phrase_of(text) for one in places_of(words_of(text), text)] == ["в Твери"]


@pytest.mark.parametrize(
    ("phrase", "form"),
    [("лучшие ученики", "лучших учениках"), ("высшая награда", "высшей награде")],
)
def test_a_superlative_stays_the_one_that_was_written(phrase: str, form: str) -> None:
    assert text_in(phrase, "loct") == form


def test_abbreviations_initials_and_quotations_end_no_sentence() -> None:
    text = "Дом на ул. Мира в 12 тыс. рублей купил И. И. Лось. «Рады. Очень», — сказал он."
    assert split_sentences(text) == [
        "Дом на ул. Мира в 12 тыс. рублей купил И. И. Лось.",
        "«Рады. Очень», — сказал он.",
    ]


@pytest.mark.parametrize(
    ("sentence", "clause", "said"),
    [
        ("«Мост открыт», — сказала Анна Лось.", "Мост открыт", "сказала Анна Лось"),
        ("По словам Анны Лось, мост открыт.", "Мост открыт.", "Анны Лось"),
        ("Анна Лось сообщила, что мост открыт.", "Мост открыт.", "Анна Лось сообщила"),
        ("Мост открыт.", "Мост открыт.", None),
    ],
)
def test_attributions(sentence: str, clause: str, said: str | None) -> None:
    (found,) = attributions(sentence)
    assert (found.clause, found.said) == (clause, said)


def test_clauses_of_one_subject_stand_by_themselves() -> None:
    assert split_clauses("Главы двух стран провели встречу в Риме и дали важные указания о мире.") == [
        "Главы двух стран провели встречу в Риме",
        "Главы двух стран дали важные указания о мире",
    ]
    assert split_clauses("Стороны, разделяя общие интересы, готовы к сотрудничеству.") == [
        "Стороны готовы к сотрудничеству",
        "Стороны разделяют общие интересы",
    ]


def test_the_subject_is_found_around_the_verb() -> None:
    subjects = [
        "Для успеха стороны должны спешить",
        "В мае пройдёт выставка «Часы»",
        "Матч посетили 300 зрителей",
    ]
    found = [read_clause(text).subject_text for text in subjects]
    assert found == ["стороны", "выставка «Часы»", "300 зрителей"]


def test_events_make_a_chain_and_words_have_their_speaker() -> None:
    text = (
        "Казань, 2 декабря 2015 года /Вести/ -- Об этом заявил мэр Иван Петров, выступая во вторник "
        "в Казани на форуме.\nПо его словам, город ждёт зиму. "
        "Стороны договорились провести второй форум в июне 2016 года в Перми."
    )
    reading = read_statements(read_article(text), PUBLISHED)
    first, second = reading.events.found
    assert (str(first.when), first.where, second.order, second.follows) == ("2015-12-01", "Казань", 2, first)
    said = next(one for one in reading.statements if "ждёт зиму" in one.text)
    assert said.speaker is not None
    assert said.speaker.name == "Иван Петров"
    assert said.text == "По словам Ивана Петрова, город ждёт зиму."


@pytest.mark.parametrize(
    "text",
    ["Паром «Анна Дурова» встал на ремонт.", "Он окончил школу «Иван Бунин»", "Улица «Бунин» закрыта."],
)
def test_a_thing_in_quotes_is_no_person(text: str) -> None:
    assert not list(name_runs(words_of(text)))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Паром ходит до 8 ноября.", "../2026-11-08"),
        ("Выставка открыта по 20 декабря.", "../2026-12-20"),
        ("Паром ходит с 5 мая до 8 ноября.", "2026-05-05/2026-11-08"),
        ("Паром встанет 8 ноября.", "2026-11-08"),
        ("Паромов два, первый — 8 ноября.", "2026-11-08"),
    ],
)
def test_the_last_day_is_an_open_span(text: str, when: str) -> None:
    (one,) = times_of(text, words_of(text), date(2026, 6, 1), future=None)
    assert str(one.when) == when


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Об этом сказал мэр Усть-Каменки Андрей Лапшин.", "Андрей Лапшин", "мэр Усть-Каменки"),
        ("Слова мэра Усть-Каменки Андрея Лапшина", "Андрея Лапшина", "мэра Усть-Каменки"),
        ("Глава Нижней Ельцовки Мария Сухова приехала.", "Мария Сухова", "Глава Нижней Ельцовки"),
        ("Сказала учитель Белова Анна Сергеевна", "Белова Анна Сергеевна", "учитель"),
    ],
)
def test_a_town_before_a_name_is_of_the_post(text: str, name: str, post: str) -> None:
    words = words_of(text)
    [run] = name_runs(words)
    assert run.post_start is not None
    assert " ".join(word.text for word in words[run.start : run.end]) == name
    assert " ".join(word.text for word in words[run.post_start : run.start]) == post


@pytest.mark.parametrize(
    "text", ["Вид на Троицкий собор.", "Жители, Островский район", "У Донского монастыря"]
)
def test_an_adjective_of_a_building_or_district_is_no_person(text: str) -> None:
    assert list(name_runs(words_of(text))) == []


_MOVED = """Каток «Метелица»

Газета «Север», 10 ноября 2026 года, Вологда

«Мы рады гостям», — сказал тренер Лев Гуськов.
Перед гостями выступил начальник городского стадиона Артём Седых. Он пообещал, что к марту построят зал.
Турнир перенесли с декабря 2026 года на февраль 2027 года.
Каток работает с 9:00 до 22:00, среда — санитарный день."""


def test_a_promise_is_of_whom_the_sentence_before_is_about_not_of_who_spoke_earlier() -> None:
    reading = read_statements(read_article(_MOVED), date(2026, 11, 10))
    promise = next(one for one in reading.statements if "построят" in one.text)
    assert promise.speaker is not None
    assert promise.speaker.name == "Артём Седых"


def test_a_date_that_did_not_hold_and_a_day_of_each_week_are_no_dates() -> None:
    reading = read_statements(read_article(_MOVED), date(2026, 11, 10))
    assert not [one.when for one in reading.events.found if one.when is not None]
    told = [one for one in reading.statements if "перенесли" in one.text or "санитарный" in one.text]
    assert [one.when for one in told] == [None, None]
