"""What a follow-up was asked of: the words carried over from the conversation, as a reader may read them."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.decision.context.rule_context import RuleContext, raw_text

_NAMING = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})


def carried_things(context: RuleContext) -> tuple[str, ...]:
    """Titles and names whole, of other words the runs that name a thing: «детскую чашу»; none of a verb."""
    carried = context.why.carried
    whole = [one for one in carried if " " in one]
    words = {one for one in carried if " " not in one}
    return tuple(dict.fromkeys([*whole, *_runs(words, context)])) if carried else ()


def _runs(words: set[str], context: RuleContext) -> Iterator[str]:
    terms = context.search.question.terms
    first: int | None = None
    for at, term in enumerate(terms):
        names = term.token.written in words and term.morphology.first_pos in _NAMING
        if names and first is None:
            first = at
        if first is not None and (not names or at + 1 == len(terms)):
            last = at if names else at - 1
            if any(one.morphology.first_pos == "NOUN" for one in terms[first : last + 1]):
                yield raw_text(context, first, last)
            first = None
