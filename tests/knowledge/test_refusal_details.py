"""What a refusal says of the question: only what is true of the base, in the reader's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.held_words import HeldWords
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.context.second_reading import Judged
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.partial_date import PartialDate
from knowledge.language.tokens import normalize
from knowledge.results import Explanation, Lack, Reason, Refusal
from knowledge.scoring.searcher import Searcher
from knowledge.understanding.question import parse_question
from tests.knowledge.rule_contexts import SEARCHER
from tests.knowledge.sample_base import BASE, JUDGES, NOW, SPEECH

WORDS = HeldWords(BASE, SEARCHER.lexicon, SEARCHER.index, SEARCHER.word_forms)


def refused(
    text: str, reason: Reason = Reason.UNACCOUNTED, searcher: Searcher = SEARCHER, rule: str = "unsure"
) -> Refusal:
    """The refusal of a question, whatever the rules would decide."""
    search = searcher.search(parse_question(normalize(text), searcher.lexicon, asking=True))
    context = RuleContext(
        search=search, probability=0.1, base=searcher.base, lexicon=searcher.lexicon, why=Explanation()
    )
    access = BaseAccess(
        base=searcher.base,
        lexicon=searcher.lexicon,
        index=searcher.index,
        resolver=searcher.events,
        subjects=searcher.subjects,
        search=searcher.search,
        probability=lambda _: 0.1,
        judge=lambda question: Judged(searcher.search(question), 0.1),
        person_keys=searcher.name_keys["person"],
        place_keys=searcher.name_keys["place"],
        word_forms=searcher.word_forms,
        today=NOW.date(),
    )
    return complete_refusal(refuse(context, rule, reason, 0.9), context, access)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Когда прошла третья регата?", ("третья регата",)),
        ("Третья регата в Туле прошла?", ("Третья регата",)),
        ("Регату судил Пьер Дюпон?", ("Пьер Дюпон",)),
        ("Регату судил Олег Ветер?", ("Олег Ветер",)),
        ("Регата была в Нью-Йорке?", ("Нью-Йорке",)),
        ("Регата была 5 июля?", ("5 июля",)),
    ],
)
def test_words_that_occur_nowhere_are_named_as_typed(text: str, named: tuple[str, ...]) -> None:
    result = refused(text)
    assert result.named == named
    assert not result.is_certain


@pytest.mark.parametrize(
    "text",
    [
        "Белова родилась в Калуге?",
        "Кто до Беловой был мэром Тулы?",
        "Мартен говорил про лодки в июне?",
        "Мартен приедет на вторую регату?",
    ],
)
def test_what_the_base_holds_is_never_called_absent(text: str) -> None:
    held = ("Белов", "Калуг", "Тул", "Мартен", "лодк", "июн", "регат", "мэр")
    assert not [word for word in refused(text).named if word.startswith(held)]


@pytest.mark.parametrize(
    ("word", "is_held"),
    [
        ("Белову", True),
        ("послов", True),
        ("гонок", True),
        ("слова", True),
        ("франция", True),
        ("парус", False),
    ],
)
def test_word_is_held_in_any_form_and_in_any_text_of_the_base(word: str, is_held: bool) -> None:
    (term,) = SEARCHER.lexicon.read(word, asking=True)
    assert WORDS.holds(term) is is_held


@pytest.mark.parametrize(
    ("asked", "is_covered"),
    [
        (PartialDate(month=6), True),
        (PartialDate(month=6, day=15), True),
        (PartialDate(month=5, day=1), True),
        (PartialDate(month=5, day=3), False),
        (PartialDate(month=7), False),
        (PartialDate(year=2021), True),
        (PartialDate(year=2019), False),
        (PartialDate(month=2, day=30), False),
    ],
)
def test_date_is_looked_up_in_the_calendar(asked: PartialDate, is_covered: bool) -> None:
    assert WORDS.covers(asked) is is_covered


def test_two_names_that_never_meet_are_said_to_be_apart() -> None:
    result = refused("Мартен приедет на вторую регату?")
    assert result.apart == ("Мартен", "вторую регату")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Сколько лет Анне Беловой?", "сколько лет Анне Беловой"),
        ("а кто утопил лодки", "кто утопил лодки"),
        ("В каком отеле жила Белова?", "в каком отеле жила Белова"),
        ("Женат ли Мартен?", "женат ли Мартен"),
        ("Лодки кто утопил?", ""),
        ("кто утопил мои лодки", ""),
        ("кто, кроме Мартена, утопил лодки", ""),
        ("кто утопил лодгки", ""),
        ("какой дурак утопил лодки", ""),
    ],
)
def test_question_is_repeated_only_where_that_is_right_russian(text: str, asked: str) -> None:
    assert refused(text).asked == asked


def test_value_that_the_fact_met_does_not_give() -> None:
    assert refused("Во сколько началась первая регата?", Reason.NO_SUCH_SLOT).lacks is Lack.START
    assert refused("Сколько лет Анне Беловой?", Reason.NO_SUCH_SLOT).lacks is Lack.VALUE
    assert refused("Сколько было лодок?", Reason.NO_SUCH_SLOT).lacks is None


def test_only_a_missing_attribute_of_a_repeated_question_is_certain() -> None:
    assert refused("Сколько лет Анне Беловой?", Reason.NO_SUCH_SLOT, rule="not-told").is_certain
    assert not refused("Сколько лет Анне Беловой?", Reason.NO_SUCH_SLOT).is_certain
    assert not refused("Сколько мне лет?", Reason.NO_SUCH_SLOT, rule="not-told").is_certain


def test_an_ordinal_and_its_noun_are_named_together() -> None:
    result = refused("Кто второй мэр Тулы?")
    assert (result.named, result.apart) == (("второй мэр",), ())


def test_a_question_with_a_thing_of_the_base_is_on_its_topic() -> None:
    assert refused("Кто фотографировал лодки?", Reason.OFF_TOPIC).asked == "кто фотографировал лодки"
    result = refused("Кто фотографировал пингвинов?", Reason.OFF_TOPIC)
    assert (result.reason, result.asked) == (Reason.OFF_TOPIC, "")


def test_a_closing_quotation_mark_is_repeated() -> None:
    assert refused("Кто построил лодку «Чайка»?").asked == "кто построил лодку «Чайка»"


def test_what_is_said_instead_is_the_best_fact() -> None:
    result = refused("Кто не судил регату?", Reason.NEGATED)
    assert result.said == JUDGES
    assert JUDGES not in [option.fact for option in result.near]


def test_only_facts_that_share_much_with_the_question_are_offered() -> None:
    assert SPEECH in [option.fact for option in refused("Почему Мартен призвал беречь озеро?").near]
    assert refused("Какая погода ожидается завтра вечером в Туле?").near == ()


@pytest.mark.parametrize(
    "text",
    [
        "Сколько лет Путину?",
        "Кто выступал в Лондоне?",
        "Где сказали про Марс?",
        "Кто судил выборы губернатора?",
    ],
)
def test_a_fact_that_shares_no_name_or_noun_is_not_offered(text: str) -> None:
    assert refused(text).near == ()


@pytest.mark.parametrize("text", ["Сколько стоит регата?", "Сколько лодок у Путина?", "Кто судил?"])
def test_a_fact_about_what_is_asked_is_offered(text: str) -> None:
    assert refused(text).near != ()


def test_word_of_a_topic_title_is_held() -> None:
    base = replace(BASE, terms=replace(BASE.terms, topics={"days": "Отели и лодки"}))
    assert refused("В отеле есть бассейн?").named == ("отеле", "бассейн")
    assert refused("В отеле есть бассейн?", searcher=Searcher(base)).named == ("бассейн",)


@pytest.mark.parametrize("text", ["Анна Белова вторая?", "сколько лодок на второй?"])
def test_an_ordinal_without_its_noun_is_not_called_apart_from_another_word(text: str) -> None:
    assert refused(text).apart == ()
