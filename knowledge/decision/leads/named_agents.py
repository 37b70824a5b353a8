"""A body with a name in quotes as the doer: «хор «Ручей»»."""

from __future__ import annotations

import re

from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_wording import best_part

_QUOTED = re.compile(r"([^\W\d_]+ )?«([^»]+)»")


def named_agent(fact: Fact, query: QueryTerms, lexicon: Lexicon) -> str | None:
    """«Хор «Ручей»»: a noun with a name in quotes, in the part that has most of the question."""
    part = best_part(fact.says, query, lexicon)
    asked = {key for word in query.terms for key, level in word.term.keys if level is Level.LEMMA}
    said = {key for term in lexicon.read(part) for key, _ in term.keys}
    if not any(key in said for word in query.terms for key, _ in word.term.keys):
        return None
    for found in _QUOTED.finditer(part):
        if _is_governed(part[: found.start()], found[1], lexicon):
            continue
        inside = {key for term in lexicon.read(found[2]) for key, level in term.keys if level is Level.LEMMA}
        if not inside & asked and not _is_oblique(found[2], lexicon):
            noun = found[1] or ""
            keep = noun and analyse(noun.strip().lower().replace("ё", "е")).first_pos == "NOUN"
            return f"{noun if keep else ''}«{found[2]}»"
    return None


def _is_governed(before: str, noun: str | None, lexicon: Lexicon) -> bool:
    """«Из «Маяка»», «отчёт сети «Маяк»»: a name after a preposition or a noun in the genitive did nothing."""
    last = next(reversed(lexicon.read(noun or before)), None)
    if last is not None and last.morphology.first_pos == "PREP":
        return True
    return noun is not None and _is_oblique(noun, lexicon)


def _is_oblique(name: str, lexicon: Lexicon) -> bool:
    """«У «Маяка»»: a name in the genitive did nothing."""
    first = next(iter(lexicon.read(name)), None)
    return first is not None and first.morphology.genitive and first.word not in first.morphology.lemmas
