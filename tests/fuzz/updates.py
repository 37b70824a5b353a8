"""Makes updates that Telegram would not send: random ones of aiogram's types, mutated, broken as text."""

from __future__ import annotations

import json
import random
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from aiogram.types import Update
from pydantic import BaseModel

from bot.demo.botapi import updates

Json = Any
READER = 7_000_000
_QUESTIONS = (
    "Когда состоится второй диалог?",
    "А где?",
    "/start",
    "/why",
    "/facts",
    "/remind",
    "1",
    "ё" * 5000,
)
_TEXTS = (
    "",
    "ё",
    "\ud800",
    "\0",
    "/start@x",
    "🙂" * 300,
    "a" * 10_000,
    "<b>",
    "%s{}",
    "\u202e",
    "2" * 5000,
    "-1",
)
_NUMBERS = (
    0,
    -1,
    1,
    2**31,
    2**53,
    2**63 - 1,
    2**63,
    -(2**63),
    10**30,
    1.5,
    1e308,
    float("inf"),
    float("nan"),
)
_DEEPEST = 5
SECRET_TEXT = "geheimnis"
"""Stands in every text that a reader might write, so that a test can search the log for it."""


class UpdateMaker:
    """`make` gives the body of one request; the seed chooses what is wrong with it."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._numbers = 1_000_000
        self._ways: Sequence[Callable[[], str]] = (
            self._valid,
            self._mutated,
            self._mutated,
            self._typed,
            self._broken,
        )

    def make(self) -> bytes:
        body = self._rng.choice(self._ways)()
        return body.encode("utf-8", "surrogatepass")

    def _valid(self) -> str:
        return self._text(self._template())

    def _mutated(self) -> str:
        value = self._template()
        for _ in range(self._rng.randint(1, 4)):
            value = self._mutate(value)
        return self._text(value)

    def _typed(self) -> str:
        """An object of aiogram's types with random fields, of any kind that Telegram has."""
        kind = self._rng.choice([name for name in Update.model_fields if name != "update_id"])
        body = self._of_type(Update.model_fields[kind].annotation, 0)
        return self._text({"update_id": self._next(), kind: body})

    def _broken(self) -> str:
        text = self._text(self._template())
        place = self._rng.randrange(len(text))
        match self._rng.randrange(5):
            case 0:
                return text[:place]
            case 1:
                return text[:place] + chr(self._rng.randrange(0x3000)) + text[place:]
            case 2:
                depth = self._rng.choice((50, 500, 20_000))
                return text.replace('"message"', '"x":' + "[" * depth + "]" * depth + ',"message"', 1)
            case 3:
                return text.replace(
                    '"id": ', self._rng.choice(('"id": -Infinity, "i": ', '"id": 1e999, "i": '))
                )
        return "".join(chr(self._rng.randrange(32, 0x500)) for _ in range(self._rng.randrange(80)))

    def _next(self) -> int:
        self._numbers += 1
        return self._numbers

    def _template(self) -> dict[str, Json]:
        chat = updates.private(READER + self._rng.randrange(500))
        words = self._rng.choice(_QUESTIONS)
        shown = updates.message(chat, text="ответ")
        made = self._rng.choice(
            (
                lambda: updates.text(chat, f"{words} {SECRET_TEXT}" if words[0] != "/" else words),
                lambda: updates.text(updates.group(-READER), words, updates.user(chat["id"])),
                lambda: updates.callback(
                    shown, self._rng.choice(("show:second-dialogue", "x", "snooze:1:1"))
                ),
                lambda: updates.inline(words, updates.user(chat["id"])),
                lambda: updates.reaction(chat, 1, "👍"),
                lambda: updates.membership(chat, updates.user(42), "kicked"),
                lambda: updates.document(chat, "f", "a.yaml", 10),
                lambda: {"edited_message": updates.message(chat, text=words, edit_date=1)},
            )
        )()
        return {"update_id": self._next(), **made}

    def _text(self, value: Json) -> str:
        return json.dumps(value, ensure_ascii=self._rng.random() < 0.5)

    def _junk(self) -> Json:
        return self._rng.choice(
            (
                None,
                True,
                [],
                {},
                [[]],
                {"id": None},
                {"": ""},
                self._rng.choice(_TEXTS),
                self._rng.choice(_NUMBERS),
            )
        )

    def _mutate(self, value: Json) -> Json:
        """Change one place at random, mostly deep inside."""
        if isinstance(value, dict) and value and self._rng.random() < 0.85:
            key = self._rng.choice(list(value))
            match self._rng.randrange(8):
                case 0:
                    return {name: one for name, one in value.items() if name != key}
                case 1:
                    return {
                        **value,
                        self._rng.choice((*value, "chat", "from", "text", "entities")): self._junk(),
                    }
            return {**value, key: self._mutate(value[key])}
        if isinstance(value, list) and value and self._rng.random() < 0.8:
            place = self._rng.randrange(len(value))
            return [*value[:place], self._mutate(value[place]), *value[place:]]
        return self._junk()

    def _of_type(self, hint: Any, depth: int) -> Json:
        origin, inner = typing.get_origin(hint), typing.get_args(hint)
        if origin is typing.Literal:
            return self._rng.choice(inner)
        if origin in (typing.Union, types.UnionType):
            return self._of_type(self._rng.choice(inner), depth)
        if origin is typing.Annotated:
            return self._of_type(inner[0], depth)
        if origin is list:
            return [self._of_type(inner[0], depth + 1) for _ in range(self._rng.randrange(3))]
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self._of_model(hint, depth)
        return self._scalar(hint)

    def _of_model(self, model: type[BaseModel], depth: int) -> Mapping[str, Json]:
        fields = model.model_fields.items()
        chosen = [
            (name, field.annotation)
            for name, field in fields
            if field.is_required() or (depth < _DEEPEST and self._rng.random() < 0.2)
        ]
        if depth > 2 * _DEEPEST:
            return {}
        names = {"from_user": "from"}
        return {names.get(name, name): self._of_type(hint, depth + 1) for name, hint in chosen}

    def _scalar(self, hint: Any) -> Json:
        if hint is int:
            return self._rng.choice((READER, self._rng.randrange(1000), *_NUMBERS[:8]))
        if hint is str:
            return self._rng.choice((*_QUESTIONS, *_TEXTS, "private", "member"))
        if hint is bool:
            return self._rng.random() < 0.5
        if hint is float:
            return self._rng.choice(_NUMBERS[-5:])
        return self._rng.choice((0, 1_700_000_000, 10**12)) if hint is datetime else self._junk()
