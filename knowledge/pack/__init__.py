"""YAML <-> FactBase. The form is a contract: packs written elsewhere are loaded by it."""

from knowledge.pack.dump import dump_pack
from knowledge.pack.problem import Code, PackError, Problem
from knowledge.pack.read import FILES, MAX_BYTES, load_files, load_pack

__all__ = ["FILES", "MAX_BYTES", "Code", "PackError", "Problem", "dump_pack", "load_files", "load_pack"]
