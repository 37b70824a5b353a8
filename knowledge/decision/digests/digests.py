"""Digests: the pack, a person, a side or an event in short; two sides beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_table, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import (
    facts_of_person,
    facts_of_side,
    lead_of_person,
    people_named,
    sides_named,
    topic_named,
)
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.digests.central_facts import central_facts
from knowledge.decision.digests.side_statements import asks_words_of_person, compared
from knowledge.decision.digests.told_facts import MOST, told
from knowledge.facts.model import Event, Fact
from knowledge.language.function_words import POLITE_VERBS
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, DigestLead, Lead
from knowledge.retrieval.event_resolver import main_event
from knowledge.understanding.question import Question

OF_TEXTS = frozenset(
    word
    for label, phrase in read_table("requests/forms", "label", "phrase")
    if label == AnswerForm.SUMMARY
    for word in re.findall(r"[а-яё]+", phrase)
)
"""Words of phrases that ask for a summary: «статья», «новость», «содержание»."""
_FOR = read_groups("function_words/prepositions")["for_whom"]
_NEAR = 2
_SURE_FROM = 0.8
"""From this probability on a fact whose example asks the same is told alone."""
_HAPPENING = read_words("verbs/happening")
_OUTCOMES = read_words("requests/outcomes")
_ENDINGS = read_words("verbs/endings") | read_words("requests/all_of_it")
_BY_WHAT = read_groups("question_words/groups")["outcome"]


def digest(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The digest that a question asks for, None where it names something else of the base."""
    question = context.search.question
    if question.request.form is AnswerForm.SUMMARY and (
        asks_told(question) or _is_example(context) or asks_words_of_person(context, access)
    ):
        return None
    left = [
        question.terms[at]
        for at in question.content_places
        if at not in question.request.worded
        and not OF_TEXTS.intersection(question.terms[at].morphology.lemmas)
        and access.index.best_key(question.terms[at]) is not None
        and question.terms[at].word_class is WordClass.CONTENT
        and not _is_told_to_do(question, at)
    ]
    sides = sides_named(left, access)
    people = people_named(left, access)
    if question.request.form is AnswerForm.COMPARE:
        return compared(context, access, left)
    if people and len(people) == 1:
        return _answer(context, lead_of_person(people[0]), facts_of_person(people[0], access.base))
    if len(sides) == 1 and len(left) <= 2:
        return _answer(context, DigestLead(title=sides[0]), facts_of_side(sides[0], access.base))
    if not left:
        return None if _names_unknown(context, access) else _of_pack(context, access)
    return _of_topic_or_event(context, access, left)


def _of_topic_or_event(context: RuleContext, access: BaseAccess, left: Sequence[Term]) -> Answer | None:
    """Of a topic that has no event of its name, else of the event that has every word."""
    if _names_unknown(context, access):
        return None
    event, lacking = access.resolver.resolve(left)
    is_numbered = any(key[0] == "№" for term in context.search.question.terms for key, _ in term.keys)
    topic = topic_named(left, access) if not is_numbered else None
    if topic is not None and (event is None or lacking or not access.resolver.is_headed_by(event, left)):
        facts = [fact for fact in access.base.facts if fact.topic == topic]
        return _answer(context, DigestLead(title=access.base.terms.topics[topic]), facts)
    if event is None or lacking:
        return None
    if event == main_event(access.base):
        return _of_pack(context, access)
    facts = [fact for fact in access.base.facts if event.id in fact.about]
    return _answer(context, DigestLead(title=event.title, event=event), facts, (event,))


def _is_told_to_do(question: Question, place: int) -> bool:
    """«Подготовьте изложение», «прошу представить справку»: what the bot is to do."""
    word = question.terms[place].morphology
    before = question.terms[place - 1] if place else None
    asked = before is not None and not POLITE_VERBS.isdisjoint(before.morphology.lemmas)
    return "impr" in word.moods or (asked and word.first_pos == "INFN")


