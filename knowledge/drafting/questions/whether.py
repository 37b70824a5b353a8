"""Questions to be answered with yes or no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.drafting.parts.clause_parts import Parts
from knowledge.drafting.people.wording import lowered
from knowledge.drafting.questions.composing import LONGEST, finished, inside, plain_text, rest_of, verb_text
from knowledge.drafting.questions.openings import opening

_WHETHER = "ли"
_ALLOWED = {"нельзя": "можно"}
_SHORT, _LEAST = 8, 5


def whether_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    verb = parts.verb
    if verb is None:
        return
    for name, terse in ((names[0] if names else None, False), (names[-1] if names else None, True)):
        if terse and parts.object is None and not rest_of(parts, (), terse=True):
            continue  # «Начнётся ли салют?»
        made = _did(parts, name, terse=terse)
        if _LEAST <= len(made.split()) <= LONGEST:
            yield made
    yield from whole_questions(parts)


def whole_questions(parts: Parts) -> Iterator[str]:
    """The clause itself with a question mark, and after «правда ли»."""
    text = plain_text(parts)
    if _LEAST <= len(text.split()) + 1 <= _SHORT + 1 and not parts.is_denied:
        yield finished([text])
    if len(text.split()) <= LONGEST - 2:
        yield finished([opening("whether"), lowered(text)])


def _did(parts: Parts, name: str | None, *, terse: bool) -> str:
    """«Подписал ли губернатор постановление?», of «не работал» too."""
    verb = parts.verb
    assert verb is not None
    first, _, infinitive = verb_text(parts, positive=True).partition(" ")
    # Of what is forbidden it is asked whether it is allowed.
    first = _ALLOWED.get(first, first)
    subject = (name or parts.subject.text) if parts.subject is not None else ""
    thing = inside(parts.object, parts) if parts.object is not None else ""
    return finished([first, _WHETHER, subject, infinitive, thing, *rest_of(parts, (), terse=terse)])
