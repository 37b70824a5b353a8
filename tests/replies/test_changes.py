"""The changes of an edit are shown in Russian, not by the pack's keys."""

from __future__ import annotations

from dataclasses import replace

from bot.replies.editing import field_values as values
from bot.replies.editing.entity_changes import lines
from bot.replies.editing.sources import EDITORS_WORD
from knowledge.facts.edits import Change
from knowledge.facts.model import Basis, EventId, FurtherSource, Participation
from knowledge.facts.serialization import key_of, to_row
from tests.replies.sample_base import BASE, BORIS, OPENED, SOURCE


def test_roles_and_basis_are_shown_in_russian() -> None:
    after = replace(OPENED, people=(Participation(person=BORIS.id, role="guest"),), basis=Basis.INFERRED)
    found = list(lines(Change(key=key_of(OPENED), before=OPENED, after=after), BASE))
    assert found == [
        "Меняется: сведение «Мост открыли Анна Белова и Борис Крот»",
        "  Люди: − Анна Белова (председатель); − Борис Крот (председатель); + Борис Крот (гость)",
        "  Основание: сказано в источнике → выведено из сказанного",
    ]


def test_what_an_editor_says_is_not_said_in_a_source() -> None:
    word = FurtherSource(id="editor-2020-05-03", title=EDITORS_WORD)
    base = replace(BASE, sources=(word,))
    old = replace(OPENED, basis=Basis.INFERRED, because="по номеру газеты")
    after = replace(old, source=word.id, basis=Basis.STATED, because=None)
    told = list(lines(Change(key=key_of(old), before=old, after=after), base))
    assert f"  Основание: выведено из сказанного → {EDITORS_WORD}" in told
    assert values.of_row("fact", "basis", to_row(after), base) == EDITORS_WORD
    assert values.of_row("fact", "source", to_row(OPENED), base) == SOURCE.publisher
    assert values.of_row("fact", "basis", to_row(OPENED), base) == "сказано в источнике"


def test_an_id_without_a_record_is_said_to_be_one() -> None:
    after = replace(OPENED, about=(EventId("gone"),))
    told = "\n".join(lines(Change(key=key_of(OPENED), before=OPENED, after=after), BASE))
    assert "+ «gone (такой записи в базе нет)»" in told
