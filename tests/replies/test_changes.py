"""The changes of an edit are shown in Russian, not by the pack's keys."""

from __future__ import annotations

from dataclasses import replace

from bot.replies.editing.entity_changes import lines
from knowledge.facts.edits import Change
from knowledge.facts.model import Basis, Participation
from knowledge.facts.serialization import key_of
from tests.replies.sample_base import BORIS, OPENED


def test_roles_and_basis_are_shown_in_russian() -> None:
    after = replace(OPENED, people=(Participation(person=BORIS.id, role="guest"),), basis=Basis.INFERRED)
    found = list(lines(Change(key=key_of(OPENED), before=OPENED, after=after)))
    assert found == [
        "Меняется: сведение «Мост открыли Анна Белова и Борис Крот»",
        "  Люди: − anna (председатель); − boris (председатель); + boris (гость)",
        "  Основание: сказано в источнике → выведено из сказанного",
    ]
