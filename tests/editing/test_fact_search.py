"""Search in the list of facts: words in other forms and another order, the best match first."""

from __future__ import annotations

from dataclasses import replace

from bot.editing.forms.fact_search import fact_meant, search_facts
from knowledge.facts.model import FactId
from tests.editing.harness import BASE, CHAIR, PLACE

ROADS = replace(PLACE, id=FactId("roads"), says="Новые дороги построят летом.", questions=())
BRIDGES = replace(PLACE, id=FactId("bridges"), says="Мосты откроют летом.", questions=())
WITH_ROADS = replace(BASE, facts=(CHAIR, BRIDGES, ROADS))


def test_words_are_found_in_other_forms_and_another_order() -> None:
    assert search_facts(WITH_ROADS, "дорогой новой") == (ROADS,)


def test_more_of_the_words_found_comes_first() -> None:
    assert search_facts(WITH_ROADS, "летом дорогой") == (ROADS, BRIDGES)


def test_half_of_the_words_must_be_found() -> None:
    assert search_facts(WITH_ROADS, "летний вечер далеко") == ()


def test_a_typing_error_is_mended() -> None:
    assert search_facts(WITH_ROADS, "дарога") == (ROADS,)
    assert search_facts(WITH_ROADS, "новые дорги летом")[0] == ROADS


def test_words_written_together_are_found_by_the_text_most_alike() -> None:
    assert search_facts(WITH_ROADS, "новыедорогипостроят") == (ROADS,)
    assert search_facts(WITH_ROADS, "щ") == ()


def test_words_as_typed_come_before_the_same_words_in_another_order() -> None:
    turned = replace(BRIDGES, says="Летом построят новые дороги.")
    base = replace(BASE, facts=(turned, ROADS))
    assert search_facts(base, "дороги построят летом") == (ROADS, turned)


def test_words_that_no_fact_has_find_nothing() -> None:
    internet = replace(PLACE, id=FactId("net"), says="В интернете об этом такого много.", questions=())
    base = replace(BASE, facts=(internet, ROADS))
    assert search_facts(base, "нет такого слова кракозябра") == ()


def test_the_fact_meant_has_all_of_the_words() -> None:
    assert fact_meant(WITH_ROADS, "летом дорогой") == ROADS
    assert fact_meant(WITH_ROADS, "летом") is None, "two have it"
    assert fact_meant(WITH_ROADS, "bridges") == BRIDGES
    assert fact_meant(WITH_ROADS, "самолёт") is None
