"""Reads a Dockerfile into its stages, each a list of instructions."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """«RUN», «COPY» … and the rest of its line, continued lines joined."""

    name: str
    rest: str

    @property
    def words(self) -> list[str]:
        """The parts of the exec form (a JSON list), or of the line."""
        return json.loads(self.rest) if self.rest.startswith("[") else self.rest.split()


def read_stages(text: str) -> list[list[Instruction]]:
    """A stage begins with FROM."""
    lines = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    joined = re.sub(r"\\\n", " ", lines)
    stages: list[list[Instruction]] = []
    for line in filter(str.strip, joined.splitlines()):
        name, _, rest = line.strip().partition(" ")
        if name == "FROM":
            stages.append([])
        stages[-1].append(Instruction(name=name, rest=re.sub(r"\s+", " ", rest.strip())))
    return stages


def only(stage: Sequence[Instruction], name: str) -> Instruction:
    """The one instruction of that name. ValueError where there are several or none."""
    (found,) = (one for one in stage if one.name == name)
    return found
