"""«Ким сказала, что линзы треснули?»: whether the words that a question repeats are of whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.digest_subjects import people_named, sides_named
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.records.whose_words import speaker_of
from knowledge.facts.model import Fact, FactBase, PersonId
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.retrieval.matching import match_terms
from knowledge.scoring.searcher import ScoredFact, SearchResult
from knowledge.understanding.question import Question, parse_question

WHOSE_WORDS = "whose-words"
"""The rule of an answer that tells who said a thing."""
_VOICING = read_words("verbs/voicing") | SAYING
_PARTICLES = read_groups("function_words/particles")
_THAT, _WHETHER = _PARTICLES["that"], _PARTICLES["whether"]
_SIDE = read_groups("requests/person_sides")["side"]
_BOTH = read_groups("requests/event_sets")["both"]
_FORMS = (AnswerForm.YES_NO, AnswerForm.QUOTE)
_PASSIVE = frozenset({"PRTS", "PRTF"})
_GOVERNING = frozenset({"PREP", "NOUN", "VERB"})
_LIKELY = 0.5
"""The chance from which the only fact with every word is taken to be meant."""
_OF_SEVERAL = 0.3
"""That where several have them, which share it."""
_HALF = 0.5
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Said:
    """Who is said to have voiced a topic: places of the words for both."""

    speaker: tuple[int, ...]
    topic: str


def judge_speaker(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Who said it where that is somebody else: of the one named nothing is held; yes where both sides said it
    and both are asked about.

    None where the one named said it, or where it is a statement of nobody.
    """
    question = context.search.question
    asks = question.request.form is AnswerForm.QUOTE and not question.request.tagged
    if question.request.form not in _FORMS or asks or question.request.negated or access.own_words:
        return None
    said = _said(question, access)
    if said is None:
        return None
    terms = [question.terms[at] for at in said.speaker]
    named = {*sides_named(terms, access), *(str(one.id) for one in people_named(terms, access))}
    search, facts = _told(said.topic, access)
    if not facts:
        return None
    if not named:
        return _of_both(facts, context) if _are_both(terms) else None
    own = (one for one in search.facts if _is_by(one.fact, named, context.base))
    if any(_share(search, one) > _HALF for one in own):
        return None  # it may be meant in other words
    held = speaker_of(facts[0], context.base)
    if held is None or len({fact.said_by for fact in facts}) != 1:
        return None
    # A side is named by the statement itself.
    lead = None if isinstance(held, str) else YesNoLead(polarity=Polarity.SET, held=held)
    return _answer(lead, facts[:1], context)


def _said(question: Question, access: BaseAccess) -> _Said | None:
    """The subject right before a verb of saying, or right after «сказал ли», and what follows."""
    terms = question.terms
    verbs = [at for at, one in enumerate(terms) if _voices(one)]
    if not verbs:
        return None
    verb = verbs[0]
    if any(term.word in _THAT for term in terms[:verb]):
        return None
    asked = terms[verb + 1].word in _WHETHER if verb + 1 < len(terms) else False
    places = _run(terms, verb + 2, access) if asked else _before(terms, verb, access)
    if asked and not places:
        last = _before(terms, len(terms), access)
        places = last if _are_both([terms[at] for at in last]) else []
    if not places:
        return None
    rest = [at for at in range(min(verb, *places), len(terms)) if at not in {*places, verb}]
    rest = [at for at in rest if terms[at].word not in _THAT | _WHETHER]
    if not any(terms[at].word_class is WordClass.CONTENT for at in rest):
        return None
    return _Said(tuple(places), " ".join(terms[at].token.written for at in rest))


def _voices(term: Term) -> bool:
    """«Назвала», not «названа»: the subject of a passive says nothing."""
    active = term.morphology.first_pos not in _PASSIVE
    return active and not _VOICING.isdisjoint(term.morphology.lemmas)


def _run(terms: Sequence[Term], start: int, access: BaseAccess) -> list[int]:
    """Places from `start` that name a speaker or both sides."""
    found: list[int] = []
    for at in range(start, len(terms)):
        if not _names(terms[at], access):
            break
        found.append(at)
    return found


def _before(terms: Sequence[Term], verb: int, access: BaseAccess) -> list[int]:
    found: list[int] = []
    for at in range(verb - 1, -1, -1):
        if not _names(terms[at], access):
            break
        found.insert(0, at)
    before = terms[found[0] - 1] if found and found[0] else None
    is_object = before is not None and before.morphology.first_pos in _GOVERNING
    return found if not is_object or _are_both([terms[at] for at in found]) else []


def _names(term: Term, access: BaseAccess) -> bool:
    """A name, a side, «сторона» with its adjective, «обе»."""
    if sides_named([term], access) or people_named([term], access):
        return True
    return not (_SIDE | _BOTH).isdisjoint((term.word, *term.morphology.lemmas))


def _are_both(terms: Sequence[Term]) -> bool:
    return any(not _BOTH.isdisjoint((term.word, *term.morphology.lemmas)) for term in terms)


def _share(search: SearchResult, found: ScoredFact) -> float:
    """The share of the words of a search that a fact has, by themselves or by a sure synonym."""
    levels = match_terms(search.query, found.parsed.keys)
    sure = [level for level in levels if level is not None and level >= Level.ROOT]
    return len(sure) / len(levels) if levels else 0.0


def _told(topic: str, access: BaseAccess) -> tuple[SearchResult, list[Fact]]:
    """The likely facts that have every word of the topic; none where one of them is nobody's words."""
    judged = access.judge(parse_question(topic, access.lexicon, asking=True))
    search = judged.search
    whole = [one.fact for one in search.facts if _share(search, one) == 1]
    likely = judged.probability >= (_LIKELY if len(whole) == 1 else _OF_SEVERAL)
    if not likely or not whole or whole[0] != search.facts[0].fact:
        return search, []
    return search, whole if all(fact.said_by is not None for fact in whole) else []


def _is_by(fact: Fact, named: set[str], base: FactBase) -> bool:
    """Whether one who is named said it, or a person's side, or a person of the side."""
    person = base.person_by_id.get(PersonId(fact.said_by or ""))
    if (fact.said_by or "") in named or (person is not None and person.side in named):
        return True
    return any(one.side == fact.said_by for one in base.people if str(one.id) in named)


def _of_both(facts: Sequence[Fact], context: RuleContext) -> Answer | None:
    """Yes where two sides said it and the base has no third; a fact of each."""
    by_side: dict[str, Fact] = {}
    for fact in facts:
        side = _side(fact.said_by or "", context.base)
        if side is not None:
            by_side.setdefault(side, fact)
    known = {_side(fact.said_by, context.base) for fact in context.base.facts if fact.said_by}
    known |= {one.side for one in context.base.people if one.side}
    if len(by_side) != _PAIR or known != set(by_side):
        return None
    return _answer(YesNoLead(polarity=Polarity.YES), list(by_side.values()), context)


def _side(said_by: str, base: FactBase) -> str | None:
    person = base.person_by_id.get(PersonId(said_by))
    return said_by if person is None else person.side


def _answer(lead: YesNoLead | None, facts: Sequence[Fact], context: RuleContext) -> Answer:
    shown = tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts)
    form = AnswerForm.YES_NO
    return Answer(rule=WHOSE_WORDS, confidence=0.85, shown=shown, lead=lead, form=form, why=context.why)
