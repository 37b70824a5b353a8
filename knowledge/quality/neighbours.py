"""Questions near to an example that ask of something else: an edit may answer them by mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from knowledge.facts.model import Fact, FactBase
from knowledge.language.agreement import agreeing_form
from knowledge.language.lexicon import Lexicon
from knowledge.language.numerals import ORDINALS
from knowledge.language.synonyms import Level
from knowledge.language.tokens import normalize
from knowledge.understanding.question import bind_ordinals


def neighbours(taught: Iterable[tuple[Fact, str]], base: FactBase) -> Iterator[str]:
    """«Во сколько начнётся второй диалог?» is near to «Во сколько начнётся диалог?», «… первый диалог?».

    The ordinal is left out, and replaced by those of the base's other events.
    """
    lexicon = Lexicon(base.terms)
    orders = {event.order for event in base.events if event.order}
    others = [word for word, number in ORDINALS.items() if number in orders]
    for _, question in taught:
        text = normalize(question)
        terms = lexicon.read(text, asking=True)
        bound = {ordinal for ordinal, _ in bind_ordinals(terms)}
        for term, following in pairwise(terms):
            own = {key for key, level in term.keys if level is Level.LEMMA}
            if bound & own:
                token = term.token
                swaps = (word for word in others if f"№{ORDINALS[word]}" not in own)
                for form in ("", *(agreeing_form(word, following.word) for word in swaps)):
                    yield " ".join(f"{text[: token.start]}{form}{text[token.end :]}".split())
