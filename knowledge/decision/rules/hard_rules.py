"""Rules that refuse whatever the probability: the best fact contradicts the question or cannot answer it."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.decision.context.rule_context import (
    RuleContext,
    lacks_attribute,
    ordinals,
    refuse,
    unmatched_words,
)
from knowledge.decision.rules.denying_facts import is_other_number
from knowledge.decision.rules.describing_ordinals import tells_none_apart
from knowledge.language.function_words import EXCLUSIONS
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind, ValueRole
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Reason, Result, Slot
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import matching_values, tells_only_shift, told_of_another
from knowledge.understanding.ties import DESCRIBING

_ACTIONS = frozenset({"VERB", "INFN", "PRTS"})
_SURE_FROM = 0.8
"""From this probability on an unmatched «до», or verb of a follow-up, does not matter."""
_EXCEPT = read_groups("function_words/prepositions")["except"]
_LIKELY = 0.7
"""From this probability on a follow-up's own word, or who says it, may be told in other words."""
_READ_FROM = 0.5
"""From this probability on by the trained reader an attribute or an ordinal is told in other words: of 55
tuning questions so refused 43 had their answer in the best fact, 5 had none."""


def other_number(context: RuleContext) -> Result | None:
    """An ordinal that no fact has, or that numbers another thing there: the third dialogue."""
    best = context.best
    if best is None or not is_other_number(best) or tells_none_apart(context):
        return None
    states = context.search.question.request.form is AnswerForm.YES_NO  # «был ли он вторым» is judged by it
    if context.read_chance >= _READ_FROM and not states:
        return None
    named = unmatched_words(context, TermClass.ORDINAL) or tuple(ordinals(context))
    return refuse(context, "other-number", Reason.NO_SUCH_NUMBER, 0.9, named)


def other_side(context: RuleContext) -> Result | None:
    """A side is named, and the people of the best fact are of another."""
    if context.best is None or not context.best.features.side_clash:
        return None
    return refuse(context, "other-side", Reason.NO_SUCH_ENTITY, 0.8, unmatched_words(context, TermClass.NAME))


def turned_away(context: RuleContext) -> Result | None:
    """«Кто был министром до Линч», «кроме Линч»: the answer is anybody but whom the fact names."""
    relations = unmatched_words(context, TermClass.RELATION)
    excluding = [word for word in relations if _excludes(context, word.lower())]
    if not excluding or context.probability >= _SURE_FROM:
        return None
    return refuse(context, "turned-away", Reason.UNACCOUNTED, 0.8, tuple(excluding))


def _excludes(context: RuleContext, word: str) -> bool:
    """«До» excludes only before a person: «до Линч», unlike «до Актау» and «до вечера»; «кроме» where the
    best fact has what is excepted.
    """
    if word in _EXCEPT:
        return _has_excepted(context, word)
    if word != "до":
        return bool(EXCLUSIONS.intersection(word.split()))
    pairs = pairwise(context.search.question.terms)
    return any(term.word == word and after.morphology.animate for term, after in pairs)


def _has_excepted(context: RuleContext, word: str) -> bool:
    """Whether the best fact has the noun after «кроме»; somebody may be meant there by another name."""
    terms = context.search.question.terms
    place = next(at for at, term in enumerate(terms) if term.word == word)
    content = (one for one in terms[place + 1 :] if one.word_class is WordClass.CONTENT)
    excepted, best = next(content, None), context.best
    if excepted is None or best is None or excepted.morphology.animate:
        return True
    return any(key in best.parsed.text_keys for key, _ in excepted.keys)


def attribute_missing(context: RuleContext) -> Result | None:
    """Age, price, reason and the like, which the best fact does not give."""
    best = context.best
    if best is None:
        return None
    query, lexicon = context.search.query, context.lexicon
    if told_of_another(best.fact, query, lexicon) or tells_only_shift(best.fact, query, lexicon):
        return refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.9)
    if not lacks_attribute(best) or context.read_chance >= _READ_FROM or _gives_asked(context):
        return None
    named = unmatched_words(context, TermClass.ATTRIBUTE)
    return refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.9, named)


