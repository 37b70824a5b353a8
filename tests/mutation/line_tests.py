"""Which tests executed which lines: a mutant is shown only to tests that can notice it."""

from __future__ import annotations

from pathlib import Path

from coverage import CoverageData

from tests.mutation.mutants import Mutant


class LineTests:
    """From the coverage of a run with a context for each test."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._data = CoverageData(str(root / ".coverage"))
        self._data.read()
        self._lines: dict[str, dict[int, list[str]]] = {}

    def of(self, mutant: Mutant) -> list[str]:
        """Tests that executed a changed line, then files whose fixtures did; none where it runs at import.

        A fixture that several files share is counted for the first of them only.
        """
        if mutant.module not in self._lines:
            found = self._data.contexts_by_lineno(str(self._root / mutant.module))
            self._lines[mutant.module] = found
        changed = range(mutant.line, mutant.line + len(mutant.before.splitlines()))
        contexts = [one for line in changed for one in self._lines[mutant.module].get(line, ())]
        if not contexts or "" in contexts:
            return []
        called = {one.removesuffix("|run") for one in contexts if one.endswith("|run")}
        files = {one.partition("::")[0] for one in contexts if not one.endswith("|run")}
        return [*sorted(called), *sorted(files)]
