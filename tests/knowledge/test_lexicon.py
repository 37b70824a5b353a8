"""Terms of the lexicon: the keys by which words match, and word classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts.model import Terms
from knowledge.language.batch_tokenizer import BatchTokenizer
from knowledge.language.city_words import city_keys
from knowledge.language.lexical_keys import number_key
from knowledge.language.lexicon import Lexicon
from knowledge.language.morphology import analyse
from knowledge.language.plain_words import plain_words
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass

LEXICON = Lexicon(
    Terms(
        synonyms=(
            ("диалог", "рандеву"),
            ("первая помощь", "аптечка"),
            ("США", "Америка", "Соединённые Штаты Америки"),
        ),
        short={"ГСУ": "городской совет"},
    )
)


def match_level(one: str, other: str, *, asking: bool = False) -> Level | None:
    """The surest level at which a word of one text matches a word of the other."""
    keys = {key for term in LEXICON.read(other) for key, _ in term.keys}
    levels = [level for term in LEXICON.read(one, asking=asking) for key, level in term.keys if key in keys]
    return max(levels, default=None)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("диалоги", "диалогом", Level.LEMMA),
        ("ЁЛКИ", "елкой", Level.LEMMA),
        ("рандеву", "диалоге", Level.SYNONYM),
        ("Америкой", "США", Level.SYNONYM),
        ("Соединенных Штатов Америки", "США", Level.SYNONYM),
        ("ГСУ", "городского совета", Level.SYNONYM),
        ("аптечку", "первую помощь", Level.SYNONYM),
        ("председатель", "председательствовал", Level.ROOT),
        ("купил", "приобрели", Level.THESAURUS),
        ("дисплей", "экран", Level.THESAURUS),
        ("помещается", "вмещает", Level.THESAURUS),
        ("за чей счёт", "оплатит", Level.THESAURUS),
        ("тюрьма", "тюремный", Level.ROOT),
        ("июньский", "июнь", Level.LEMMA),
        ("двое", "2", Level.LEMMA),
        ("предстоящий", "следующий", Level.LEMMA),
    ],
)
def test_words_match(one: str, other: str, level: Level) -> None:
    assert match_level(one, other) is level
    assert match_level(other, one) is level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("второй", "третий"),
        ("второй", "2"),
        ("июнь", "июль"),
        ("аптечка", "помощь"),
        ("первая", "аптечка"),
        ("городской", "ГСУ"),
        ("мост", "место"),
        ("следующий", "прошлый"),
    ],
)
def test_words_that_do_not_match(one: str, other: str) -> None:
    assert match_level(one, other, asking=True) is None


def test_compound_matches_its_last_part() -> None:
    assert match_level("кинофорум", "форум") is Level.THESAURUS
    assert match_level("кинофорум", "кинотеатр") is None


def test_prefixed_verb_of_a_question_matches_its_base_verb() -> None:
    assert match_level("наобещал", "обещал", asking=True) is Level.THESAURUS
    assert match_level("обещал", "наобещал") is None
    assert match_level("закрыть", "открыть") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("билетик", "билетов"),
        ("вагончиков", "вагоны"),
        ("хвостище", "хвост"),
        ("красненький", "красного"),
        ("почтальонша", "почтальон"),
        ("австрийка", "австрийцы"),
    ],
)
def test_small_or_feminine_word_of_a_question_matches_the_plain_one(one: str, other: str) -> None:
    assert match_level(one, other, asking=True) is not None
    assert match_level(one, other) != Level.LEMMA


@pytest.mark.parametrize("word", ["точка", "марка", "график", "историк", "подушка", "порядок"])
def test_a_word_that_only_ends_like_a_small_one_is_plain_itself(word: str) -> None:
    assert not list(plain_words(analyse(word)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("рыбинский", "Рыбинск"),
        ("братчанин", "Братске"),
        ("петрозаводчане", "петрозаводский"),
        ("саранец", "Саранск"),
    ],
)
def test_adjective_and_people_of_a_city_match_it(one: str, other: str) -> None:
    assert match_level(one, other) is Level.ROOT
    assert match_level(other, one) is Level.ROOT


def test_a_city_is_not_the_word_that_its_adjective_looks_like() -> None:
    assert match_level("брат", "Братск") is None
    assert not [*city_keys("отпуск"), *city_keys("риск"), *city_keys("конец")]


def test_hypernym_of_a_question_matches_its_hyponyms() -> None:
    assert match_level("зверь", "медведя", asking=True) is Level.THESAURUS
    assert match_level("медведь", "зверя", asking=True) is None
    assert match_level("медведь", "волка", asking=True) is None
    assert match_level("зверь", "медведя") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("служить", "служба"), ("победитель", "победить"), ("полёт", "вылетел"), ("выборы", "избрали")],
)
def test_words_of_one_family_match(one: str, other: str) -> None:
    assert match_level(one, other) is Level.ROOT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("стоил", "стоять"),
        ("страна", "страница"),
        ("поезд", "поехать"),
        ("партия", "парк"),
        ("плата", "платье"),
    ],
)
def test_words_that_only_look_related_do_not_match(one: str, other: str) -> None:
    assert match_level(one, other) is None


def test_again_in_a_question_means_the_next() -> None:
    (again,) = LEXICON.read("снова", asking=True)
    assert ("№+", Level.THESAURUS) in again.keys
    (again,) = LEXICON.read("снова")
    assert "№+" not in dict(again.keys)


@pytest.mark.parametrize(
    ("lemma", "key"),
    [
        ("12", "#12"),
        ("007", "#7"),
        ("двенадцать", "#12"),
        ("пара", "#2"),
        ("второй", "№2"),
        ("двадцатый", "№20"),
        ("следующий", "№+"),
        ("прошлый", "№-"),
        ("июнь", "/6"),
        ("декабрьский", "/12"),
        ("мост", None),
        ("", None),
    ],
)
def test_numbers(lemma: str, key: str | None) -> None:
    assert number_key(lemma) == key


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2-я регата", {"№2"}),
        ("2ой диалог", {"№2"}),
        ("2й диалог", {"№2"}),
        ("дата 2 диалога", {"№2"}),
        ("после 2 тура", {"№2"}),
        ("этап 2 миллиарда", {"#2"}),
        ("длина 2 метра", {"#2"}),
        ("№2", {"№2"}),
        ("регата № 12", {"№12"}),
        ("регата номер 2", {"№2"}),
        ("II диалог", {"№2"}),
        ("2 диалог", {"№2"}),
        ("1 диалог", {"№1", "#1"}),
        ("второй диалог", {"№2"}),
        # counts and dates
        ("2 диалога", {"#2"}),
        ("5 человек", {"#5"}),
        ("2 часа", {"#2"}),
        ("2 июня", {"#2", "/6"}),
        ("2-го июня", {"#2", "/6"}),
        ("второго июня", {"#2", "/6"}),
        ("2016 год", {"#2016"}),
        ("20летие", set()),
    ],
)
def test_number_depends_on_its_neighbours(text: str, keys: set[str]) -> None:
    found = {key for term in LEXICON.read(text) for key, level in term.keys if level is Level.LEMMA}
    assert {key for key in found if key[0] in "#№/"} == keys


@pytest.mark.parametrize(
    ("word", "word_class"),
    [
        ("и", WordClass.FUNCTION),
        ("который", WordClass.FUNCTION),
        ("уважаемые", WordClass.POLITE),
        ("подскажите", WordClass.POLITE),
        ("состоялся", WordClass.LIGHT),
        ("диалог", WordClass.CONTENT),
        ("кракозябрус", WordClass.CONTENT),
        # a relation is a preposition that carries meaning
        ("после", WordClass.CONTENT),
    ],
)
def test_word_class(word: str, word_class: WordClass) -> None:
    (term,) = LEXICON.read(word)
    assert term.word_class is word_class


def test_polite_verb_is_content_in_the_third_person() -> None:
    told, tell = LEXICON.read("напомнил напомните")
    assert (told.word_class, tell.word_class) == (WordClass.CONTENT, WordClass.POLITE)


def test_keys_are_sorted_by_level() -> None:
    for term in LEXICON.read("председатель диалога встретился с министрами США второго июня 2016"):
        levels = [level for _, level in term.keys]
        assert levels == sorted(levels, reverse=True)


WORDS = (
    "Соединённые Штаты Америки США первая помощь 2 2-я № регата диалог II и в, в связи с тем что. на 20 июня"
)


@given(st.lists(st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join), max_size=3))
def test_batch_tokenizer_finds_the_keys_of_the_terms(texts: list[str]) -> None:
    tokenizer, terms = BatchTokenizer(LEXICON), [LEXICON.read(text) for text in texts]
    found = tokenizer.read(texts)
    alone = {key for word in found.context_free for key in tokenizer.keys(word)}
    assert found.keys | alone == {key for some in terms for term in some for key, _ in term.keys}
    assert found.context_free | found.contextual == {term.word for some in terms for term in some}
    assert not found.context_free & found.contextual
    lengths = [sum(term.word_class > WordClass.FUNCTION for term in some) for some in terms]
    assert [tokenizer.content_length(words) for words in found.texts] == lengths
