"""The README's picture shows the engine's present replies."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs import make_picture
from docs.drawing import draw


def test_the_picture_shows_the_present_replies() -> None:
    text = make_picture.transcript(make_picture.converse())
    assert text == make_picture.TEXT.read_text("utf-8"), "run: python -m docs.make_picture --accept"


def test_a_changed_reply_stops_the_drawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make_picture, "TEXT", tmp_path / "conversation.txt")
    monkeypatch.setattr(make_picture, "PICTURE", tmp_path / "conversation.png")
    (tmp_path / "conversation.txt").write_text("> да\nнет\n", "utf-8")
    assert make_picture.main([]) == 1
    assert "no longer gives" in capsys.readouterr().err
    assert not (tmp_path / "conversation.png").exists()
    assert make_picture.main(["--accept"]) == 0
    assert (tmp_path / "conversation.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_may_have_one_screen(tmp_path: Path) -> None:
    turn = make_picture.converse()[0][0]
    draw([[(turn.question, turn.reply)]], tmp_path / "one.png")
    assert (tmp_path / "one.png").stat().st_size > 1000
