"""Whatever the edit: undone it leaves the base as it was, exported and sent back it changes nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.editing import proposals, uploaded_files
from bot.editing.uploaded_files import Limits
from knowledge.facts.edits import apply_changes, diff_bases, entities, overwrite
from knowledge.facts.model import FactBase
from knowledge.facts.pack import load_files
from knowledge.facts.serialization import Key
from tests.pack.bases import bases

LIMITS = Limits(sent=10**7, unpacked=10**7)


@settings(max_examples=30, deadline=None)
@given(before=bases(), after=bases())
def test_edit_then_undo_is_identity(before: FactBase, after: FactBase) -> None:
    after = replace(after, source=replace(after.source, id=before.source.id))
    changes = diff_bases(before, after)
    edited = overwrite(before, changes)
    assert diff_bases(edited, after) == ()
    assert proposals.clashes(edited, [change.undone for change in changes]) == ()
    undone = overwrite(edited, [change.undone for change in changes])
    assert diff_bases(undone, before) == ()


@settings(max_examples=30, deadline=None)
@given(base=bases())
def test_export_then_import_is_identity(base: FactBase) -> None:
    files = uploaded_files.files("baza.zip", uploaded_files.packed(base), base, LIMITS)
    assert load_files(files) == base


@settings(max_examples=30, deadline=None)
@given(base=bases(), mine=bases(), now=bases(), data=st.data())
def test_a_settled_conflict_publishes_what_was_chosen(
    base: FactBase, mine: FactBase, now: FactBase, data: st.DataObject
) -> None:
    """Whatever somebody did meanwhile: mine is mine, theirs is left as it stands, and no clash remains."""
    mine, now = (replace(one, source=replace(one.source, id=base.source.id)) for one in (mine, now))
    changes, kept = diff_bases(base, mine), set[Key]()
    while clashes := proposals.clashes(now, changes):
        clash = data.draw(st.sampled_from(clashes))
        chosen = data.draw(st.booleans())
        changes = proposals.resolved(now, changes, clash.number, mine=chosen)
        kept |= set() if chosen else {clash.key}
    settled = entities(apply_changes(now, proposals.rebased(now, changes)))
    for change in diff_bases(base, mine):
        wanted = entities(now).get(change.key) if change.key in kept else change.after
        assert settled.get(change.key) == wanted
