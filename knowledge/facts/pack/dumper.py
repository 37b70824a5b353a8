"""A FactBase -> the texts of its files, as an editor would write them; loading them gives an equal base."""

from __future__ import annotations

from typing import Any

import yaml

from knowledge.facts.model import FactBase, Terms
from knowledge.facts.pack.pack_files import PACK_FILES, PackFile
from knowledge.facts.pack.yaml_tree import NULLS
from knowledge.facts.serialization import Entity, to_row

try:
    from yaml import CSafeDumper as _SafeDumper
except ImportError:  # pragma: no cover - a build of PyYAML without libyaml is only slower
    from yaml import SafeDumper as _SafeDumper  # type: ignore[assignment]  # same methods, no common base

_WIDTH = 110
_FACTS = next(file for file in PACK_FILES if file.stem == "facts")


class _Dumper(_SafeDumper):
    """Writes every text without quotes where it can: the loader reads `2016-06` and `no` as text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - PyYAML's own way to set it

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _represent_text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if text in NULLS else None)


_Dumper.add_representer(str, _represent_text)


def dump_pack(base: FactBase) -> dict[str, str]:
    """The files of the pack by name. An empty list or a key with its default is left out."""
    return {file.name: _dump(rows) for file, rows in plain_rows(base).items()}


def plain_rows(base: FactBase) -> dict[PackFile, Any]:
    """The rows of each file that is needed, or its only one: texts, lists and mappings of texts."""
    contents = {file: getattr(base, file.stem) for file in PACK_FILES} | {_FACTS: base.every_fact}
    return {
        file: [_row(file, entity) for entity in content] if file.is_list else _row(file, content)
        for file, content in contents.items()
        if _is_needed(file, content)
    }


def _is_needed(file: PackFile, content: Any) -> bool:
    """Whether a file is written: one of further sources or terms may be absent."""
    return content != Terms() and (file.stem != "sources" or bool(content))


def _dump(rows: Any) -> str:
    return str(yaml.dump(rows, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH))


def _row(file: PackFile, entity: Entity) -> dict[str, Any]:
    row = to_row(entity)
    return {key: _as_texts(row[key]) for key in file.keys if row.get(key, "") != ""}


def _as_texts(value: Any) -> Any:
    """The value with every scalar as text; an empty text is left out, since no key may hold one."""
    match value:
        case dict():
            return {key: _as_texts(item) for key, item in value.items() if item != ""}
        case list():
            return [_as_texts(item) for item in value]
        case True:
            return "true"
    return str(value)
