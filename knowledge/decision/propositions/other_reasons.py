"""«Матч перенесли из-за мороза?» of «перенесли из-за болезни судьи»: the deed alone is no «да»."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.data.tables import alternation
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.function_words import REASON_CONJUNCTIONS
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Result, YesNoLead

_REASON = re.compile(rf"\b({alternation(REASON_CONJUNCTIONS)})\s[^,;:.!?()—–]*", re.IGNORECASE)


def without_yes_to_another_reason(result: Result, context: RuleContext) -> Result:
    """The result; a first line loses its «да» where the fact lacks the reason that the question states, and
    is «нет» with the fact's own reason where it has the rest."""
    question = context.search.question
    if not isinstance(result, Answer) or not isinstance(result.lead, YesNoLead) or not result.shown:
        return result
    asked = _REASON.search(question.text)
    if asked is None or result.form is not AnswerForm.YES_NO or question.request.negated:
        return result
    if result.lead.polarity not in (Polarity.YES, Polarity.PLANNED):
        return result
    says, lexicon = result.shown[0].fact.says, context.lexicon
    told = " ".join((says, *result.shown[0].fact.questions))
    if _has_all(told, asked[0], lexicon, Level.ROOT):
        return result
    is_like = _has_all(told, asked[0], lexicon, Level.THESAURUS)
    own = next((one for one in _REASON.finditer(says) if one[1].lower() == asked[1].lower()), None)
    if is_like or own is None or not _has_all(says, question.text[: asked.start()], lexicon, Level.ROOT):
        return replace(result, lead=None)
    return replace(result, lead=YesNoLead(polarity=Polarity.NO, held=own[0].strip()))


def _has_all(says: str, words: str, lexicon: Lexicon, least: Level) -> bool:
    """Whether a text has every word of content of another, as surely as `least`."""
    held = {key for term in lexicon.read(says) for key, level in term.keys if level >= least}
    content = (term for term in lexicon.read(words) if term.word_class is WordClass.CONTENT)
    return all(any(key in held for key, level in term.keys if level >= least) for term in content)
