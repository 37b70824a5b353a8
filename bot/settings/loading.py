"""config/settings.yaml, .env and the environment -> one frozen object; all problems at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.errors import ConfigurationError
from bot.settings.environment import ENVIRONMENT, SECRET, Given, read_dotenv, read_environment
from bot.settings.options import Settings
from knowledge.facts.pack.problems import Code, Problem
from knowledge.facts.pack.schema_problems import validation_problems
from knowledge.facts.pack.yaml_nodes import MarkedMap
from knowledge.facts.pack.yaml_reader import read_marked

PROJECT = Path(__file__).resolve().parents[2]
FILE = PROJECT / "config" / "settings.yaml"
_KEYS = tuple(Settings.model_fields)


def load_settings(
    environ: Mapping[str, str] = os.environ, *, dotenv: Path = Path(".env"), file: Path = FILE
) -> Settings:
    """The settings, the environment over `.env` over the file.

    Raises ConfigurationError with every problem.
    """
    problems: list[Problem] = []
    tree = _read_file(file, problems)
    if problems:
        raise ConfigurationError(tuple(problems))
    given = read_dotenv(dotenv, problems) | read_environment(environ)
    try:
        settings = Settings.model_validate({**tree, **{key: one.value for key, one in given.items()}})
    except ValidationError as error:
        problems += (_placed(found, given) for found in validation_problems(error, tree, file.name, _KEYS))
    if problems:
        raise ConfigurationError(tuple(problems))
    return settings.model_copy(update={"pack_dir": _existing(settings.pack_dir)})


def _read_file(file: Path, problems: list[Problem]) -> MarkedMap:
    try:
        reading = read_marked(file.read_text("utf-8-sig"), file.name)
    except OSError as error:
        problems.append(
            Problem(code=Code.UNREADABLE, file=str(file), data={"reason": error.strerror or str(error)})
        )
    except UnicodeDecodeError:
        problems.append(Problem(code=Code.ENCODING, file=file.name))
    else:
        problems += reading.problems
        if isinstance(reading.tree, MarkedMap):
            return reading.tree
        if not reading.usable:
            return MarkedMap(1)
        problems.append(Problem(code=Code.MAPPING_EXPECTED, file=file.name, data={"key": ""}))
    return MarkedMap(1)


def _placed(found: Problem, given: Mapping[str, Given]) -> Problem:
    """The problem where its value was written: the variable, where one overrides the file."""
    key = found.data["key"]
    one = given.get(key)
    data: dict[str, Any] = dict(found.data)
    if key in SECRET:
        data["value"] = ""
    if one is None:
        return Problem(code=found.code, file=found.file, line=found.line, data=data)
    data["key"] = ENVIRONMENT[key]
    return Problem(code=found.code, file=one.file, line=one.line, data=data)


def _existing(folder: Path) -> Path:
    """A relative folder is looked for here, then in the project, so that any current folder will do."""
    if folder.is_absolute() or folder.exists():
        return folder
    in_project = PROJECT / folder
    return in_project if in_project.exists() else folder
