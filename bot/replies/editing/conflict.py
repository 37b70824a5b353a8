"""The screen of a proposal in conflict with newer edits: both versions of each entity, and the choice."""

from __future__ import annotations

from collections.abc import Sequence

from bot.records.editing import Proposal
from bot.replies import revisions
from bot.replies.editing import entity_changes
from bot.replies.editing.gate import DROP, MINE, SHOWN, THEIRS
from bot.replies.editing.proposals import head
from bot.replies.parts import Button, Part, Reply, Strong, Text
from knowledge.facts.serialization import Entity, Key


def conflict(proposal: Proposal, conflicts: Sequence[tuple[Key, Entity | None, Entity | None]]) -> Reply:
    """`conflicts`: key, the base's version and the author's version of each entity."""
    parts: list[Part] = [
        Strong(head(proposal)),
        Text("\nПока вы правили, это изменили другие. Посмотрите обе версии и выберите."),
    ]
    rows: list[tuple[Button, ...]] = []
    for key, theirs, mine in conflicts[:SHOWN]:
        name = revisions.entity_name(key)
        parts += [Text("\n\n"), Strong(name), Text(f"\nСейчас в базе:\n{entity_changes.entity(theirs)}")]
        parts.append(Text(f"\nУ вас:\n{entity_changes.entity(mine)}"))
        about = f"{proposal.id}:{key.kind.value}:{key.id}"
        both = ((MINE, "e-mine"), (THEIRS, "e-theirs"))
        label = f": {key.id}" if len(conflicts) > 1 else ""
        rows.append(
            tuple(Button(label=f"{one}{label}"[:64], action=verb, argument=about) for one, verb in both)
        )
    rows.append((Button(label=DROP, action="e-drop", argument=str(proposal.id)),))
    return Reply(parts=tuple(parts), buttons=tuple(rows))
