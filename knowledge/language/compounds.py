"""What a compound or a prefixed verb is made of: «кинофорум» is a «форум», «наобещать» is to «обещать»."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.tables import read_table
from knowledge.language.morphology import analyse, is_known

_PREFIXES = read_table("morphemes/verb_prefixes", "word").column("word")
_SHORTEST_BARE = 4
_HEADS = read_table("morphemes/compound_heads", "word").column("word")
_SHORTEST_TAIL = 4


def compound_tails(lemma: str) -> Iterator[str]:
    """The word that a compound ends in: «кинофорум» is a «форум»."""
    if not lemma.startswith(_HEADS):
        return
    for head in _HEADS:
        tail = lemma.removeprefix(head)
        if tail != lemma and len(tail) >= _SHORTEST_TAIL and is_known(tail):
            yield tail


def unprefixed_verbs(verb: str) -> Iterator[str]:
    """The verbs that a verb may be made of by a prefix."""
    for prefix in _PREFIXES:
        bare = verb.removeprefix(prefix)
        if bare == verb or len(bare) <= _SHORTEST_BARE:
            continue
        if is_known(bare) and analyse(bare).first_pos == "INFN":
            yield bare
