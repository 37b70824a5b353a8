"""A bot with editing, built by the composition root, on the in-process Bot API stub."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.records.editing import ProposalOrigin, Role
from bot.records.engine_holder import EngineHolder
from bot.records.outbox import ChatState
from bot.replies.answers.buttons import MORE
from bot.settings.loading import load_settings
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.editors.known_off_topic import KnownOffTopic
from bot.storage.editors.known_roles import KnownRoles
from bot.storage.journal.journal import Journal
from bot.storage.journal.reader_memory import ReaderMemory
from bot.telegram.sending.places import Place
from bot.wiring.base_refresh import load_engine
from bot.wiring.dispatcher import wire_dispatcher
from bot.wiring.editing import build_editing
from bot.wiring.journaling import Journaling
from knowledge.conversation import NEW
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, EventId, Fact, FactBase, FactId, Person, PersonId, Source, Terms
from knowledge.facts.serialization import Entity, key_of
from tests.followups.bot_harness import BotHarness
from tests.followups.harness import FollowUpsHarness

OWNER, ANNA, BORIS, REVIEWER, STRANGER = 7, 11, 12, 13, 99
PLACE = Fact(
    id=FactId("place"),
    says="Второй диалог пройдёт в Пекине.",
    topic="next",
    about=(EventId("dialogue-2"),),
    where="Пекин",
    questions=("Где пройдёт второй диалог?", "место второго диалога", "в каком городе второй диалог"),
)
CHAIR = Fact(
    id=FactId("chair"),
    says="Первый диалог вёл Го Шэнкунь.",
    topic="who",
    about=(EventId("dialogue-1"),),
    questions=("Кто вёл первый диалог?", "председатель первого диалога", "под чьим началом первый диалог"),
)
BASE = FactBase(
    source=Source(
        id="dialogue",
        title="Диалог",
        about="О диалоге.",
        publisher="Синьхуа",
        published=EdtfDate.parse("2015-12-02"),
        examples=("Где пройдёт второй диалог?", "Кто вёл первый диалог?", "Когда второй диалог?"),
    ),
    people=(Person(id=PersonId("go"), name="Го Шэнкунь", post="министр"),),
    events=(
        Event(id=EventId("dialogue-1"), title="Первый диалог", when=EdtfDate.parse("2015-12-01"), order=1),
        Event(
            id=EventId("dialogue-2"),
            title="Второй диалог",
            when=EdtfDate.parse("2027-06"),
            follows=EventId("dialogue-1"),
            order=2,
        ),
    ),
    facts=(PLACE, CHAIR),
    terms=Terms(topics={"next": "Что дальше", "who": "Кто"}),
)
MOVED = replace(PLACE, says="Второй диалог пройдёт в Шанхае.", where="Шанхай")


def change(before: Entity | None, after: Entity | None) -> Change:
    entity = after or before
    assert entity is not None
    return Change(key=key_of(entity), before=before, after=after)


class EditingHarness(BotHarness):
    """`restart` is a kill and a new process: everything but the database and Telegram is built again."""

    patience = 600.0

    def __init__(self, followups: FollowUpsHarness, settings: Settings) -> None:
        self.settings = settings
        super().__init__(followups)

    def restart(self) -> None:
        self.followups.restart()
        if not hasattr(self, "engine"):
            return  # there is no base yet
        database, now = self.followups.database, self.followups.clock
        memory, roles = ReaderMemory(), KnownRoles(database, self.settings.admin_ids)
        self.memory = memory
        self.off_topic = KnownOffTopic(database)
        journal = Journal(database, memory, "here/1")
        kept = Journaling(memory=memory, journal=journal, roles=roles, off_topic=self.off_topic)
        database.watch(kept.journal.flush)
        self.editing = build_editing(self.settings, database, self.engine, now, roles)
        self.dispatcher = wire_dispatcher(
            self.settings, database, self.engine, self.bot, now, self.editing, kept
        )
        # Tests wait for the gate, however busy the machine is.
        self.dispatcher.workflow_data["gate_screen"]._patience = self.patience

    async def read_reader(self, user: int) -> None:
        """Read anew whether the chat can be reached, as the journal does when it stores an update."""
        chat = await self.followups.chats.get(user)
        unreachable = chat is not None and chat.state is not ChatState.ACTIVE
        self.memory.read((user, user), NEW, self.memory.version, form=False, unreachable=unreachable)

    async def open(self) -> None:
        """Load the base from the database, as the program does when it starts."""
        self.engine = EngineHolder(await load_engine(self.followups.stored))
        self.restart()

    async def refresh(self) -> None:
        """Load the newest base, as `bot.wiring.base_refresh` does every two seconds."""
        self.engine.swap(await load_engine(self.followups.stored))

    async def base(self) -> FactBase:
        return (await self.followups.stored.load_base()).base

    async def revision(self) -> int:
        return await self.followups.stored.current_revision()

    async def write(self, user: int, words: str, **content: Any) -> str:
        """A person writes in a private chat. Returns the bot's last message there."""
        await self.feed(updates.text(updates.private(user), words, **content))
        return self.text_to(user)

    async def send_file(self, user: int, name: str, content: bytes, **about: Any) -> str:
        """A person sends a file in a private chat. Returns the bot's last message there."""
        file_id = f"sent-{len(self.api.files)}"
        self.api.files[file_id] = content
        await self.feed(updates.document(updates.private(user), file_id, name, len(content), **about))
        return self.text_to(user)

    async def tap(self, user: int, label: str, shown: Json | None = None) -> str | None:
        """A person presses a button of `shown`, or of the last message to them, behind «⋯» if need be.
        Returns the notice.
        """
        message = shown or self.messages_to(user)[-1]
        labels = [text for text, _ in self.buttons(message)]
        if label not in labels and MORE in labels:
            await self.tap(user, MORE, message)
        found = [data for text, data in self.buttons(message) if text == label]
        assert found, f"no «{label}» in {[text for text, _ in self.buttons(message)]}"
        return await self.press_data(found[0], message, updates.user(user))

    def messages_to(self, user: int) -> list[Json]:
        return [one for one in self.shown if one["chat"]["id"] == user]

    def text_to(self, user: int) -> str:
        return str(self.messages_to(user)[-1].get("text", ""))

    def labels_to(self, user: int) -> list[str]:
        return [text for message in self.messages_to(user)[-1:] for text, _ in self.buttons(message)]

    async def person(self, user: int) -> Any:
        """The Editor with this user id."""
        found = await self.editing.staff.editor(user, f"Читатель {user}")
        assert found is not None
        return found

    async def propose(self, user: int, *changes: Change, **about: Any) -> int:
        """Make a proposal and show its gate screen. Returns the proposal's number."""
        editor = await self.person(user)
        self.api.chats.setdefault(user, updates.private(user))
        made = await self.editing.publishing.propose(changes, editor, origin=ProposalOrigin.CHAT, **about)
        number: int = made.proposal.id  # type: ignore[union-attr]  # tests make valid proposals
        screen = self.dispatcher.workflow_data["gate_screen"]
        await screen.show_proposal(Place(chat_id=user), number, editor)
        return number


async def open_harness(
    database: Database,
    folder: Path,
    base: FactBase = BASE,
    *,
    now: str = "2027-05-01 12:00",
    **options: Any,
) -> EditingHarness:
    """A bot seeded with `base`, with an owner, two editors and a reviewer."""
    found = load_settings({}, dotenv=folder / "none")
    settings = found.model_copy(
        update={
            "admin_ids": (OWNER,),
            "pack_dir": folder,
            "pack": found.pack.model_copy(update={"missed_share": options.pop("missed_share", 1.0)}),
            "editing": found.editing.model_copy(update={"harmed_share": 1.0} | options),
        }
    )
    followups = FollowUpsHarness(database, now)
    await followups.seed(base)
    harness = EditingHarness(followups, settings)
    await harness.open()
    owner = await harness.person(OWNER)
    for user, role in ((ANNA, Role.EDITOR), (BORIS, Role.EDITOR), (REVIEWER, Role.REVIEWER)):
        await harness.editing.staff.give(owner, user, f"Читатель {user}", role)
    return harness
