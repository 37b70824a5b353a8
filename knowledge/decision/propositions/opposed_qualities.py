"""«Признали незаконной?» of «признали законной»: a word that the statement denies by its prefix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.language.lexicon import Term
from knowledge.language.opposed_words import are_opposed, has_denying, is_denying, is_quality, opposed_word
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Reason, Result, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_CALLING = read_words("verbs/calling")
_SURE = 0.9
_Pair = tuple[Term, ScoredFact, Term]
"""A word of the question, the fact that denies it, and by which word."""
_TOLD_WHOLE = (AnswerForm.SUMMARY, AnswerForm.COMPARE, AnswerForm.LIST, AnswerForm.QUOTE, AnswerForm.WHICH)


def unless_opposed(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; «нет» where the fact that has the rest of the question denies its quality by a prefix.

    What is asked of that quality («почему признали незаконной») is not answered by such a fact.
    """
    question = context.search.question
    if question.request.negated or question.request.form in _TOLD_WHOLE:
        return result
    pairs = [
        (term, found, said)
        for term in _content(question)
        if is_quality(term) or term.morphology.first_pos == "NOUN"
        for found in _near(term, context, access)
        if (said := _denying(term, found, access)) is not None
    ]
    if not pairs:
        return result
    if question.request.form is not AnswerForm.YES_NO:
        return _unless_shown(result, pairs, context, access)
    return _denied(result, pairs, context)


def _near(term: Term, context: RuleContext, access: BaseAccess) -> tuple[ScoredFact, ...]:
    """The facts found, and of a question of yes or no those found with the opposite of its quality."""
    question, facts = context.search.question, context.search.facts
    word = opposed_word(term) if question.request.form is AnswerForm.YES_NO else None
    if word is None:
        return facts
    read = access.lexicon.read(word, asking=True)[0]
    turned = replace(read, token=replace(read.token, start=term.token.start, end=term.token.end))
    terms = tuple(turned if one is term else one for one in question.terms)
    held = {one.fact.id for one in facts}
    return (
        *facts,
        *(one for one in access.search(replace(question, terms=terms)).facts if one.fact.id not in held),
    )


def _content(question: Question) -> Iterator[Term]:
    for at in question.content_places:
        if question.terms[at].word_class is WordClass.CONTENT:
            yield question.terms[at]


def _denying(term: Term, found: ScoredFact, access: BaseAccess) -> Term | None:
    """The word of a statement that denies a word of the question; None where it also says that word."""
    if not is_denying(term) and not has_denying(found.fact.says):
        return None
    says = access.lexicon.read(found.fact.says)
    if any(set(term.morphology.lemmas) & set(one.morphology.lemmas) for one in says):
        return None
    return next((one for one in says if are_opposed(term, one)), None)


def _unless_shown(result: Result, pairs: list[_Pair], context: RuleContext, access: BaseAccess) -> Result:
    """The result, a refusal where its fact says the opposite of what is asked about."""
    if not isinstance(result, Answer) or not result.shown:
        return result
    shown = result.shown[0].fact
    own = [term for term, found, _ in pairs if found.fact == shown and found.same_example is None]
    if not own:
        return result
    refusal = refuse(context, "words-left", Reason.UNACCOUNTED, 0.75, tuple(one.token.written for one in own))
    return complete_refusal(replace(refusal, form=result.form), context, access)


def _denied(result: Result, pairs: list[_Pair], context: RuleContext) -> Result:
    """«Нет» by the fact that lacks least of the rest; the result where that fact says just what is asked."""
    answer = result if isinstance(result, Answer) and result.shown else None
    question = context.search.question
    term, found, said = min(pairs, key=lambda pair: _lack(question, pair[0], pair[1]))
    lack = _lack(question, term, found)
    own = next((one for one in context.search.facts if answer and one.fact == answer.shown[0].fact), None)
    if own is not None and own is not found and _lack(question, term, own) <= lack:
        return result
    if lack[0] or not _verbs_are_met(question, found):
        return replace(answer, lead=None) if answer and own is found else result
    if found.fact.said_by is not None and not _names_somebody(question, found):
        return replace(answer, lead=None) if answer and own is found else result
    held = said.token.written if is_quality(said) else None
    return Answer(
        rule="proposition",
        confidence=_SURE,
        shown=(Shown(fact=found.fact, slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=YesNoLead(polarity=Polarity.NO, held=held, denying=held is None),
        why=context.why,
    )


def _names_somebody(question: Question, found: ScoredFact) -> bool:
    """Whether a question names a person of a statement: what another says is not held to be so."""
    people = (one for one in _content(question) if one.is_name or one.morphology.animate)
    return any(_is_said(one, found) for one in people)


def _lack(question: Question, term: Term, found: ScoredFact) -> tuple[int, int]:
    """How many nouns of the question a statement lacks; 1 where it is somebody's word and the other not."""
    nouns = [
        one
        for one in _content(question)
        if one is not term and (one.morphology.first_pos == "NOUN" or one.is_name)
    ]
    lost = sum(not _is_said(one, found) for one in nouns)
    return lost, int(found.fact.said_by is not None)


def _is_said(term: Term, found: ScoredFact) -> bool:
    """Whether a statement has a noun; a person by itself, not by its root: no judge for «подала в суд»."""
    least = Level.SYNONYM if term.morphology.animate else Level.ROOT
    return any(key in found.parsed.statement_keys for key, level in term.keys if level >= least)


def _verbs_are_met(question: Question, found: ScoredFact) -> bool:
    return all(
        any(key in found.parsed.keys for key, _ in term.keys)
        for term in _content(question)
        if term.morphology.first_pos in _VERBS and not _CALLING.intersection(term.morphology.lemmas)
    )
