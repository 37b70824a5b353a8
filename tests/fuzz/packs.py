"""Makes packs that nobody writes by intent: a valid one with wrong values, broken text, other encodings."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from tests.fuzz.awkward import KEYS, NUMBERS, TEXTS, TOKENS
from tests.pack.sample_pack import GOOD

Tree = Any
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r")
_VALUE = re.compile(r"(?:: |- |, |\[)([^:\[\]{},\n]+)(?=[\n,\]}])")
"""A scalar after a key or in a list."""
_DEPTHS = (20, 60, 500, 50_000)


class PackMaker:
    """`make` gives the files of one pack by name; the seed chooses what is wrong with them."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)
        self._trees = {name: yaml.load(text, yaml.CBaseLoader) for name, text in GOOD.items()}
        self._ways: Sequence[Callable[[str, bytes], bytes]] = (
            self._mutated,
            self._mutated,
            self._reworded,
            self._reworded,
            self._reworded,
            self._edited,
            self._cut,
            self._encoded,
            self._nested,
            self._repeated,
        )

    def make(self) -> dict[str, bytes]:
        files = {name: text.encode() for name, text in GOOD.items()}
        for _ in range(self._rng.choice((1, 1, 1, 2, 5))):
            name = self._rng.choice(sorted(files))
            files[name] = self._rng.choice(self._ways)(name, files[name])
        if self._rng.random() < 0.05:
            self._rearrange(files)
        return files

    def _rearrange(self, files: dict[str, bytes]) -> None:
        """Lose a file, exchange two, or add one."""
        one, other = self._rng.sample(sorted(files), 2)
        match self._rng.randrange(3):
            case 0:
                del files[one]
            case 1:
                files[one], files[other] = files[other], files[one]
            case _:
                files[self._rng.choice(("fact.yaml", "x.yml", "notes.yaml"))] = files[one]

    def _mutated(self, name: str, _content: bytes) -> bytes:
        tree = self._trees.get(name)
        for _ in range(self._rng.randint(1, 3)):
            tree = self._mutate(tree)
        text: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
        return text.encode("utf-8", "surrogatepass")

    def _reworded(self, name: str, content: bytes) -> bytes:
        """One value replaced in its place, mostly a text, so that many of these packs are read."""
        found = _VALUE.findall(content.decode("utf-8", "replace"))
        texts = [one for one in found if re.search("[а-яё]", one)] or found
        old = self._rng.choice(texts or [name])
        new = yaml.safe_dump(str(self._rng.choice((*TEXTS, *NUMBERS))), default_style='"', width=10**6)
        return content.replace(old.encode(), new.strip().encode("utf-8", "replace"), 1)

    def _mutate(self, value: Tree) -> Tree:
        """Change one place at random, mostly deep inside."""
        if isinstance(value, dict) and value and self._rng.random() < 0.9:
            key = self._rng.choice(list(value))
            match self._rng.randrange(10):
                case 0:
                    return {one: kept for one, kept in value.items() if one != key}
                case 1:
                    return {**value, self._rng.choice((*KEYS, *TEXTS)): self._junk()}
            return {**value, key: self._mutate(value[key])}
        if isinstance(value, list) and value and self._rng.random() < 0.9:
            place = self._rng.randrange(len(value))
            match self._rng.randrange(10):
                case 0:
                    return value[:place] + value[place + 1 :]
                case 1:
                    return [*value, value[place]]
            return [*value[:place], self._mutate(value[place]), *value[place + 1 :]]
        return self._junk()

    def _junk(self) -> Tree:
        kinds: tuple[Tree, ...] = (
            None,
            True,
            [],
            {},
            [[]],
            [{}],
            {"id": None},
            {"": ""},
            {"id": ["x"], "role": {}},
        )
        return self._rng.choice((*kinds, *TEXTS, *NUMBERS, *TEXTS, *NUMBERS))

    def _edited(self, _name: str, content: bytes) -> bytes:
        """Put something that YAML reads in its own way into the text."""
        text = content.decode("utf-8", "replace")
        place = self._rng.randrange(len(text) + 1)
        taken = self._rng.choice((0, 0, 1, 5))
        edited: str = text[:place] + self._rng.choice(TOKENS) + text[place + taken :]
        return edited.encode("utf-8", "replace")

    def _cut(self, _name: str, content: bytes) -> bytes:
        return content[: self._rng.randrange(len(content) + 1)]

    def _encoded(self, _name: str, content: bytes) -> bytes:
        if self._rng.random() < 0.5:
            place = self._rng.randrange(len(content) + 1)
            return content[:place] + self._rng.randbytes(self._rng.randint(1, 8)) + content[place:]
        return content.decode("utf-8", "replace").encode(self._rng.choice(_ENCODINGS), "replace")

    def _nested(self, _name: str, content: bytes) -> bytes:
        depth = self._rng.choice(_DEPTHS)
        begin, end = self._rng.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")))
        line = f"\n- x: {begin * depth}{end * depth}\n"
        return content + line.encode()

    def _repeated(self, _name: str, content: bytes) -> bytes:
        """A row, or a line, twice and more."""
        lines = content.decode("utf-8", "replace").splitlines(keepends=True) or [""]
        first = self._rng.randrange(len(lines))
        block = lines[first : first + self._rng.choice((1, 1, 4))]
        return "".join([*lines[:first], *block * self._rng.choice((2, 3, 200)), *lines[first:]]).encode()


def shown(files: Mapping[str, bytes]) -> str:
    """The files that differ from the sample's, for a report."""
    changed = {name: content for name, content in files.items() if GOOD.get(name, "").encode() != content}
    return "; ".join(f"{name}: {content[:400]!r}" for name, content in changed.items())
