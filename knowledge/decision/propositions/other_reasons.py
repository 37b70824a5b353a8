"""«Матч перенесли из-за мороза?» of «перенесли из-за болезни судьи»: the deed alone is no «да»."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language.function_words import REASON_CONJUNCTIONS
from knowledge.language.lexicon import Lexicon
from knowledge.language.morphology import analyse
from knowledge.language.synonyms import Level
from knowledge.language.tokens import tokens
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Result, YesNoLead

_CONJUNCTIONS = alternation(REASON_CONJUNCTIONS)
_REASON = re.compile(rf"\b({_CONJUNCTIONS})(?:,?\s+что\b)?\s[^,;:.!?()—–]*", re.IGNORECASE)
_CLAUSAL = re.compile(rf"\b(?:{_CONJUNCTIONS}),?\s+что\b", re.IGNORECASE)
_PURPOSE = read_groups("function_words/particles")["purpose"]
_GENERAL = read_words("nouns/general_causes")
_DEEDS = frozenset({"VERB", "PRTS"})
_NEAREST = 4
"""A fact among so many nearest ones may name the reason asked of."""


def without_yes_to_another_reason(result: Result, context: RuleContext) -> Result:
    """The result; a first line loses its «да» where the fact lacks the reason that the question states, and
    is «нет» with the fact's own reason where it has the rest."""
    question = context.search.question
    if not isinstance(result, Answer) or result.form is not AnswerForm.YES_NO or not result.shown:
        return result
    asked = _reason_in(question.text)
    if asked is None or question.request.negated or not _may_be_yes(result):
        return result
    says, lexicon = result.shown[0].fact.says, context.lexicon
    reason, rest = asked
    told = " ".join((says, *result.shown[0].fact.questions))
    if _has_all(told, reason, lexicon, Level.ROOT):
        return result
    own = _own_reason(says, reason)
    has_rest = own is not None and bool(rest.strip()) and _has_all(says, rest, lexicon, Level.ROOT)
    if result.lead is None:
        sure = has_rest and not _may_be_told(told, own or "", reason, context)
        return replace(result, lead=_no(own)) if sure and own else result
    if own is None or not has_rest or _has_all(told, reason, lexicon, Level.THESAURUS):
        return replace(result, lead=None)
    return replace(result, lead=_no(own))


def _no(own: str) -> YesNoLead:
    return YesNoLead(polarity=Polarity.NO, held=own)


def _may_be_yes(result: Answer) -> bool:
    """Whether the first line affirms, or there is none."""
    lead = result.lead
    return lead is None or (isinstance(lead, YesNoLead) and lead.polarity in (Polarity.YES, Polarity.PLANNED))


def _reason_in(text: str) -> tuple[str, str] | None:
    """The reason that a question states and the rest; «из-за мороза» may stand before its verb."""
    found = _REASON.search(text)
    if found is None:
        return None
    start, end = found.span()
    if _CLAUSAL.match(found[0]) is None:
        deeds = (token for token in tokens(found[0])[1:] if analyse(token.word).first_pos in _DEEDS)
        deed = next(deeds, None)
        end = end if deed is None else start + deed.start
    return text[start:end], f"{text[:start]} {text[end:]}"


def _own_reason(says: str, asked: str) -> str | None:
    """The reason of a statement, of an asked reason, or its purpose, of an asked purpose."""
    kind = _is_purpose(asked)
    return next((one[0].strip() for one in _REASON.finditer(says) if _is_purpose(one[0]) is kind), None)


def _is_purpose(reason: str) -> bool:
    return bool(_PURPOSE.intersection(reason.lower().split()[:1]))


def _may_be_told(told: str, own: str, reason: str, context: RuleContext) -> bool:
    """Whether the reason may be the one told: by a word of it, one of like meaning, a general noun («из-за
    аварии»); or whether another near fact has it."""
    lexicon = context.lexicon
    sure = {key for term in lexicon.read(told) for key, level in term.keys if level >= Level.ROOT}
    held = sure | {key for term in lexicon.read(own) for key, _ in term.keys}
    content = [term for term in lexicon.read(reason) if term.word_class is WordClass.CONTENT]
    if any(key in held for term in content for key, _ in term.keys):
        return True
    if not content or any(_GENERAL.intersection(term.morphology.lemmas) for term in content):
        return True
    near = (one.fact.says for one in context.search.facts[1:_NEAREST])
    return any(_has_all(says, reason, lexicon, Level.ROOT) for says in near)


def _has_all(says: str, words: str, lexicon: Lexicon, least: Level) -> bool:
    """Whether a text has every word of content of another, as surely as `least`."""
    held = {key for term in lexicon.read(says) for key, level in term.keys if level >= least}
    content = (term for term in lexicon.read(words) if term.word_class is WordClass.CONTENT)
    return all(any(key in held for key, level in term.keys if level >= least) for term in content)
