"""YAML <-> FactBase. The form is a contract: packs written elsewhere are loaded by it."""

from knowledge.facts.pack.dumper import dump_pack
from knowledge.facts.pack.loader import FILES, MAX_BYTES, load_files, load_pack
from knowledge.facts.pack.problems import Code, PackError, Problem

__all__ = ["FILES", "MAX_BYTES", "Code", "PackError", "Problem", "dump_pack", "load_files", "load_pack"]
