"""Loads a pack's YAML files into a FactBase and dumps them back; the file format is a public contract.

From outside import the names below; `Marked` YAML and schema problems also serve the settings file.
"""

from knowledge.facts.pack.dumper import dump_pack, plain_rows
from knowledge.facts.pack.loader import MAX_BYTES, load_files, load_pack
from knowledge.facts.pack.pack_files import FILES
from knowledge.facts.pack.problems import Code, PackError, Problem
from knowledge.facts.pack.trees import base_from_trees

__all__ = [
    "FILES",
    "MAX_BYTES",
    "Code",
    "PackError",
    "Problem",
    "base_from_trees",
    "dump_pack",
    "load_files",
    "load_pack",
    "plain_rows",
]
