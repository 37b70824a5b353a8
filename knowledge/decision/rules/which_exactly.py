"""«Какие именно проблемы?»: a fact that names the kind alone does not say which ones."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Reason, Result

_GROUPS = read_groups("question_words/groups")
_EXACTLY, _VAGUE = _GROUPS["exactly"], _GROUPS["vague_quality"]
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_NAMING = frozenset({"ADJF", "PRTF"})
_AFTER = frozenset({"NOUN", "PREP", "ADJF", "PRTF", "NUMR", ""})
"""Parts of speech of a complement, an apposition or a list after the noun."""
_MARKS = ':(«"—–'


def exact_ones_missing(context: RuleContext) -> Result | None:
    """Which ones, where the best fact only has the noun, with nothing that tells them from others."""
    best = context.best
    noun = _asked_noun(context.search.question.terms)
    if best is None or noun is None or _is_exact(context.lexicon.read(best.same_example or "")):
        return None
    says = best.fact.says
    terms = context.lexicon.read(says)
    places = [at for at, term in enumerate(terms) if _are_same(term, noun)]
    places = [at for at in places if _has_lemma(terms[at], noun)] or places
    if not places or any(_tells_which(says, terms, at, context) for at in places):
        return None
    return refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.8)


def _is_exact(terms: Sequence[Term]) -> bool:
    return any(_is_any(term, _EXACTLY) for term in terms)


def _is_any(term: Term, words: frozenset[str]) -> bool:
    return not words.isdisjoint((term.word, *term.morphology.lemmas))


def _asked_noun(terms: Sequence[Term]) -> Term | None:
    """«Проблемы» of «какие именно реальные проблемы», «какие конкретные проблемы»."""
    which = next((at for at, term in enumerate(terms) if term.word in question_words.WHICH), None)
    if which is None or which + 2 >= len(terms):
        return None
    if not _is_exact(terms[which + 1 : which + 2]):
        return None
    for term in terms[which + 2 :]:
        if term.morphology.first_pos not in _MODIFIERS:
            is_plain = term.morphology.first_pos == "NOUN" and term.word_class is WordClass.CONTENT
            return term if is_plain and not _asks_value(term) else None
    return None


def _asks_value(term: Term) -> bool:
    """«День», «город», «сумма»: a value of the fact answers without the noun."""
    return any(lemma in question_words.NOUNS for lemma in term.morphology.lemmas)


def _tells_which(says: str, terms: Sequence[Term], at: int, context: RuleContext) -> bool:
    """Whether a quality, a complement, a name or a list stands beside the noun."""
    asked = context.search.question.terms
    before = at - 1
    while before >= 0 and terms[before].morphology.first_pos in _MODIFIERS:
        is_vague = terms[before].morphology.first_pos not in _NAMING or _is_any(terms[before], _VAGUE)
        if not is_vague and not any(_are_same(terms[before], one) for one in asked):
            return True
        before -= 1
    end = terms[at + 1].token.start if at + 1 < len(terms) else len(says)
    if any(mark in _MARKS for mark in says[terms[at].token.end : end]):
        return True
    return at + 1 < len(terms) and terms[at + 1].morphology.first_pos in _AFTER


def _has_lemma(one: Term, other: Term) -> bool:
    return not set(one.morphology.lemmas).isdisjoint(other.morphology.lemmas)


def _are_same(one: Term, other: Term) -> bool:
    keys = {key for key, level in one.keys if level >= Level.SYNONYM}
    return any(key in keys for key, level in other.keys if level >= Level.SYNONYM)
