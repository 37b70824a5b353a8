"""A FactBase -> the texts of its files, as an editor would write them; loading them gives it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from knowledge.facts.model import Basis, Event, Fact, FactBase, Participation, Person, Source, Terms

try:
    from yaml import CSafeDumper as _SafeDumper
except ImportError:  # pragma: no cover - a build of PyYAML without libyaml is only slower
    from yaml import SafeDumper as _SafeDumper  # type: ignore[assignment]  # same methods, no common base

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_WIDTH = 110


class _Dumper(_SafeDumper):
    """Writes every text plainly where it can: the loader reads `2016-06` and `no` as text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - PyYAML's own way to set it

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if text in _NULLS else None)


_Dumper.add_representer(str, _text)


def dump_pack(base: FactBase) -> dict[str, str]:
    """The files of the pack by name. An empty list or a key with its default is left out."""
    rows: dict[str, Any] = {
        "source.yaml": _present(_source(base.source)),
        "people.yaml": [_present(_person(person)) for person in base.people],
        "events.yaml": [_present(_event(event)) for event in base.events],
        "facts.yaml": [_present(_fact(fact)) for fact in base.facts],
    }
    if base.terms != Terms():
        rows["terms.yaml"] = _present(_terms(base.terms))
    return {name: _dump(content) for name, content in rows.items()}


def _dump(content: Any) -> str:
    text = yaml.dump(content, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return str(text)


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "about": source.about,
        "publisher": source.publisher,
        "published": str(source.published),
        "because": source.because,
        "place": source.place,
        "url": source.url,
        "examples": list(source.examples),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "post": person.post,
        "side": person.side,
        "names": list(person.names),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "title": event.title,
        "when": _or_none(event.when),
        "where": event.where,
        "follows": event.follows,
        "order": _or_none(event.order),
        "people": _parts(event.people),
        "cancelled": "true" if event.cancelled else None,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "says": fact.says,
        "topic": fact.topic,
        "questions": list(fact.questions),
        "about": list(fact.about),
        "people": _parts(fact.people),
        "said_by": fact.said_by,
        "when": _or_none(fact.when),
        "where": fact.where,
        "paragraph": _or_none(fact.paragraph),
        "basis": None if fact.basis is Basis.STATED else fact.basis.value,
        "because": fact.because,
    }


def _terms(terms: Terms) -> dict[str, Any]:
    return {
        "synonyms": [list(group) for group in terms.synonyms],
        "short": dict(terms.short),
        "topics": dict(terms.topics),
    }


def _parts(parts: Sequence[Participation]) -> list[dict[str, Any]]:
    return [_present({"id": part.person, "role": part.role}) for part in parts]


def _or_none(value: object) -> str | None:
    return None if value is None else str(value)


def _present(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value not in (None, [], {}, "")}
