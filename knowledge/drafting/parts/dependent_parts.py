"""Whether a segment of a sentence depends on the one before it, or lists more of its nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.drafting.grammar.words import Word, words_of

_WORDS = read_groups("drafting/attributions")
_CONTEXTS = read_groups("drafting/question_contexts")
_INCLUDING = re.compile(rf"(?:{alternation(_CONTEXTS['including'])})\b")
_REASONS = read_words("function_words/reason_conjunctions")
_PARTICIPLES = frozenset({"PRTF", "GRND"})


def depends(words: Sequence[Word]) -> bool:
    first = words[0]
    if first.first_pos in _PARTICIPLES or first.lemmas & _WORDS["subordinating"]:
        return True
    if first.folded in _REASONS:
        return True
    if _INCLUDING.match(words[0].text if len(words) == 1 else " ".join(word.folded for word in words[:3])):
        return True
    return first.first_pos == "PREP" and len(words) > 1 and "который" in words[1].lemmas


def lists(words: Sequence[Word], before: Sequence[Word]) -> bool:
    """«деньги на ремонт, книги и компьютеры»: nouns in a case of the noun before the comma."""
    if not before or words[0].first_pos not in ("NOUN", "ADJF") or any("—" in one.before for one in words):
        return False
    if any(one.is_number or one.has("NUMR") for one in words):
        return False
    if before[-1].is_capital and before[-1].has("anim") and words[0].has("anim"):
        return False  # «Зоя Пак, вахтёр»
    noun = next((one for one in words if one.first_pos == "NOUN"), None)
    if noun is None:
        return False
    cases = {str(one.tag.case) for one in before[-1].readings if one.tag.case}
    cases &= {str(one.tag.case) for one in words[0].readings}
    return bool(cases & {str(one.tag.case) for one in noun.readings})


def is_condition(segment: str) -> bool:
    """«Если пойдёт дождь, …»."""
    words = words_of(segment)
    return bool(words) and words[0].first_pos == "CONJ" and bool(words[0].lemmas & _WORDS["subordinating"])
