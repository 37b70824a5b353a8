"""«Где больше кофеен, в Казани или в Пензе?», «в Казани больше, чем в Пензе?»: which is more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups
from knowledge.decision.amounts.dimensions import DATE, Dimension, dimension_of
from knowledge.decision.amounts.held_amounts import HeldAmount, held_amounts, keys_of
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, ExtremeLead, Lead, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.understanding.question import Question

_GROUPS = read_groups("question_words/groups")
_APART = _GROUPS["difference"] | _GROUPS["so_much"] | _GROUPS["times"]
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_OR = "или"
_OPENING, _CLOSING = ("«", '"', "„"), ("»", '"', "“")


@dataclass(frozen=True, slots=True)
class _Pair:
    """The words of both things, and those that say of what they have more."""

    dimension: Dimension
    sides: tuple[tuple[Term, ...], tuple[Term, ...]]
    common: tuple[Term, ...]
    stated: bool
    """Whether the first is said to have more, «чем» the second."""


def answer_pair(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Which of two has more, or yes or no where that is stated; None where the amounts are not clear."""
    question = context.search.question
    pair = _read(question)
    if pair is None or question.request.negated:
        return None
    found = _amounts(pair, access)
    if found is None or found[0].value.low == found[1].value.low:
        return None
    more = found[0].value.low > found[1].value.low
    first_wins = more is pair.dimension.above
    winner = found[0] if first_wins else found[1]
    side = pair.sides[0 if first_wins else 1]
    lead: Lead = ExtremeLead(text=sentence(_naming(side, winner, question, access)))
    if pair.stated:
        lead = YesNoLead(
            polarity=Polarity.YES if first_wins else Polarity.NO, held=None if first_wins else winner.piece
        )
    facts = dict.fromkeys(one.fact for one in found)
    return Answer(
        rule="extreme",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts),
        lead=lead,
        form=AnswerForm.YES_NO if pair.stated else question.request.form,
        why=context.why,
    )


def _naming(side: Sequence[Term], winner: HeldAmount, question: Question, access: BaseAccess) -> str:
    """The winner's part of its statement; where that says «у неё 23 очка», the reader's words first."""
    if _has(side, keys_of(access.lexicon.read(winner.piece))):
        return _without_conjunction(winner.piece, access)
    told = wording(winner.fact, winner.value)
    at = next((at for at, term in enumerate(question.terms) if term.token == side[0].token), 0)
    is_placed = at > 0 and question.terms[at - 1].morphology.first_pos == "PREP"
    start = question.terms[at - 1].token.start if is_placed else _quoted(question.text, side[0].token.start)
    end = side[-1].token.end
    if question.text[end : end + 1] in _CLOSING:
        end += 1
    return f"{question.text[start:end]} — {told}"


def _quoted(text: str, start: int) -> int:
    return start - 1 if start and text[start - 1] in _OPENING else start


def _without_conjunction(piece: str, access: BaseAccess) -> str:
    """«Зерно подорожало» of «что зерно подорожало»."""
    text = piece.strip(" .")
    first = access.lexicon.read(text)[0]
    return text[first.token.end :].strip() if first.morphology.first_pos == "CONJ" else text


def _read(question: Question) -> _Pair | None:
    terms = question.terms
    compared = [at for at, term in enumerate(terms) if term.morphology.first_pos == "COMP"]
    dimension = dimension_of(terms[compared[0]]) if len(compared) == 1 else None
    if dimension is None or dimension.kinds == {DATE} or any(term.word in _APART for term in terms):
        return None
    at = compared[0]
    chosen = next((place for place, term in enumerate(terms) if term.word == _OR), None)
    than = next((place for place in range(at, len(terms)) if terms[place].word in _GROUPS["than"]), None)
    if chosen is not None and at < chosen:
        start = _start_of_choice(question, at, chosen)
        return _pair(question, dimension, (start, chosen), (chosen + 1, len(terms)), (0, start), at)
    if chosen is not None and than is None:  # «камера или зеркало тяжелее?»
        start = _after_mark(question, chosen)
        return _pair(question, dimension, (start, chosen), (chosen + 1, at), (at + 1, len(terms)), at)
    if than is not None and not _asks_else(question):
        return _pair(question, dimension, (0, at), (than + 1, len(terms)), (at + 1, than), at, stated=True)
    return None


def _asks_else(question: Question) -> bool:
    """Whether another word than «чем» asks, or nothing does."""
    words = {term.word for term in question.terms} - _GROUPS["than"]
    asks = words & (question_words.QUESTION_WORDS.keys() | question_words.WHICH)
    return bool(asks) or not question.text.rstrip().endswith("?")


def _start_of_choice(question: Question, compared: int, chosen: int) -> int:
    """Where the first of two begins: after a mark, else after the comparative, else just before «или»."""
    at = _after_mark(question, chosen)
    return at or (compared + 1 if compared + 1 < chosen else chosen - 1)


def _after_mark(question: Question, chosen: int) -> int:
    """The word after the last mark before «или»; the first word where there is none."""
    terms, text = question.terms, question.text
    for at in range(chosen - 1, 0, -1):
        if text[terms[at - 1].token.end : terms[at].token.start].strip() in (",", ":", "—", "-", ", «"):
            return at
    return 0


def _pair(
    question: Question,
    dimension: Dimension,
    first: tuple[int, int],
    second: tuple[int, int],
    common: tuple[int, int],
    compared: int,
    *,
    stated: bool = False,
) -> _Pair | None:
    def words(span: tuple[int, int]) -> tuple[Term, ...]:
        terms = [
            question.terms[at] for at in range(*span) if at in question.content_places and at != compared
        ]
        content = tuple(term for term in terms if term.word_class is WordClass.CONTENT)
        return content or tuple(term for term in terms if term.morphology.first_pos == "NOUN")

    sides = words(first), words(second)
    named = tuple(_without_verbs(side) for side in sides)
    verbs = tuple(term for side, own in zip(sides, named, strict=True) for term in side if term not in own)
    return _Pair(dimension, (named[0], named[1]), (*words(common), *verbs), stated) if all(named) else None


def _without_verbs(side: Sequence[Term]) -> tuple[Term, ...]:
    """«Второй» of «первый или второй ходит чаще»: what both do is no name of either."""
    own = tuple(term for term in side if term.morphology.first_pos not in _VERBS)
    return own or tuple(side)


def _amounts(pair: _Pair, access: BaseAccess) -> tuple[HeldAmount, HeldAmount] | None:
    """The only two amounts of one kind and unit that belong to both."""
    facts = [fact for fact in access.base.facts if _has(pair.common, keys_of(access.lexicon.read(fact.says)))]
    held = held_amounts(facts, pair.dimension, access)
    first, second = ([one for one in held if _has(side, one.keys)] for side in pair.sides)
    pairs = [
        (one, other)
        for one in first
        for other in second
        if one != other and (one.value.kind, one.value.unit) == (other.value.kind, other.value.unit)
    ]
    same = [both for both in pairs if both[0].fact == both[1].fact]
    found = same or pairs
    return found[0] if len(found) == 1 else None


def _has(words: Sequence[Term], keys: frozenset[str]) -> bool:
    return all(any(key in keys for key, level in term.keys if level >= Level.ROOT) for term in words)
