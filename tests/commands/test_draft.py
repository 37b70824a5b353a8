"""`spravka draft`: from an article's file to a pack that `check` reads, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.replies.cli import draft_texts as texts
from knowledge.facts.pack import load_pack
from tests.commands.program import spravka
from tests.editing.test_article_drafts import ARTICLE


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, "utf-8")
    return file


def test_an_article_becomes_a_pack_of_drafts(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pack"
    ended = spravka("draft", str(article), "-o", str(folder), measured=True)
    assert (ended.code, ended.err) == (0, "")
    base = load_pack(folder)
    assert f"Черновик в папке {folder}: {len(base.drafts)} " in ended.out
    assert base.drafts
    assert not base.facts, "readers see none of them"
    assert base.source.publisher == "Газета «Берег»"
    checked = spravka("check", "--pack", str(folder))
    assert f"Черновиков, которых читатели не видят: {len(base.drafts)}." in checked.out


def test_a_folder_that_is_not_empty_stays_as_it_is(article: Path, tmp_path: Path) -> None:
    ended = spravka("draft", str(article), "-o", str(tmp_path))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"В папке {tmp_path} уже что-то есть.")
    assert [one.name for one in tmp_path.iterdir()] == ["article.txt"]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe\x00", texts.NOT_UTF8), (b"a" * 1_000_001, texts.TOO_LONG), (b"", texts.NOTHING)],
)
def test_what_is_no_article_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(content)
    ended = spravka("draft", str(file), "-o", str(tmp_path / "pack"))
    assert (ended.code, ended.out) == (1, "")
    assert said in ended.err
    assert not (tmp_path / "pack").exists()


def test_an_article_without_a_date_asks_for_it_by_the_option(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE.replace("Газета «Берег», 5 апреля 2027 года\n\n", ""), "utf-8")
    ended = spravka("draft", str(file), "-o", str(tmp_path / "first"))
    assert (ended.code, ended.err) == (0, f"{texts.NO_DATE}\n")
    ended = spravka("draft", str(file), "-o", str(tmp_path / "second"), "--published", "2027-04-05")
    assert (ended.code, ended.err) == (0, "")
    assert str(load_pack(tmp_path / "second").source.published) == "2027-04-05"
