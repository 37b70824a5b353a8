"""Which files changed: since the branch left main, or by the last commit if main itself is clean."""

from __future__ import annotations

import subprocess
from pathlib import Path


def changed_files(project: Path) -> list[str]:
    """Paths relative to `project` of files that exist; untracked files are among them."""
    found = _changed_since(project, _fork_point(project)) or _changed_since(project, "HEAD~1")
    return [path for path in found if (project / path).is_file()]


def _fork_point(project: Path) -> str:
    return next(iter(_git(project, "merge-base", "HEAD", "main")), "HEAD")


def _changed_since(project: Path, commit: str) -> list[str]:
    changed = _git(project, "diff", "--name-only", commit)
    untracked = _git(project, "ls-files", "--others", "--exclude-standard")
    return sorted({*changed, *untracked})


def _git(project: Path, *arguments: str) -> list[str]:
    """The lines that git prints; none if it fails, as where there is no branch main."""
    command = ["git", "-c", "core.quotePath=off", *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else []
