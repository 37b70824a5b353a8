"""«Линч мужчина?»: by the given name; no statement that only names the person tells it."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named
from knowledge.decision.context.identity_facts import identity_facts
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.language.lexicon import Term
from knowledge.results import Answer, AnswerForm, Polarity, Reason, Result, Shown, Slot, YesNoLead
from knowledge.understanding.pronouns import name_genders
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/last_told")
_SEXES = {"masc": _WORDS["man"], "femn": _WORDS["woman"]}
_BEING = read_words("verbs/being")


def judge_sex(context: RuleContext, access: BaseAccess) -> Result | None:
    """Yes or no where the name is a man's or a woman's; refused where the name does not tell."""
    question = context.search.question
    people = people_named(question.terms, access) if question.request.form is AnswerForm.YES_NO else []
    asked = _asked(question, access) if len(people) == 1 else None
    if asked is None:
        return None
    sexes, facts = name_genders(people[0]), list(identity_facts(people[0], context))
    if len(sexes) != 1 or not facts:
        refusal = refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.85)
        return replace(refusal, form=AnswerForm.YES_NO)
    denied = bool(question.request.negated)
    holds = (asked in sexes) is not denied
    return Answer(
        rule="people-set",
        confidence=0.8,
        shown=(Shown(fact=facts[0], slot=Slot.YES_NO),),
        form=AnswerForm.YES_NO,
        lead=YesNoLead(polarity=Polarity.YES if holds else Polarity.NO, denying=denied),
        why=context.why,
    )


def _asked(question: Question, access: BaseAccess) -> str | None:
    """The sex that is stated; None where anything more is."""
    rest = [question.terms[at] for at in question.content_places]
    rest = [
        one
        for one in rest
        if not people_named([one], access) and not _BEING.intersection(one.morphology.lemmas)
    ]
    return _sex(rest[0]) if len(rest) == 1 else None


def _sex(term: Term) -> str | None:
    return next((sex for sex, words in _SEXES.items() if words.intersection(term.morphology.lemmas)), None)
