"""Three-way merge of a pack's files into an edited base."""

from __future__ import annotations

from dataclasses import replace

from knowledge.facts.edits import apply_changes, entities
from knowledge.facts.merge import Clash, Merged, merge
from knowledge.facts.model import Fact, FactBase
from knowledge.facts.serialization import key_of
from tests.knowledge.sample_base import ANNA, BOATS, ENVOY, FIRST, JEAN, MAYOR, OPENED, SECOND, SOURCE, SPEECH

IMPORTED = FactBase(
    source=SOURCE, people=(ANNA, JEAN), events=(FIRST, SECOND), facts=(OPENED, MAYOR, SPEECH, BOATS)
)
WITHOUT_JEAN = replace(IMPORTED, people=(ANNA,), facts=(OPENED, MAYOR, BOATS))
MORE_BOATS = replace(BOATS, says="В регате участвовали тринадцать лодок.")
LONGER_SPEECH = replace(SPEECH, says="Жан Мартен призвал беречь озеро и лес.")


def merged(files: FactBase, ours: FactBase) -> Merged:
    result = merge(imported=entities(IMPORTED), files=entities(files), ours=entities(ours))
    assert entities(apply_changes(ours, result.changes)) == entities(result.base)
    return result


def with_facts(base: FactBase, *facts: Fact) -> FactBase:
    """The base with facts replaced by those of the same id."""
    new = {fact.id: fact for fact in facts}
    return replace(base, facts=tuple(new.get(fact.id, fact) for fact in base.facts))


def test_what_only_the_files_changed_is_taken() -> None:
    result = merged(files=with_facts(IMPORTED, MORE_BOATS), ours=with_facts(IMPORTED, LONGER_SPEECH))
    assert result.base == with_facts(IMPORTED, MORE_BOATS, LONGER_SPEECH)
    assert result.clashes == ()


def test_what_both_changed_stays_ours_and_clashes() -> None:
    theirs = replace(SPEECH, says="Жан Мартен молчал.")
    result = merged(files=with_facts(IMPORTED, theirs), ours=with_facts(IMPORTED, LONGER_SPEECH))
    assert result.base.fact_by_id[SPEECH.id] == LONGER_SPEECH
    assert result.clashes == (Clash(key=key_of(SPEECH), ours=LONGER_SPEECH, theirs=theirs),)


def test_person_dropped_from_the_files_stays_while_an_edited_fact_names_them() -> None:
    """The rest of the files' changes is taken all the same."""
    result = merged(files=with_facts(WITHOUT_JEAN, MORE_BOATS), ours=with_facts(IMPORTED, LONGER_SPEECH))
    assert entities(result.base) == entities(with_facts(IMPORTED, LONGER_SPEECH, MORE_BOATS))
    assert {clash.key for clash in result.clashes} == {key_of(JEAN), key_of(SPEECH)}


def test_new_fact_of_the_files_waits_if_it_names_a_person_retired_here() -> None:
    files = with_facts(replace(IMPORTED, facts=(*IMPORTED.facts, ENVOY)), MORE_BOATS)
    result = merged(files=files, ours=WITHOUT_JEAN)
    assert result.base == with_facts(WITHOUT_JEAN, MORE_BOATS)
    assert result.clashes == (Clash(key=key_of(ENVOY), ours=None, theirs=ENVOY),)


def test_edits_of_different_fields_of_one_event_are_merged() -> None:
    files = replace(IMPORTED, events=(replace(FIRST, follows=SECOND.id), replace(SECOND, follows=None)))
    ours = replace(IMPORTED, events=(FIRST, replace(SECOND, title="Вторая регата на озере")))
    result = merged(files=files, ours=ours)
    assert result.base.event_by_id[SECOND.id] == replace(SECOND, follows=None, title="Вторая регата на озере")
    assert result.clashes == ()


def test_edits_that_make_a_circle_together_are_not_merged() -> None:
    apart = replace(IMPORTED, events=(FIRST, replace(SECOND, follows=None)))
    files = replace(apart, events=(replace(FIRST, follows=SECOND.id), apart.events[1]))
    ours = replace(apart, events=(FIRST, replace(SECOND, follows=FIRST.id)))
    result = merge(imported=entities(apart), files=entities(files), ours=entities(ours))
    assert result.base == ours
    assert {clash.key for clash in result.clashes} == {key_of(FIRST)}
