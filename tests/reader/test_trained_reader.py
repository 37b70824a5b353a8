"""The reader itself, on sentences of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.reader import trained_reader
from knowledge.reader.network import Network, NetworkError
from knowledge.reader.stored_states import load_states, store_states
from knowledge.reader.trained_reader import TrainedReader
from tests.knowledge.sample_base import BASE


def test_a_paraphrase_is_nearer_to_its_fact_than_to_the_others(reader: TrainedReader) -> None:
    fact = BASE.facts[0]
    readings = reader.read(fact.questions[0], BASE.facts, BASE)
    best = max(range(len(readings)), key=lambda place: readings[place].network)
    assert BASE.facts[best] == fact
    assert readings[0].example > 0.95
    assert all(-1.01 <= value <= 1.01 for one in readings for value in one[1:])


def test_the_example_left_out_is_not_read(reader: TrainedReader) -> None:
    fact = BASE.facts[0]
    question = fact.questions[0]
    (kept,), (left,) = (reader.read(question, [fact], BASE, without) for without in (None, question))
    assert left.example < kept.example


def test_readers_questions_do_not_pile_up(encoder_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trained_reader, "_ASKED_TOKENS", 30)
    reader = TrainedReader(encoder_folder)
    reader.prepare(BASE)
    prepared = len(reader._states._kept)
    for number in range(20):
        reader.read(f"когда началась регата номер {number}", BASE.facts[:1], BASE)
    assert len(reader._states._kept) == prepared
    assert len(reader._asked._kept) < 8


def test_only_what_an_edit_changed_is_read(encoder_folder: Path) -> None:
    reader = TrainedReader(encoder_folder)
    reader.prepare(BASE)
    fact = BASE.facts[0]
    edited = replace(BASE, facts=(replace(fact, says=f"{fact.says} Было ясно."), *BASE.facts[1:]))
    told: list[tuple[int, int]] = []
    reader.prepare(edited, lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]
    reader.prepare(edited, lambda done, of: told.append((done, of)))
    assert told == [(1, 1)]


def test_scores_are_the_same_whether_texts_were_read_before_or_not(encoder_folder: Path) -> None:
    ready, unread = TrainedReader(encoder_folder), TrainedReader(encoder_folder)
    ready.prepare(BASE)
    question = "когда всё началось"
    one, other = (reader.read(question, BASE.facts[:3], BASE) for reader in (ready, unread))
    assert np.allclose(one, other, atol=0.02)


def test_what_was_prepared_is_read_from_a_file_by_the_next_program(encoder_folder: Path) -> None:
    first = TrainedReader(encoder_folder, stores=True)
    first.prepare(BASE)
    told: list[tuple[int, int]] = []
    second = TrainedReader(encoder_folder, stores=True)
    second.prepare(BASE, lambda done, of: told.append((done, of)))
    assert told == []
    asked = ("когда всё началось", BASE.facts[:3], BASE)
    assert second.read(*asked) == first.read(*asked)
    (file,) = encoder_folder.glob("texts-*.npz")
    file.write_bytes(file.read_bytes()[:1000])
    TrainedReader(encoder_folder, stores=True).prepare(BASE, lambda done, of: told.append((done, of)))
    assert told
    file.unlink()


def test_a_reader_may_be_asked_where_nothing_can_be_stored(encoder_folder: Path, tmp_path: Path) -> None:
    (states,) = TrainedReader(encoder_folder)._states.of([("Где хранили паруса?", True)])
    store_states(tmp_path / "missing" / "texts.npz", {("Где хранили паруса?", True): states})
    assert load_states(tmp_path / "missing" / "texts.npz") == {}


def test_questions_of_many_threads_get_their_own_scores(reader: TrainedReader) -> None:
    questions = [fact.questions[0] for fact in BASE.facts if fact.questions][:6]
    alone = [reader.read(question, BASE.facts[:4], BASE) for question in questions]
    found: dict[int, object] = {}

    def ask(place: int) -> None:
        found[place] = reader.read(questions[place], BASE.facts[:4], BASE)

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(len(questions))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[place] for place in range(len(questions))] == alone


def test_a_question_without_words_and_a_fact_without_examples_are_read(reader: TrainedReader) -> None:
    bare = replace(BASE.facts[0], questions=())
    assert reader.read("", [bare], BASE) == ((0.0,) * 7,)
    (reading,) = reader.read("когда?", [bare], BASE)
    assert np.isfinite(reading).all()


def test_a_network_of_another_encoder_is_refused() -> None:
    with pytest.raises(NetworkError, match=r"tests\.fit\.reader"):
        Network(layers=3)


def test_of_many_examples_those_nearest_by_words_are_read(reader: TrainedReader) -> None:
    others = tuple(f"Каким был участок номер {number}?" for number in range(20))
    fact = replace(BASE.facts[0], questions=(*others, "Где хранили паруса регаты?"))
    (reading,) = reader.read("Где хранили паруса?", [fact], BASE)
    assert reading.example > 0.8


ENDING = """
import sys
from dataclasses import replace
from pathlib import Path
from bot.wiring.reader import prepare_in_background
from knowledge.reader.trained_reader import TrainedReader
from tests.knowledge.sample_base import BASE
many = [
    replace(BASE.facts[0], id=f"f{n}", says=f"Шлюпка {n} пришла к пристани.", questions=())
    for n in range(20_000)
]
prepare_in_background(TrainedReader(Path(sys.argv[1])), replace(BASE, facts=tuple(many)))
"""


def test_a_program_ends_at_once_while_texts_are_read(encoder_folder: Path) -> None:
    """Reading all of these takes a minute; a daemon thread inside onnxruntime aborts the process."""
    started = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-c", ENDING, str(encoder_folder)], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert time.monotonic() - started < 20
