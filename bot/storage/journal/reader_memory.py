"""What is remembered of the readers who asked last: conversation, open forms, whether they can be reached.

It is read anew with each update, in the transaction that stores it; between that and the answer, and while
the database is away, this is what there is.
"""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.conversation import NEW, Conversation

MOST_READERS = 10_000
"""Beyond this the reader who asked longest ago is forgotten."""
Key = tuple[int, int]
"""Chat and user."""


@dataclass(slots=True)
class _Reader:
    conversation: Conversation
    version: int
    form: bool = False
    unreachable: bool = False


class ReaderMemory:
    """`version` tells what was changed here after a transaction began, so that its rows are older."""

    def __init__(self, is_blind: Callable[[], bool] = lambda: False, most: int = MOST_READERS) -> None:
        """`is_blind`: the database is away; whoever is not remembered is then taken to be ordinary."""
        self._is_blind = is_blind
        self._most = most
        self._readers: OrderedDict[Key, _Reader] = OrderedDict()
        self._versions = itertools.count(1)
        self.version = 0

    def conversation(self, key: Key) -> Conversation | None:
        """None where it is not in memory."""
        found = self._readers.get(key)
        return None if found is None else found.conversation

    def is_ordinary(self, key: Key) -> bool:
        """Whether the reader surely has no open form, and the chat is not marked unreachable."""
        found = self._readers.get(key)
        return self._is_blind() if found is None else not found.form and not found.unreachable

    def has_no_form(self, key: Key) -> bool:
        """Whether the reader surely has no open form."""
        found = self._readers.get(key)
        return found is not None and not found.form

    def is_unreachable(self, key: Key) -> bool:
        found = self._readers.get(key)
        return found is not None and found.unreachable

    def save(self, key: Key, conversation: Conversation) -> None:
        """A turn was answered here."""
        self._changed(key).conversation = conversation

    def form_changed(self, key: Key) -> None:
        """A form was opened or closed; the next update tells which."""
        self._changed(key).form = True

    def reached(self, key: Key) -> None:
        """The chat is active again."""
        self._changed(key).unreachable = False

    def read(
        self, key: Key, conversation: Conversation, since: int, *, form: bool, unreachable: bool
    ) -> None:
        """What the database had in a transaction that began at version `since`."""
        found = self._readers.get(key)
        if found is not None and found.version > since:
            return
        self._readers[key] = _Reader(conversation, since, form, unreachable)
        self._readers.move_to_end(key)
        self._forget_oldest()

    def forget(self, person: int) -> None:
        """Everything about a person, in any chat."""
        for key in [key for key in self._readers if person in key]:
            del self._readers[key]

    def _changed(self, key: Key) -> _Reader:
        self.version = next(self._versions)
        found = self._readers.setdefault(key, _Reader(NEW, self.version))
        found.version = self.version
        self._readers.move_to_end(key)
        self._forget_oldest()
        return found

    def _forget_oldest(self) -> None:
        while len(self._readers) > self._most:
            self._readers.popitem(last=False)
