"""Files with readers' texts or tokens in them: only the bot's own user may read them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o600, 0o700


def make_private_folder(folder: Path) -> None:
    """Create `folder` with its parents. One that is there keeps its mode, except a subfolder of the current
    one, such as `var`, which is the bot's own.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=FOLDER_MODE, exist_ok=True)
    if not missing and _is_own(folder):
        _restrict(folder, FOLDER_MODE)


def make_private_file(path: Path) -> None:
    """Create an empty `path` if it is missing, and take away the rights of others."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, FILE_MODE))
    _restrict(path, FILE_MODE)


def restrict_file(path: Path) -> None:
    """The same for a file that may be missing."""
    if path.is_file():
        _restrict(path, FILE_MODE)


def _is_own(folder: Path) -> bool:
    here = Path.cwd()
    return not folder.is_absolute() and folder.resolve().parent == here and here != here.parent


def _restrict(path: Path, mode: int) -> None:
    if path.stat().st_mode & 0o777 & ~mode:
        with suppress(PermissionError):  # another user's file, which the bot may use but not change
            path.chmod(mode)
