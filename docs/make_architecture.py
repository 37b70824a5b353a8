"""Draws the packages of architecture.md from the import contracts in pyproject.toml.

`python -m docs.make_architecture` prints the section; `--write` puts it between the marks of the page.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PROJECT = FOLDER.parent
PAGE = FOLDER / "architecture.md"
BEGIN, END = "<!-- drawn by docs/make_architecture.py -->\n", "<!-- end of what is drawn -->\n"
Contract = Mapping[str, Any]


def read_contracts(pyproject: Path = PROJECT / "pyproject.toml") -> list[Contract]:
    """The contracts of import-linter, in the order of the file."""
    contracts: list[Contract] = tomllib.loads(pyproject.read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    return contracts


def draw(contracts: Sequence[Contract]) -> str:
    """A Mermaid flowchart of the layers and the libraries of single packages; a table of contracts."""
    return "\n".join([*_flowchart(contracts), "", *_table(contracts)]) + "\n"


def replace_section(page: str, section: str) -> str:
    """The page with the section between its marks. Raises ValueError where a mark is missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page lacks a mark")
    return f"{before}{begin}{section}{end}{after}"


def _flowchart(contracts: Sequence[Contract]) -> Iterator[str]:
    yield from ("```mermaid", "flowchart TD")
    for number, contract in enumerate(one for one in contracts if one["type"] == "layers"):
        inside = "".join(f"{package}." for package in contract.get("containers", ()))
        layers = [[f"{inside}{name}" for name in _packages(layer)] for layer in contract["layers"]]
        yield f'  subgraph layers{number}["{contract["name"]}"]'
        yield from (f'    {_id(package)}["{package}"]' for layer in layers for package in layer)
        for above, below in pairwise(layers):
            yield from (f"    {_id(upper)} --> {_id(lower)}" for upper in above for lower in below)
        yield "  end"
    for package, library in dict.fromkeys(_exceptions(contracts)):
        yield f'  {_id(package)}["{package}"] -.-> {library}(["{library}"])'
    yield "```"


def _table(contracts: Sequence[Contract]) -> Iterator[str]:
    yield from ("| contract | these | do not import |", "|---|---|---|")
    for contract in contracts:
        if contract["type"] == "forbidden":
            sources, forbidden = (_code(contract[key]) for key in ("source_modules", "forbidden_modules"))
            yield f"| {contract['name']} | {sources} | {forbidden} |"


def _packages(layer: str) -> list[str]:
    """«(bot.followups) | (bot.editing)» as names: an optional layer stands in brackets."""
    return [name.strip(" ()") for name in layer.split("|")]


def _exceptions(contracts: Sequence[Contract]) -> Iterator[tuple[str, str]]:
    """Packages with the libraries that a contract forbids to all others."""
    for contract in contracts:
        for ignored in contract.get("ignore_imports", ()):
            package, library = ignored.split(" -> ")
            yield package.removesuffix(".**"), library


def _id(package: str) -> str:
    """The id of a node, without dots."""
    return package.replace(".", "_")


def _code(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def main(arguments: Sequence[str]) -> int:
    section = draw(read_contracts())
    if "--write" in arguments:
        PAGE.write_text(replace_section(PAGE.read_text("utf-8"), section), "utf-8")
    else:
        sys.stdout.write(section)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
