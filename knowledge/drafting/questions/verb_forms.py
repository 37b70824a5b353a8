"""The verb as «кто» and «что» take it: «кто подписал», «что начнётся»."""

from __future__ import annotations

from knowledge.drafting.clauses.predicates import predicate_readings
from knowledge.drafting.grammar.inflection import inflected
from knowledge.drafting.parts.clause_parts import Part


def for_question_word(verb: Part, *, animate: bool) -> str | None:
    word = verb.words[-1]
    reading = next(iter(predicate_readings(word)), None)
    if reading is None:
        return None
    part, gender = str(reading.tag.POS), "masc" if animate else "neut"
    if part == "VERB" and "past" not in reading.tag:
        made = inflected(word, reading, {"sing", "3per"})
    elif part in ("VERB", "ADJS", "PRTS"):
        made = inflected(word, reading, {"sing", gender})
    else:
        made = word.text
    made = made.lower() if made is not None else None
    return f"{verb.words[0].text.lower()} {made}" if made is not None and len(verb.words) > 1 else made
