"""Messages that the bot sends to editors by itself: of a reader's report, and the daily digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.facts.edits import Change


class ReportNotice(StrEnum):
    """When an editor is told of a reader's report."""

    NOW = "now"
    DIGEST = "digest"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorSettings:
    """`digest_hour`: in the editors' zone; None: no digest. `at`: since when; None: never chosen."""

    reports: ReportNotice = ReportNotice.NOW
    digest_hour: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedAnswer:
    """A report with the question that it is about."""

    text: str
    question: str
    asked_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedEdit:
    author: str
    why: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestCounts:
    """What happened since the last digest, and what waits now."""

    refused: int
    choices: int
    disliked: int
    reports: tuple[str, ...]
    waiting: int
    """Readers who wait for an answer."""
    drafts: int
    awaiting: int
    """Proposals that wait for another editor."""
    published: tuple[PublishedEdit, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened and nothing waits for an editor."""
        return not (
            self.refused or self.choices or self.disliked or self.reports or self.awaiting or self.published
        )