def _gives_asked(context: RuleContext) -> bool:
    """Whether the best fact answers all the same: an example asks just that of it, or it has every word and
    the length of time or the hour that is asked for («сколько лет тренировал», «с которого часа открыто»)."""
    best, question = context.best, context.search.question
    assert best is not None
    wanted = [one.term for one in context.search.query.terms if one.attributes]
    example = next((one for one in best.parsed.examples if one.text == best.same_example), None)
    if wanted and example is not None and example.question.slot is question.slot:
        keys = example.keys
        if all(any(key in keys for key, level in one.keys if level >= Level.ROOT) for one in wanted):
            return True
    if unmatched_words(context, *TermClass):
        return False
    held = matching_values(best.fact, context.search.query, context.lexicon)
    if question.request.clock:
        return any(value.role is not ValueRole.UNTIL for value in held)
    acts = any(question.terms[at].morphology.first_pos in _ACTIONS for at in question.content_places)
    return acts and any(value.kind is ValueKind.DURATION for value in held)


def other_post(context: RuleContext) -> Result | None:
    """«Кто президент Сербии?» of a fact on a minister: the post named is neither in its words nor a post of
    its people, but for a word of like meaning."""
    best, question = context.best, context.search.question
    if best is None or question.slot not in (Slot.PERSON, Slot.POST) or best.same_example is not None:
        return None
    if any(term.morphology.first_pos in _ACTIONS for term in question.terms):
        return None
    posts = context.search.query.features.posts
    if not posts or all(_has_post(best, term, context.lexicon) for term in posts):
        return None
    return refuse(context, "slot-not-held", Reason.NO_SUCH_SLOT, 0.8)


def _has_post(found: ScoredFact, post: Term, lexicon: Lexicon) -> bool:
    """Whether a fact has the post, or a verb of its root: «судил» for «судья», but not «суд»."""
    if any(key in found.parsed.keys for key, level in post.keys if level >= Level.SYNONYM):
        return True
    roots = {key for key, level in post.keys if level is Level.ROOT}
    texts = (found.fact.says, *found.fact.questions)
    return any(
        key in roots
        for text in texts
        for term in lexicon.read(text)
        if term.morphology.first_pos in _ACTIONS or term.morphology.animate
        for key, _ in term.keys
    )


def speaker_missing(context: RuleContext) -> Result | None:
    """«Что сказал губернатор?» of a fact without a speaker."""
    if context.best is None or not context.best.features.speech_lacking or context.read_chance >= _LIKELY:
        return None
    return refuse(context, "not-said", Reason.NO_SUCH_SLOT, 0.85)


def _is_light_verb(term: Term) -> bool:
    return term.word_class is WordClass.LIGHT and term.morphology.first_pos in _ACTIONS


def _untold(context: RuleContext) -> tuple[str, ...]:
    """Words of a question of yes or no that no fact has and nothing carried over makes up for: those that no
    dictionary has, and what a whole statement says of its noun («диалог был скучным?»)."""
    question = context.search.question
    if question.request.form is not AnswerForm.YES_NO:
        return ()
    words = {term.word for term in question.terms if not term.morphology.known}
    if question.request.predicate:
        words |= {term.word for term in question.terms if term.morphology.first_pos in DESCRIBING}
    unmatched = unmatched_words(context, TermClass.VERB, TermClass.OTHER)
    return tuple(word for word in unmatched if words.intersection(word.lower().split()))


def follow_up_unmatched(context: RuleContext) -> Result | None:
    """A follow-up with a word of its own that the fact does not have: «А на нефть?»."""
    classes = set(TermClass)
    if context.probability >= _SURE_FROM or context.read_chance >= _LIKELY:
        classes -= {TermClass.VERB, TermClass.OTHER}
    words = unmatched_words(context, *classes)
    light = {term.word for term in context.search.question.terms if _is_light_verb(term)}
    own = context.own_words - light  # «что он там делал» has no word that a fact must have
    unmatched = [word for word in (*words, *_untold(context)) if own.intersection(word.lower().split())]
    if not unmatched:
        return None
    return refuse(context, "follow-up-lost", Reason.UNACCOUNTED, 0.8, tuple(unmatched))
