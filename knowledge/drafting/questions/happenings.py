"""Questions of what something begins or ends with: «завершится фейерверком в 22:30» tells when they are."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.tables import read_groups
from knowledge.drafting.grammar.inflection import phrase_in
from knowledge.drafting.parts.clause_parts import Part, Parts, Role
from knowledge.drafting.questions.composing import finished
from knowledge.drafting.questions.openings import opening
from knowledge.drafting.questions.times import kinds_of

_FRAMING = read_groups("drafting/question_contexts")["framing"]


def happening_questions(parts: Parts) -> Iterator[str]:
    verb = parts.verb
    if verb is None or parts.is_denied or not verb.words[-1].lemmas & _FRAMING:
        return
    for one in parts.of(Role.NOUN, Role.OTHER):
        name = _in_nominative(one)
        if name is None:
            continue
        for time in parts.of(Role.TIME):
            yield from (finished([opening(kind), name]) for kind in kinds_of(time)[:2])
        if parts.of(Role.PLACE):
            yield finished([opening("where"), name])


def _in_nominative(part: Part) -> str | None:
    """The name of a thing in the instrumental."""
    reading, head = part.reading, part.head
    if reading is None or head is None or reading.tag.case != "ablt" or "anim" in reading.tag:
        return None
    return phrase_in(part.words, head, reading, "nomn")
