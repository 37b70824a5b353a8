"""«А подробнее?» after a digest tells its next facts, after another answer what is near to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.conversation import NEW, from_json, to_json
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from knowledge.language.tokens import normalize
from knowledge.results import Answer, Refusal, Result, SmallTalk
from knowledge.understanding.further import Further, asks_further
from tests.knowledge.sample_base import NOW

BASE = load_pack(Path(__file__).resolve().parents[2] / "knowledge" / "dialogue")
ENGINE = Engine(BASE)


def replies(*texts: str) -> list[Result]:
    """Of one conversation, stored between its turns as the bot does."""
    found: list[Result] = []
    conversation = NEW
    for text in texts:
        turn = ENGINE.reply(text, from_json(to_json(conversation)) if found else NEW, NOW)
        conversation = turn.conversation
        found.append(turn.result)
    return found


def shown(result: Result) -> list[str]:
    assert isinstance(result, Answer), result
    return [one.fact.id for one in result.shown]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("а подробнее?", Further.DETAILS),
        ("Ещё подробнее", Further.DETAILS),
        ("можно об этом поподробнее, пожалуйста", Further.DETAILS),
        ("расскажи больше", Further.MORE),
        ("ещё", Further.MORE),
        ("А что ещё известно?", Further.MORE),
        ("продолжай", Further.MORE),
        ("расскажи подробнее о втором диалоге", None),
        ("кто ещё?", None),
        ("ещё одна встреча будет?", None),
        ("больше не пиши", None),
    ],
)
def test_more_is_asked_for_by_a_whole_message(text: str, asked: Further | None) -> None:
    assert asks_further(normalize(text)) is asked


@pytest.mark.parametrize("more", ["а подробнее?", "ещё подробнее", "расскажи больше", "что ещё?", "дальше"])
def test_a_digest_goes_on_until_every_fact_is_told_once(more: str) -> None:
    first, *pages = replies("Перескажи кратко", *[more] * (len(BASE.facts) // 5))
    told = shown(first)
    for page in pages:
        if isinstance(page, Answer) and page.small_talk is SmallTalk.TOLD_ALL:
            break
        told += shown(page)
    assert sorted(told) == sorted(fact.id for fact in BASE.facts)


def test_what_is_asked_between_starts_anew() -> None:
    *_, other, more = replies("Перескажи кратко", "ещё", "Когда состоится второй диалог?", "ещё")
    assert shown(other) == ["second-dialogue"]
    assert not (isinstance(more, Answer) and len(more.shown) > 1)


def test_details_of_one_fact_are_others_of_its_event_or_topic() -> None:
    first, more = replies("Где прошёл диалог?", "а подробнее?")
    assert shown(more)
    assert not set(shown(first)) & set(shown(more))
    _, none = replies("Когда состоится второй диалог?", "подробнее")
    assert isinstance(none, Answer)
    assert none.small_talk is SmallTalk.TOLD_ALL


def test_details_of_nothing_are_no_question() -> None:
    (alone,) = replies("подробнее")
    assert isinstance(alone, Refusal)


@pytest.mark.parametrize("asked", ["перескажи статью", "Перескажи кратко", "расскажи всё"])
def test_a_digest_asked_for_whole_is_no_follow_up(asked: str) -> None:
    *_, digest = replies("Где пройдёт второй диалог?", asked)
    assert isinstance(digest, Answer)
    assert digest.rule == "digest"
    *_, of_talks = replies("На каком уровне шли переговоры и о чём?")
    assert len(shown(of_talks)) < 4, "«о чём» goes on, too"
    *_, of_her = replies("Кто такая Линч?", "расскажи о ней")
    assert not set(shown(of_her)) & {"second-dialogue"}, "a pronoun goes on from what was said"
