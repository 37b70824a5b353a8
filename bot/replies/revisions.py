"""Names of entities, changes and revisions in one line, for the terminal and for editors in the chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.replies import dates
from bot.replies.truncation import shorten
from knowledge.facts.edits import Change
from knowledge.facts.serialization import TERMS, Entity, EntityKind, Key

_SHOWN = 10
_TITLE = 60
_TITLES = ("says", "title", "name")
_SEED = "seed"
_ORIGINS = {
    _SEED: "первое наполнение",
    "files": "из файлов",
    "import": "импорт",
    "chat": "из чата",
    "undo": "отмена",
    "inbox": "из входящих",
    "article": "черновик из статьи",
    "settle": "выбор версии",
}
_KINDS = {
    "source": "источник",
    "further-source": "ещё один источник",
    "person": "человек",
    "event": "событие",
    "fact": "сведение",
    "terms": "словарь",
}


def revision_line(number: int, at: datetime, zone: ZoneInfo, author: str, why: str, origin: str) -> str:
    """Number, time, origin, author and reason of a revision."""
    reason = f" — {why}" if why else ""
    # Nobody has made the first one.
    by = "" if origin == _SEED else f", {author}"
    return f"{number}. {dates.moment(at, zone)}, {origin_name(origin)}{by}{reason}"


def origin_name(origin: str) -> str:
    """Where an edit came from."""
    return _ORIGINS.get(origin, origin)


def change_line(change: Change) -> str:
    """«+ сведение opening»; the sign says added, removed or changed."""
    sign = "+" if change.before is None else "−" if change.after is None else "±"
    return f"{sign} {entity_name(change.key)}"


def titled_change(change: Change) -> str:
    """«± сведение «Второй диалог пройдёт в Пекине»»: the same for the chat, by what the entry says."""
    sign = "+" if change.before is None else "−" if change.after is None else "±"
    return f"{sign} {titled(change.key, change.after or change.before)}"


def titled(key: Key, entity: Entity | None, longest: int = _TITLE) -> str:
    """The kind with the first words, the title or the name; with the id where there is none of them."""
    said = next((text for name in _TITLES if (text := getattr(entity, name, ""))), "")
    return f"{_KINDS[key.kind.value]} «{shorten(said.rstrip(' .'), longest)}»" if said else _named(key)


def _named(key: Key) -> str:
    return _KINDS[key.kind.value] if key == TERMS else entity_name(key)


def kind_name(kind: EntityKind) -> str:
    """«сведение»."""
    return _KINDS[kind.value]


def entity_name(key: Key) -> str:
    """«сведение opening»."""
    return f"{_KINDS[key.kind.value]} {key.id}"


def no_revision(number: int) -> str:
    return f"Правки {number} нет."


def outdated_file(keys: Sequence[Key], revision: int) -> str:
    """A file of an older base whose changes meet later ones of the same entities."""
    named = [entity_name(key) for key in keys[:_SHOWN]]
    more = [f"ещё {len(keys) - _SHOWN}"] if len(keys) > _SHOWN else []
    return (
        f"Он выгружен после правки {revision}, а с тех пор в базе изменилось то же самое: "
        f"{', '.join([*named, *more])}. Выгрузите базу заново и внесите изменения в неё."
    )


def other_pack(kept: str, given: str) -> str:
    """`kept`: id of the pack in the database; `given`: of the files."""
    return f"В базе данных «{kept}», а в файлах «{given}»."
