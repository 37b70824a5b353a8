"""The documents match the program: examples, variables, commands, links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.cli.app import app
from bot.settings.environment import ENVIRONMENT
from knowledge.facts.pack import load_files
from tests.pack.sample_pack import GOOD

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text("utf-8")
EDITORS = (PROJECT / "docs" / "editors.ru.md").read_text("utf-8")


def test_examples_in_the_editors_manual_are_a_valid_pack() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", EDITORS, re.DOTALL)
    files = {match.group(1): block for block in blocks if (match := re.match(r"# (\w+\.yaml)\n", block))}
    fact = next(block for block in blocks if block.startswith("- id: second-dialogue"))
    part = next(block for block in blocks if block.startswith("  people:"))
    files["events.yaml"] += "- {id: dialogue-1, title: Первый диалог}\n"
    source = GOOD["source.yaml"].replace("main: fair-1", "main: dialogue-1")
    whole = {"source.yaml": source, "facts.yaml": fact + part, **files}
    base = load_files({name: text.encode() for name, text in whole.items()})
    assert base.facts[0].people[0].role == "chair"
    assert len(base.facts[0].questions) >= 6
    assert set(whole) == {"source.yaml", "people.yaml", "events.yaml", "facts.yaml", "terms.yaml"}


def test_readme_lists_every_environment_variable() -> None:
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)) == set(ENVIRONMENT.values())


def test_readme_lists_every_command() -> None:
    listed = set(re.findall(r"^\| `spravka (\w+)", README, re.MULTILINE))
    known = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    assert listed == known | {group.name for group in app.registered_groups}


@pytest.mark.parametrize("file", ["README.md", "docs/editors.ru.md", "LICENSES.md", "CHANGELOG.md"])
def test_links_inside_the_project_exist(file: str) -> None:
    path = PROJECT / file
    for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        assert (path.parent / link).exists(), link
