"""«Были ли такие диалоги раньше?» of «диалог стал первым»: what was the first had none before it."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.data.tables import alternation, read_groups
from knowledge.decision.context.base_access import BaseAccess
from knowledge.language.lexicon import Lexicon
from knowledge.results import Answer, AnswerForm, Polarity, Result, YesNoLead
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/first_of_kind")
_EARLIER = re.compile(rf"\b(?:{alternation(_WORDS['earlier'])})\b(?! чем)", re.IGNORECASE)
_NEAR = 2


def unless_first(result: Result, question: Question, access: BaseAccess) -> Result:
    """The result; «нет» where the statement that answers says that nothing came before."""
    if not isinstance(result, Answer) or result.form is not AnswerForm.YES_NO or not result.shown:
        return result
    lead = result.lead
    if lead is not None and not (isinstance(lead, YesNoLead) and lead.held is None):
        return result
    asks = _EARLIER.search(question.text.lower().replace("ё", "е"))
    if not asks or question.request.values or not _says_first(result.shown[0].fact.says, access.lexicon):
        return result
    denying = bool(question.request.negated)
    polarity = Polarity.YES if denying else Polarity.NO
    return replace(result, lead=YesNoLead(polarity=polarity, denying=denying))


def _says_first(says: str, lexicon: Lexicon) -> bool:
    """«Стал первым», «впервые»; «первый автобус» only numbers."""
    terms = lexicon.read(says)
    return any(
        _WORDS["first"].intersection((term.word, *term.morphology.lemmas))
        and (
            term.morphology.first_pos == "ADVB"
            or any(
                _WORDS["becoming"].intersection(one.morphology.lemmas)
                for one in terms[max(at - _NEAR, 0) : at]
            )
        )
        for at, term in enumerate(terms)
    )
