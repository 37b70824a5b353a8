"""`spravka draft`: a draft of a pack from an article's text, as files that an editor goes over."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import typer

from bot.errors import ArticleUnreadableError, DraftFolderError, ExitCode
from bot.replies.cli import draft_texts as texts
from bot.settings.clock import clock_from
from bot.settings.options import Settings
from knowledge.drafting.article.publication_date import lacks_date
from knowledge.drafting.pack.drafted_pack import draft_pack
from knowledge.facts.pack import dump_pack

_MOST_BYTES = 1_000_000


def draft(article: Path, folder: Path, settings: Settings, published: date | None = None) -> ExitCode:
    """Write the drafted pack into `folder`, which must be new or empty.

    `published` is the day of publication, for a text that does not tell it.

    Raises ArticleUnreadableError, DraftFolderError.
    """
    text = _read(article)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DraftFolderError(folder)
    made = draft_pack(text, clock_from(settings.now)().date(), published)
    if made is None:
        typer.echo(texts.NOTHING, err=True)
        return ExitCode.FAILED
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in dump_pack(made).items():
        (folder / name).write_text(content, encoding="utf-8")
    sys.stdout.write(texts.drafted(made, str(folder), quotes=settings.drafting.quotes) + "\n")
    if published is None and lacks_date(text):
        typer.echo(texts.NO_DATE, err=True)
    return ExitCode.OK


def _read(article: Path) -> str:
    try:
        content = article.read_bytes()
    except OSError as error:
        raise ArticleUnreadableError(article, error.strerror or str(error)) from None
    if len(content) > _MOST_BYTES:
        raise ArticleUnreadableError(article, texts.TOO_LONG)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArticleUnreadableError(article, texts.NOT_UTF8) from None
