"""Loads the settings from config/settings.yaml, .env and the environment; reports all problems at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.errors import ConfigurationError
from bot.settings.environment import ENVIRONMENT, SECRET, Variable, read_dotenv, read_environment
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
    """The settings: the environment overrides `.env`, which overrides the file.

    Raises ConfigurationError with every problem.
    """
    problems: list[Problem] = []
    tree = _read_file(file, problems)
    if problems:
        raise ConfigurationError(tuple(problems))
    variables = read_dotenv(dotenv, problems) | read_environment(environ)
    try:
        settings = Settings.model_validate(_overridden(tree, variables))
    except ValidationError as error:
        problems += (
            _located(found, variables) for found in validation_problems(error, tree, file.name, _KEYS)
        )
    if problems:
        raise ConfigurationError(tuple(problems))
    return settings.model_copy(update={"pack_dir": _find_folder(settings.pack_dir)})


def _overridden(tree: Mapping[str, Any], variables: Mapping[str, Variable]) -> dict[str, Any]:
    """The settings of the file with the variables in their places."""
    given = dict(tree)
    for key, variable in variables.items():
        group, dot, name = key.partition(".")
        if not dot:
            given[key] = variable.value
        elif isinstance(given.get(group), Mapping):
            given[group] = {**given[group], name: variable.value}
    return given


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


def _located(found: Problem, variables: Mapping[str, Variable]) -> Problem:
    """The problem with the place of the value: the variable, if one overrides the file."""
    key = found.data["key"]
    variable = variables.get(key)
    data: dict[str, Any] = dict(found.data)
    if key in SECRET:
        data["value"] = ""
    if variable is None:
        return Problem(code=found.code, file=found.file, line=found.line, data=data)
    data["key"] = ENVIRONMENT[key]
    return Problem(code=found.code, file=variable.file, line=variable.line, data=data)


def _find_folder(folder: Path) -> Path:
    """A relative folder is looked up in the current folder, then in the project."""
    if folder.is_absolute():
        return folder
    for found in (folder, PROJECT / folder):
        with suppress(OSError):  # a name that no file can have; the pack's loader says so
            if found.exists():
                return found
    return folder
