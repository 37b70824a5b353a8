"""From tuning questions to what is trained on: the states of all texts, the nearest examples of each fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.reader.encoder import Encoder
from knowledge.reader.network import Network, TextStates, plain_states
from knowledge.reader.reading import Reading
from knowledge.reader.text_states import Text
from knowledge.reader.trained_reader import likeness, nearest, texts_of
from knowledge.scoring.ranking import probability
from tests.fit.reader.asked import Asked, Bases
from tests.fit.reader.combination import HIGHEST, LOWEST, Read
from tests.fit.reader.trained_on import Group, Scale, Tokens

PLANE = 128
"""Dimensions in which tokens are compared as they are: those in which they differ most."""
TRAINED_CANDIDATES = 4
SHARES = {"own": 0.3, "stranger": 0.3}
"""How much an example question, left out of its pack, and another pack's question count in training."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question with what is compared of each of its facts: the statement, the nearest examples."""

    asked: Asked
    question: Text
    compared: tuple[tuple[Text, ...], ...]
    likeness: tuple[tuple[float, ...], ...]


def read_texts(encoder: Encoder, cases: Iterable[Asked], bases: Bases) -> dict[Text, Tokens]:
    """The states of every text that any question needs."""
    wanted = dict.fromkeys((case.text, True) for case in cases)
    for base in bases.by_name.values():
        wanted |= dict.fromkeys(text for fact in base.facts for text in texts_of(fact, base))
    found: dict[Text, Tokens] = {}
    for is_question in (True, False):
        texts = [text for text, asks in wanted if asks is is_question]
        for text, states in zip(texts, encoder.states(texts, is_question=is_question), strict=True):
            found[text, is_question] = Tokens(states.astype(np.float16), encoder.rarity(text))
    return found


def plane_of(texts: Mapping[Text, Tokens], scale: Scale) -> NDArray[np.float32]:
    """The directions in which tokens differ most."""
    some = np.concatenate([one.states for one in list(texts.values())[::6]]).astype(np.float32)
    _, directions = np.linalg.eigh(np.cov(((some - scale.mean) / scale.spread).T))
    return directions[:, -PLANE:].astype(np.float32)


def prepare(
    cases: Sequence[Asked], bases: Bases, texts: Mapping[Text, Tokens], scale: Scale, plane: NDArray[Any]
) -> list[Prepared]:
    """Choose the examples that are compared, as the reader does."""
    plain = {text: plain_states(scale.of(one.states), one.rarity, plane) for text, one in texts.items()}
    return [_prepared(case, bases, plain) for case in cases if len(texts[case.text, True].rarity)]


def _prepared(case: Asked, bases: Bases, plain: Mapping[Text, TextStates]) -> Prepared:
    question = (case.text, True)
    facts, base = bases.facts(case)
    compared, scores = [], []
    for fact in facts:
        statement, *examples = texts_of(fact, base, case.excluded)
        by_id = {id(plain[text]): text for text in examples}
        near = nearest(plain[question], [plain[text] for text in examples if len(plain[text].rarity)])
        compared.append((statement, *(by_id[id(one)] for one in near)))
        scores.append(likeness(plain[question], plain[statement], near))
    return Prepared(case, question, tuple(compared), tuple(scores))


def groups(prepared: Iterable[Prepared]) -> list[Group]:
    """What the network is trained on; a removal has no pair that its question does not have."""
    return [
        Group(
            one.asked.pack,
            one.question,
            one.compared[:TRAINED_CANDIDATES],
            tuple(fact in one.asked.right for fact in one.asked.facts[:TRAINED_CANDIDATES]),
            SHARES.get(one.asked.kind, 1.0),
        )
        for one in prepared
        if one.asked.kind != "removed"
    ]


def read(prepared: Iterable[Prepared], texts: Mapping[Text, Tokens], network: Network) -> list[Read]:
    """The reader's scores where it would be asked, by a network that never saw these packs."""
    states = {
        text: network.prepared(one.states.astype(np.float32), one.rarity) for text, one in texts.items()
    }
    return [
        Read(one.asked, tuple(_reading(one, place, states, network) for place in range(len(one.compared))))
        for one in prepared
        if LOWEST <= probability(one.asked.chance) <= HIGHEST
    ]


def _reading(one: Prepared, place: int, states: Mapping[Text, TextStates], network: Network) -> Reading:
    statement, *examples = (states[text] for text in one.compared[place])
    return Reading(network.score(states[one.question], statement, examples), *one.likeness[place])
