"""Properties of any edit: undo restores the base, importing an export changes nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.editing import proposals
from bot.editing.uploads.contents import read_upload
from bot.editing.uploads.exports import ExportFormat, export_file
from bot.editing.uploads.refusals import UploadLimits
from bot.records.loaded_base import LoadedBase
from knowledge.facts.edits import apply_changes, diff_bases, entities, overwrite
from knowledge.facts.field_merge import merge_entity
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import Entity, Key, to_row
from tests.hypothesis_profiles import max_examples
from tests.pack.strategies import bases

LIMITS = UploadLimits(sent=10**7, unpacked=10**7)


@max_examples(15)
@given(before=bases(), after=bases())
def test_edit_then_undo_is_identity(before: FactBase, after: FactBase) -> None:
    after = replace(after, source=replace(after.source, id=before.source.id))
    changes = diff_bases(before, after)
    edited = overwrite(before, changes)
    assert diff_bases(edited, after) == ()
    assert proposals.find_conflicts(edited, [change.undone for change in changes]) == ()
    undone = overwrite(edited, [change.undone for change in changes])
    assert diff_bases(undone, before) == ()


@max_examples(15)
@given(base=bases())
def test_export_then_import_is_identity(base: FactBase) -> None:
    loaded = LoadedBase(base=base, revision=3, changed={})
    for form in ExportFormat:
        name = f"baza.{'xlsx' if form is ExportFormat.XLSX else 'zip'}"
        contents = read_upload(name, export_file(loaded, form), LIMITS)
        assert contents.revision == loaded.revision
        assert contents.base_on(base, LIMITS) == base


@max_examples(15)
@given(base=bases(), mine=bases(), now=bases(), data=st.data())
def test_resolved_conflicts_publish_the_chosen_versions(
    base: FactBase, mine: FactBase, now: FactBase, data: st.DataObject
) -> None:
    """After any other edit: fields that I chose are mine, the others theirs, and no conflict remains."""
    mine, now = (replace(one, source=replace(one.source, id=base.source.id)) for one in (mine, now))
    changes, chosen = diff_bases(base, mine), dict[tuple[Key, str], bool]()
    while conflicts := proposals.find_conflicts(now, changes):
        conflict = data.draw(st.sampled_from(conflicts))
        field = data.draw(st.sampled_from(conflict.fields or ("",)))
        takes_mine = chosen[conflict.key, field] = data.draw(st.booleans())
        changes = proposals.resolve_conflict(now, changes, conflict.number, field, mine=takes_mine)
    settled = entities(apply_changes(now, proposals.rebase(now, changes)))
    for (key, field), takes_mine in chosen.items():
        wanted = entities(mine if takes_mine else now).get(key)
        assert _field(settled.get(key), field) == _field(wanted, field)


@max_examples(15)
@given(base=bases(), mine=bases(), now=bases())
def test_entities_that_only_one_side_changed_are_as_that_side_has_them(
    base: FactBase, mine: FactBase, now: FactBase
) -> None:
    sides = [entities(one) for one in (base, mine, now)]
    for key in {key for side in sides for key in side}:
        old, my, their = (side.get(key) for side in sides)
        assert merge_entity(before=old, theirs=old, mine=my).merged == my
        assert merge_entity(before=old, theirs=their, mine=old).merged == their
        assert merge_entity(before=old, theirs=my, mine=my).merged == my


def _field(entity: Entity | None, name: str) -> object:
    return entity if entity is None or not name else to_row(entity).get(name)
