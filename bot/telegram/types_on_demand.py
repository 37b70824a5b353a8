"""Imports aiogram without building its types: pydantic builds each when it is first used.

aiogram builds all of its 350 types and 180 methods while it is imported, which takes four fifths of the
time of the import and 110 MB. A bot uses some thirty of them.
"""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import Any

import pydantic
from pydantic import BaseModel

_NAME = re.compile(r"\w+")


def import_aiogram() -> None:
    """Does nothing where aiogram is imported already: its types are built then."""
    if "aiogram" in sys.modules:
        return
    with _building_put_off() as names:
        importlib.import_module("aiogram.types")
    for kind in names.values():
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            _complete_module(kind, names)


@contextmanager
def _building_put_off() -> Iterator[Mapping[str, Any]]:
    """Models are created unbuilt; yields what aiogram resolves the names in its annotations by."""
    names: dict[str, Any] = {}
    rebuild, config = BaseModel.__dict__["model_rebuild"], pydantic.ConfigDict

    def put_off(_: type[BaseModel], *, _types_namespace: Mapping[str, Any] | None = None) -> None:
        names.update(_types_namespace or {})

    setattr(BaseModel, "model_rebuild", classmethod(put_off))  # noqa: B010 - mypy refuses an assignment
    setattr(pydantic, "ConfigDict", partial(config, defer_build=True))  # noqa: B010 - the same
    try:
        yield names
    finally:
        setattr(BaseModel, "model_rebuild", rebuild)  # noqa: B010 - the same
        setattr(pydantic, "ConfigDict", config)  # noqa: B010 - the same


def _complete_module(kind: type[BaseModel], names: Mapping[str, Any]) -> None:
    """Put the names in the annotations of a model and of its bases where pydantic looks for them; most are
    imported for type checkers alone.
    """
    module = vars(sys.modules[kind.__module__])
    for annotation in chain.from_iterable(inspect.get_annotations(one).values() for one in kind.__mro__):
        for name in _NAME.findall(annotation) if isinstance(annotation, str) else ():
            if name in names:
                module.setdefault(name, names[name])
