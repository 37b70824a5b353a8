"""Editing put together for the composition root: use cases on the database, and what handlers ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.editing.gate import Gate, Yardstick
from bot.editing.golden import golden
from bot.editing.importing import Importing
from bot.editing.misses import KnownMisses
from bot.editing.ports import NearMisses
from bot.editing.publishing import Publishing
from bot.editing.staff import Staff
from bot.editing.undoing import Undoing
from bot.editing.uploads import Limits
from bot.options import Settings
from bot.replies.editing_history import undone
from bot.storage.asked import StoredQuestions
from bot.storage.engine import Database
from bot.storage.history import StoredHistory
from bot.storage.notices import StoredNotices
from bot.storage.proposals import StoredProposals
from bot.storage.roles import StoredRoles
from bot.storage.truth import StoredBase
from bot.storage.use import StoredFactUse
from bot.telegram.dialogs.desk import Desk
from bot.telegram.editing.menus import Menus
from bot.telegram.editing.screen import GateScreen
from bot.telegram.engine import Engine
from bot.telegram.sender import Sender

_OWN_QUESTIONS = Path(__file__).resolve().parents[1] / "tests" / "questions"
_SHIPPED = Path(__file__).resolve().parents[1] / "knowledge" / "dialogue"


class NoNearMisses:
    """Where nobody has remembered any."""

    async def near_misses(self) -> Sequence[str]:
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    staff: Staff
    publishing: Publishing
    undoing: Undoing
    importing: Importing
    history: StoredHistory
    misses: KnownMisses
    missed_share: float
    zone: ZoneInfo
    desk: Desk

    def dependencies(self, sender: Sender, menus: Menus) -> Mapping[str, Any]:
        """By the names under which handlers ask for them."""
        screen = GateScreen(sender, self.publishing, self.missed_share)
        return {
            "staff": self.staff,
            "publishing": self.publishing,
            "undoing": self.undoing,
            "importing": self.importing,
            "history": self.history,
            "gate_screen": screen,
            "role_menus": menus,
            "zone": self.zone,
            "editors_desk": self.desk,
        }


def build_editing(
    settings: Settings, database: Database, engine: Engine, now: Clock, near: NearMisses | None = None
) -> Editing:
    options, tolerated = settings.editing, settings.pack.missed_share
    yardstick = Yardstick(
        golden=golden(_questions(settings.pack_dir)), days=options.asked_days, missed_share=tolerated
    )
    misses = KnownMisses(engine)
    gate = Gate(engine, StoredQuestions(database), near or NoNearMisses(), yardstick, now, misses)
    zone = ZoneInfo(settings.followups.zone)
    truth = StoredBase(database, zone)
    publishing = Publishing(
        StoredProposals(database), truth, gate, StoredNotices(database), now, approval=options.approval
    )
    staff = Staff(settings.admin_ids, StoredRoles(database), now)
    history = StoredHistory(database)
    limits = Limits(sent=options.upload_bytes, unpacked=settings.pack.max_bytes)
    return Editing(
        staff=staff,
        publishing=publishing,
        undoing=Undoing(history, publishing, now, undone),
        importing=Importing(truth, publishing, limits),
        history=history,
        misses=misses,
        missed_share=tolerated,
        zone=zone,
        desk=Desk(revisions=history, use=StoredFactUse(database), zone=zone),
    )


def _questions(pack_dir: Path) -> Path:
    """The golden questions of a pack; those of the shipped one stand among the tests."""
    return _OWN_QUESTIONS if pack_dir.resolve() == _SHIPPED else pack_dir / "questions"
