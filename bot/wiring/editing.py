"""Builds the editing use cases, and the dependencies that their handlers take by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from bot.editing.amendments import Amendments
from bot.editing.article_drafts import ArticleDrafts
from bot.editing.base_drafts import BaseDrafts
from bot.editing.draft_edits import DraftEdits
from bot.editing.examination import Examination
from bot.editing.example_suggestions import ExampleSuggestions
from bot.editing.gate import EditGate
from bot.editing.pack_import import PackImportService
from bot.editing.ports import RoleStore
from bot.editing.publication import PublicationService
from bot.editing.roles import Staff
from bot.editing.undo import UndoService
from bot.editing.uploads.refusals import UploadLimits
from bot.records.engine_holder import EngineHolder
from bot.replies.editing.history import undone
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.editors.editor_settings import StoredEditorSettings
from bot.storage.editors.editors_inbox import StoredQuestionInbox
from bot.storage.fact_base.base_store import StoredBase
from bot.storage.fact_base.fact_usage import StoredFactUsage
from bot.storage.fact_base.history import StoredHistory
from bot.storage.fact_base.proposals import StoredProposals
from bot.storage.journal.unfinished_forms import StoredUnfinishedForms
from bot.telegram.drafting.article_parts import ArticleParts
from bot.telegram.edit.command_menus import CommandMenus
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.edit.left_removals import LeftRemovals
from bot.telegram.sending.sender import Sender
from bot.wiring.base_refresh import catch_up
from bot.wiring.gate import build_amendments, build_examination, build_gate, build_publishing


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """The use cases. `missed_share`: the share of its own questions that a base may miss."""

    engine: EngineHolder
    staff: Staff
    publishing: PublicationService
    amendments: Amendments
    examination: Examination
    undoing: UndoService
    importing: PackImportService
    article_drafts: ArticleDrafts
    base_drafts: BaseDrafts
    draft_edits: DraftEdits
    suggesting: ExampleSuggestions
    history: StoredHistory
    gate: EditGate
    missed_share: float
    zone: ZoneInfo
    dialog_dependencies: DialogDependencies
    unfinished_forms: StoredUnfinishedForms
    editor_settings: StoredEditorSettings

    def dependencies(self, sender: Sender, menus: CommandMenus, now: Clock) -> Mapping[str, Any]:
        """By the parameter names of the handlers."""
        return {
            "staff": self.staff,
            "publishing": self.publishing,
            "amendments": self.amendments,
            "examination": self.examination,
            "undoing": self.undoing,
            "importing": self.importing,
            "article_drafts": self.article_drafts,
            "base_drafts": self.base_drafts,
            "draft_edits": self.draft_edits,
            "article_parts": ArticleParts(),
            "suggesting": self.suggesting,
            "history": self.history,
            "gate_screen": GateScreen(
                sender,
                self.publishing,
                self.examination,
                self.engine,
                self.history,
                self.zone,
                self.missed_share,
            ),
            "command_menus": menus,
            "zone": self.zone,
            "dialog_dependencies": self.dialog_dependencies,
            "unfinished_forms": self.unfinished_forms,
            "left_prompts": LeftRemovals(self.unfinished_forms, sender, now),
            "editor_settings": self.editor_settings,
        }


def build_editing(
    settings: Settings, database: Database, engine: EngineHolder, now: Clock, roles: RoleStore
) -> Editing:
    """Every use case of editors over one database and one engine."""
    zone, history = ZoneInfo(settings.followups.zone), StoredHistory(database)
    base_store = StoredBase(database, zone)
    gate = build_gate(settings, database, engine, now)
    publishing = build_publishing(settings, database, now, partial(catch_up, engine, base_store))
    limits = UploadLimits(sent=settings.editing.upload_bytes, unpacked=settings.pack.max_bytes)
    return Editing(
        engine=engine,
        staff=Staff(settings.admin_ids, roles, now),
        publishing=publishing,
        amendments=build_amendments(settings, database, now),
        examination=build_examination(settings, database, gate, now),
        undoing=UndoService(history, publishing, now, undone),
        importing=PackImportService(
            base_store, history, publishing, limits, lambda: now().astimezone(zone).date()
        ),
        article_drafts=ArticleDrafts(publishing, StoredProposals(database), base_store, history, now, zone),
        draft_edits=DraftEdits(
            StoredProposals(database), base_store, now, zone, quotes=settings.drafting.quotes
        ),
        base_drafts=BaseDrafts(StoredProposals(database), base_store, now),
        suggesting=ExampleSuggestions(engine, StoredQuestionInbox(database), publishing),
        history=history,
        gate=gate,
        missed_share=settings.pack.missed_share,
        zone=zone,
        dialog_dependencies=DialogDependencies(history=history, usage=StoredFactUsage(database), zone=zone),
        unfinished_forms=StoredUnfinishedForms(database),
        editor_settings=StoredEditorSettings(database),
    )
