"""Reads what a Bot API server older or newer than aiogram's types sends.

A required field that is missing becomes false, zero or empty, so that a right is never assumed; a part that
cannot be read is left out. What the bot needs is read all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

T = TypeVar("T")
Path = tuple[str | int, ...]
_ROUNDS = 30
_NEUTRAL: tuple[Any, ...] = (False, 0, "", [])
"""What a missing field becomes: the first that its type accepts."""


def read_leniently(read: Callable[[Any], T], data: Any, *, root: int) -> T:
    """What `read` gives for `data`, repaired if need be. The first `root` levels are never left out.

    Raises ValidationError where no repair helps.
    """
    try:
        return read(data)
    except ValidationError as error:
        first = error
    repaired, tried = deepcopy(data), dict[Path, int]()
    problems = first
    for _ in range(_ROUNDS):
        if not _repair(repaired, problems, tried, root):
            break
        try:
            return read(repaired)
        except ValidationError as error:
            problems = error
    raise first


def _repair(data: Any, error: ValidationError, tried: dict[Path, int], root: int) -> bool:
    """Fill in what is missing, else leave out the deepest part that is wrong; False where neither is left."""
    problems = [
        (one["type"], tuple(one["loc"])) for one in error.errors(include_url=False, include_input=False)
    ]
    for location in _missing_only(problems):
        if _fill(data, (*_present(data, location[:-1]), location[-1]), tried):
            return True
    wrong = [_container(data, kind, location) for kind, location in problems]
    for path in sorted(set(wrong), key=len, reverse=True):
        if len(path) > root and (_fill(data, path, tried) if path in tried else _remove(data, path)):
            return True
        if len(path) - 1 > root and path in tried and _remove(data, path[:-1]):
            return True
    return False


def _missing_only(problems: list[tuple[str, Path]]) -> Iterator[Path]:
    """Missing fields of objects that have no other fault; of a union's members that is the right one."""
    by_object: dict[Path, list[tuple[str, Path]]] = defaultdict(list)
    for kind, location in problems:
        by_object[location[:-1]].append((kind, location))
    for found in sorted(by_object.values(), key=len):
        if all(kind == "missing" for kind, _ in found):
            yield from (location for _, location in found)


def _container(data: Any, kind: str, location: Path) -> Path:
    """The part to leave out: the wrong value, or the whole object where its kind is unknown."""
    path = _present(data, location)
    return path[:-1] if kind == "literal_error" and path else path


def _present(data: Any, location: Path) -> Path:
    """The steps of an error's location that exist in the data; pydantic adds the names of types."""
    path: list[str | int] = []
    for step in location:
        if _has(data, step):
            path.append(step)
            data = data[step]
    return tuple(path)


def _has(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, Mapping) and step in data


def _fill(data: Any, path: Path, tried: dict[Path, int]) -> bool:
    """Give a field the next neutral value; False where all were tried."""
    number = tried.get(path, 0)
    parent = _at(data, path[:-1])
    if number == len(_NEUTRAL) or not isinstance(parent, dict):
        return False
    parent[path[-1]] = deepcopy(_NEUTRAL[number])
    tried[path] = number + 1
    return True


def _remove(data: Any, path: Path) -> bool:
    parent = _at(data, path[:-1])
    if not path or not _has(parent, path[-1]):
        return False
    del parent[path[-1]]
    return True


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data
