"""No message takes long: ten times the text costs a few times the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random

import pytest

from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.language.spell_checker import SpellChecker
from knowledge.language.tokens import LONGEST_QUESTION
from tests.knowledge.sample_base import BASE, NOW

ENGINE = Engine(BASE)
RUSSIAN, LATIN = "абвгдежзиклмнопрстуфхцчшщыьэюя", "abcdefghijklmnopqrstuvwxyz"
FEW, MANY, TIMES = 40, 400, 4
RANDOM = Random(0)


def gibberish(letters: str) -> Callable[[int], str]:
    return lambda count: " ".join(_word(letters) for _ in range(count))


def slips(count: int) -> str:
    """Words of the base, each with a wrong letter."""
    own = [word for fact in BASE.facts for word in fact.says.lower().strip(".").split() if len(word) > 3]
    places = [(RANDOM.choice(own), RANDOM.randrange(3)) for _ in range(count)]
    return " ".join(word[:at] + RANDOM.choice(RUSSIAN) + word[at + 1 :] for word, at in places)


def _word(letters: str) -> str:
    return "".join(RANDOM.choice(letters) for _ in range(RANDOM.randint(6, 9)))


def seconds(text: Callable[[int], str], count: int) -> float:
    """The least of a few runs, each with other words, since words are cached."""
    spent = []
    for _ in range(4):
        asked = text(count)[:LONGEST_QUESTION]
        started = time.process_time()
        ENGINE.reply(asked, NEW, NOW)
        spent.append(time.process_time() - started)
    return min(spent)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "text",
    [gibberish(RUSSIAN), gibberish(LATIN), gibberish(RUSSIAN + LATIN), slips],
    ids=["russian", "latin", "mixed", "slips"],
)
def test_time_grows_linearly_with_the_text(text: Callable[[int], str]) -> None:
    seconds(text, FEW)
    assert seconds(text, MANY) < TIMES * seconds(text, FEW)


def test_unknown_words_of_a_long_text_are_dropped() -> None:
    repairer = SpellChecker(["регата"], ["когда"])
    noise = gibberish(RUSSIAN)(MANY)
    read = repairer.repair(f"Когда {noise} регата").text
    assert read.startswith("Когда ")
    assert read.endswith(" регата")
    assert len(read.split()) < MANY / 4
    short = gibberish(RUSSIAN)(5)
    assert len(repairer.repair(short).text.split()) >= 5
