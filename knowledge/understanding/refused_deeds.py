"""«Разве Орлов отказался приехать?»: of one who is ready to, no word of a statement is «отказался»."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.results import AnswerForm
from knowledge.understanding.question import Question

_REFUSING = read_words("verbs/refusing")
_READY = min(read_groups("requests/intentions")["readiness"], key=len)
_DOUBTING = read_groups("function_words/particles")["doubt"]


def as_readiness(question: Question) -> str | None:
    """«Орлов готов приехать?» for such a question; None for any other."""
    if question.request.form is not AnswerForm.YES_NO or question.request.negated:
        return None
    terms = question.terms
    place = next((at for at, one in enumerate(terms) if _REFUSING.intersection(one.morphology.lemmas)), None)
    after = terms[place + 1 : place + 2] if place is not None else ()
    if not after or after[0].morphology.first_pos != "INFN":
        return None
    words = [_READY if at == place else term.token.written for at, term in enumerate(terms)]
    return " ".join(word for word in words if word.lower() not in _DOUBTING) + "?"