def outcome_digest(context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Какие итоги диалога?», «чем всё кончилось?» where no fact says it: the digest, if nothing but the main
    event is named."""
    question = context.search.question
    content = [question.terms[at] for at in question.content_places]
    outcomes = _OUTCOMES | _ENDINGS if any(term.word in _BY_WHAT for term in question.terms) else _OUTCOMES
    rest = [term for term in content if not outcomes.intersection(term.morphology.lemmas)]
    main = main_event(access.base)
    if (
        question.request.negated
        or len(rest) == len(content)
        or main is None
        or _names_unknown(context, access)
    ):
        return None
    # «Итоги встречи»: of the main event, though another has the word in its title.
    return _of_pack(context, access) if not rest or main in access.resolver.with_all(rest) else None


def asks_told(question: Question) -> bool:
    """«О чём говорила Линч?», «о чём договорились?»: a verb of its own asks what was said or agreed."""
    return any(
        term.morphology.first_pos == "VERB"
        and at not in question.request.worded
        and term.word_class is WordClass.CONTENT
        and "impr" not in term.morphology.moods
        and not _HAPPENING.intersection(term.morphology.lemmas)
        for at, term in enumerate(question.terms)
    )


def _is_example(context: RuleContext) -> bool:
    """«О чём был диалог?» where an example of the nearest fact asks just that: «О чём был диалог сторон?»."""
    best, question = context.best, context.search.question
    content = [question.terms[at] for at in question.content_places if at not in question.request.worded]
    content = [term for term in content if not OF_TEXTS.intersection(term.morphology.lemmas)]
    if best is None or context.probability < _SURE_FROM or not content:
        return False
    asking = _asked_words(question)
    wants_short = any(question.terms[at].word_class is WordClass.POLITE for at in question.request.worded)
    return not wants_short and any(
        not asking.isdisjoint(_asked_words(one.question))
        and all(
            any(key in one.keys for key, level in term.keys if level >= Level.SYNONYM) for term in content
        )
        for one in best.parsed.examples
    )


def _asked_words(question: Question) -> set[str]:
    """«О чём» and «про что» ask the same."""
    return {lemma for at in question.asking_places for lemma in question.terms[at].morphology.lemmas}


def _names_unknown(context: RuleContext, access: BaseAccess) -> bool:
    """«О чём роман „Обломов“?»: a noun that the base does not have; not one inside the words of the form."""
    question = context.search.question
    return any(
        question.terms[at].morphology.first_pos == "NOUN"
        and question.terms[at].word_class is WordClass.CONTENT
        and not (OF_TEXTS | _OUTCOMES).intersection(question.terms[at].morphology.lemmas)
        and access.index.best_key(question.terms[at]) is None
        and not _is_purpose(question, at)
        for at in question.content_places
        if at not in question.request.worded
    )


def _is_purpose(question: Question, place: int) -> bool:
    """«Перескажи для реферата», «для моего сына»: what the asker needs it for."""
    is_summary = question.request.form is AnswerForm.SUMMARY
    return is_summary and any(term.word in _FOR for term in question.terms[max(place - _NEAR, 0) : place])


def _of_pack(context: RuleContext, access: BaseAccess) -> Answer:
    """The title, place and date of the main event, then what is central of it and of what comes next."""
    event = main_event(access.base)
    central = central_facts(access.base, event, MOST)
    title = access.base.source.title
    is_of_event = event is not None and access.resolver.is_headed_by(event, access.lexicon.read(title))
    return told(
        context,
        # «Бассейн снова открыт» has not the day on which it was closed.
        DigestLead(title=title, event=event if is_of_event else None),
        central,
        (event,) if event is not None else (),
        further=[fact for fact in access.base.facts if fact not in central],
    )


def _answer(
    context: RuleContext, lead: Lead, facts: Sequence[Fact], events: tuple[Event, ...] = ()
) -> Answer | None:
    return told(context, lead, facts, events) if facts or events else None
