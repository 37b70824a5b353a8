"""«Не в Риге, а в Таллине?» states Tallinn and denies Riga alone: the value that is denied is left out."""

from __future__ import annotations

import re

from knowledge.data.tables import alternation, read_groups
from knowledge.language.lexicon import Lexicon
from knowledge.results import AnswerForm
from knowledge.understanding.question import parse_question

_DENIED_FIRST = re.compile(
    r"\bне (?P<denied>[^\s,.?!]+(?: [^\s,.?!]+){0,3}), а (?!не\b)(?P<next>\w+)", re.IGNORECASE
)
_DENIED_LAST = re.compile(
    r"(?<=\w),? а не (?P<denied>[^\s,.?!]+(?: [^\s,.?!]+){0,3})(?=[,.?!]|$)", re.IGNORECASE
)
_ONLY = alternation(read_groups("function_words/particles")["only"])
_NOT_ONLY = re.compile(rf"(?<=\w),? а не (?:{_ONLY}) [^,.?!]+(?=[,.?!]|$)", re.IGNORECASE)
_VERBS = frozenset({"VERB", "INFN", "PRTS", "GRND"})


def without_denied_value(text: str, lexicon: Lexicon) -> str:
    """The proposition that is affirmed; the text itself where it is none or a deed is denied.

    «Перейти к делу, а не только говорить» affirms the deed before it.
    """
    first, last = _DENIED_FIRST.search(text), _DENIED_LAST.search(text)
    found, beside = first or last, _NOT_ONLY.search(text)
    is_value = found is not None and _is_value(found["denied"], lexicon)
    if beside is None and not is_value:
        return text
    if parse_question(text, lexicon, asking=True).request.form is not AnswerForm.YES_NO:
        return text
    if beside is not None:
        return text[: beside.start()] + text[beside.end() :]
    assert found is not None
    if first is None:
        return text[: found.start()] + text[found.end() :]
    return text[: first.start()] + _preposition(first, lexicon) + text[first.start("next") :]


def _is_value(words: str, lexicon: Lexicon) -> bool:
    """No deed and nobody: of people both may be held, so «Рейн, а не Даль» denies Даль too."""
    terms = lexicon.read(words)
    return bool(terms) and not any(
        term.morphology.first_pos in _VERBS
        or (
            (term.morphology.animate or term.token.capitalised)
            and "Geox" not in term.morphology.marks
            and not term.token.written.isupper()
        )
        for term in terms
    )


def _preposition(found: re.Match[str], lexicon: Lexicon) -> str:
    """That of the denied value, where the affirmed one has none: «не в Риге, а Таллине»."""
    head, after = lexicon.read(found["denied"])[0], lexicon.read(found["next"])[0]
    has_own = after.morphology.first_pos == "PREP"
    return f"{head.token.written} " if head.morphology.first_pos == "PREP" and not has_own else ""
