"""Builds the gate and the lifecycle of edits, for the bot and for `spravka facts import`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from zoneinfo import ZoneInfo

from bot.editing.amendments import Amendments
from bot.editing.examination import Examination
from bot.editing.gate import EditGate
from bot.editing.gate_probes import GateProbes
from bot.editing.golden_questions import load_golden_probes
from bot.editing.publication import PublicationService
from bot.editing.standing_replies import StandingReplies
from bot.evaluation.question_files import FOLDER
from bot.records.engine_holder import EngineHolder
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.editors.editors_inbox import StoredQuestionInbox
from bot.storage.fact_base.base_store import StoredBase
from bot.storage.fact_base.proposals import StoredProposals
from bot.storage.fact_base.settled_alarms import StoredSettledAlarms
from bot.storage.followups.answer_alerts import StoredAnswerAlerts
from bot.storage.followups.change_notices import StoredChangeNotices
from bot.storage.readers.question_log import StoredQuestions


def build_gate(settings: Settings, database: Database, engine: EngineHolder, now: Clock) -> EditGate:
    """The gate, which compares replies to readers' and golden questions before and after an edit."""
    probes = GateProbes(
        StoredQuestions(database),
        StoredQuestionInbox(database),
        StoredAnswerAlerts(database),
        load_golden_probes(settings.pack_dir / FOLDER),
        settings.editing.asked_days,
        now,
    )
    return EditGate(
        engine,
        StandingReplies(engine, now),
        probes,
        StoredSettledAlarms(database),
        now,
        ZoneInfo(settings.followups.zone),
        settings.pack.missed_share,
        settings.editing.harmed_share,
    )


def build_examination(settings: Settings, database: Database, gate: EditGate, now: Clock) -> Examination:
    return Examination(
        StoredProposals(database),
        StoredBase(database, ZoneInfo(settings.followups.zone)),
        gate,
        StoredChangeNotices(database),
        StoredSettledAlarms(database),
        now,
    )


def build_amendments(settings: Settings, database: Database, now: Clock) -> Amendments:
    base_store = StoredBase(database, ZoneInfo(settings.followups.zone))
    return Amendments(StoredProposals(database), base_store, now)


def build_publishing(
    settings: Settings,
    database: Database,
    now: Clock,
    catch_up: Callable[[], Awaitable[None]],
) -> PublicationService:
    return PublicationService(
        StoredProposals(database),
        StoredBase(database, ZoneInfo(settings.followups.zone)),
        now,
        catch_up=catch_up,
        approval=settings.editing.approval,
    )
