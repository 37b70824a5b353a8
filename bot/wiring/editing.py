"""Editing put together for the composition root: use cases on the database, and what handlers ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from bot.editing.gate import EditGate, GateBaseline
from bot.editing.golden_questions import golden
from bot.editing.known_misses import KnownMisses
from bot.editing.pack_import import Importing
from bot.editing.publication import Publishing
from bot.editing.roles import Staff
from bot.editing.undo import Undoing
from bot.editing.uploaded_files import Limits
from bot.evaluation.question_files import FOLDER
from bot.records.engine_holder import EngineHolder
from bot.replies.editing.history import undone
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.base_store import StoredBase
from bot.storage.change_notices import StoredChangeNotices
from bot.storage.database import Database
from bot.storage.editors_inbox import StoredQuestionInbox
from bot.storage.fact_usage import StoredFactUsage
from bot.storage.history import StoredHistory
from bot.storage.proposals import StoredProposals
from bot.storage.question_log import StoredQuestions
from bot.storage.roles import StoredRoles
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.role_menus import Menus
from bot.telegram.sending.sender import Sender


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
    desk: DialogDependencies

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


def build_editing(settings: Settings, database: Database, engine: EngineHolder, now: Clock) -> Editing:
    options, tolerated = settings.editing, settings.pack.missed_share
    yardstick = GateBaseline(
        golden=golden(settings.pack_dir / FOLDER), days=options.asked_days, missed_share=tolerated
    )
    misses = KnownMisses(engine)
    gate = EditGate(engine, StoredQuestions(database), StoredQuestionInbox(database), yardstick, now, misses)
    zone = ZoneInfo(settings.followups.zone)
    truth = StoredBase(database, zone)
    publishing = Publishing(
        StoredProposals(database), truth, gate, StoredChangeNotices(database), now, approval=options.approval
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
        desk=DialogDependencies(revisions=history, use=StoredFactUsage(database), zone=zone),
    )
