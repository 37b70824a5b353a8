"""Fills what a follow-up leaves out from the last question: «А где?», «А Китай?», «А он?»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups
from knowledge.facts.model import FactBase
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token, tokens
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.base_words import BaseWords
from knowledge.understanding.carried_words import asking_words, carried_words, is_verb, told_titles
from knowledge.understanding.pronouns import PERSONAL, SUBJECTS, THERE, referents, stands_for_one
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.substitution import (
    CONFIRMS,
    kinds_of,
    stepped_ordinal,
    substitutions,
    without_repeated_question_word,
)
from knowledge.understanding.ties import is_edge, own_text
from knowledge.understanding.told_people import told_people

_OF = read_groups("function_words/prepositions")["of_them"]
_THAN = read_groups("question_words/groups")["than"]
_MAX_CARRIED = 10


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """A follow-up completed with words of the conversation, which are `carried`."""

    text: str
    carried: tuple[str, ...]
    own_words: frozenset[str] = frozenset()
    """Content words of the follow-up itself: an answer must match them."""
    resolves_pronoun: bool = False
    """Whether a pronoun was replaced by a name: the question makes no sense without that."""
    of_thing: bool = False
    """Whether the pronoun stands for a thing of the last question, not for a person."""
    is_title: bool = False
    """Whether the title of the event last told of was added."""
    is_substitution: bool = False
    """Whether it is the last question with one phrase replaced: the likeliest reading."""


def steps_on(text: str, conversation: Conversation, base_words: BaseWords) -> bool:
    """Whether «а следующая?» counts on from a number of the last question: nothing else may answer it."""
    new = parse_question(own_text(text), base_words.lexicon, asking=True)
    last = parse_question(conversation.question, base_words.lexicon, asking=True)
    return stepped_ordinal(new, last) is not None


def fill_ellipsis(text: str, conversation: Conversation, base_words: BaseWords) -> Iterator[FilledQuestion]:
    """Ways to complete a follow-up from the last question, the likeliest first."""
    text = own_text(text)
    new = parse_question(text, base_words.lexicon, asking=True)
    last = parse_question(conversation.question, base_words.lexicon, asking=True)
    if _compares_told(new):
        told = _without(last.text, frozenset(last.terms[at].word for at in last.asking_places))
        named = frozenset(term.word for term in new.terms if kinds_of(term, base_words))
        carried = tuple(carried_words(last, new, base_words))
        yield FilledQuestion(f"{told} {_without(text, THERE)}?", carried, named, is_substitution=True)
        return
    yield from _filled_from(text, new, last, conversation, base_words)


def _filled_from(
    text: str, new: Question, last: Question, conversation: Conversation, base_words: BaseWords
) -> Iterator[FilledQuestion]:
    text, new = _restated(text, new, last, base_words)
    words = {term.word for term in new.terms}
    own_words = frozenset(new.terms[at].word for at in new.content_places if at not in new.asking_places)
    carried = _carried(last, new, base_words)
    nouns = tuple(word for word in carried if not is_verb(word, last))
    resolved = False
    of_thing = stands_for_one(words) and not any(last.bound_ordinals)
    asks_who = new.slot in (Slot.PERSON, Slot.POST)
    led, base = conversation.people, base_words.base
    both = told_people(conversation, base).both
    meant = referents(words, last, conversation.facts, base, nouns, led=led, both=both, asks_who=asks_who)
    for names in meant:
        resolved = True
        asks = "" if new.slots or not _is_of_them(new) else " ".join(asking_words(last))
        filled = _in_place(text, names, new, base) or f"{_without_pronoun(text)} {' '.join(names)}"
        filled = f"{asks} {filled}".strip()
        yield FilledQuestion(
            filled, names, own_words, resolves_pronoun=True, of_thing=of_thing and names == nouns
        )
    titles = tuple(told_titles(conversation.facts, last, base_words))
    if resolved:
        if titles and words & THERE:
            filled = f"{_without(text, PERSONAL)} {titles[0]}"
            yield FilledQuestion(filled, titles[:1], own_words, is_title=True)
        return
    states = _states(new, last)
    asks_price = new.request.form is AnswerForm.HOW_MUCH and not new.slots  # «и почём завтрак»
    is_asked = (bool(new.slots) or asks_price) and not new.is_bare_which
    lead = "" if is_asked or states else " ".join(asking_words(last))
    if not (new.slots or asks_price):
        confirms = any(term.word in CONFIRMS for term in new.terms)
        of_somebody = states and last.slot is Slot.PERSON  # «кто открыл линию? а министр был?»
        substituted = [] if of_somebody else list(substitutions(new, last, base_words, confirms=confirms))
        for filled in substituted:
            yield FilledQuestion(filled, carried, own_words, is_substitution=True)
        if confirms:
            if not substituted and new.content_places:
                yield FilledQuestion(f"{text} {' '.join(carried)}?", carried, own_words, is_substitution=True)
            return
    text = _without(text, question_words.WHICH) if new.is_bare_which and lead else text
    counted = _counted_words(last) if _only_names(new) else frozenset[str]()
    nouns = tuple(word for word in nouns if word not in counted)
    yield from _carried_over(text, lead, new, carried, nouns, own_words)
    if titles and (new.slots or words & THERE):
        yield FilledQuestion(f"{text} {titles[0]}", titles[:1], own_words, is_title=True)


def _only_names(question: Question) -> bool:
    content = [question.terms[at] for at in question.content_places]
    return bool(content) and all(term.token.capitalised for term in content)


def _counted_words(question: Question) -> frozenset[str]:
    """«Штрафных очков» of «сколько штрафных очков набрал»: a name stands for none of them."""
    first = question.counted_place
    if first is None:
        return frozenset()
    run = takewhile(lambda term: term.morphology.genitive or _is_modifier(term), question.terms[first:])
    return frozenset(term.token.written for term in run)


def _is_modifier(term: Term) -> bool:
    return term.morphology.first_pos in ("ADJF", "PRTF")


def _compares_told(new: Question) -> bool:
    """«Это больше, чем у Т3?» of the number just told."""
    words = {term.word for term in new.terms}
    is_comparative = any(term.morphology.first_pos == "COMP" for term in new.terms)
    return is_comparative and bool(words & THERE) and bool(words & _THAN)


def _restated(text: str, new: Question, last: Question, base_words: BaseWords) -> tuple[str, Question]:
    """A follow-up with the number that «следующая» means, and without the question word of the last one."""
    stepped = stepped_ordinal(new, last)
    gapped = stepped or without_repeated_question_word(new, last, base_words)
    return (
        (text, new) if gapped is None else (gapped, parse_question(gapped, base_words.lexicon, asking=True))
    )


def _carried(last: Question, new: Question, base_words: BaseWords) -> tuple[str, ...]:
    """Words of the last question; without its verb where another one takes its place."""
    words = carried_words(last, new, base_words)
    kept = (word for word in words if not (_is_other_deed(new, last) and is_verb(word, last)))
    return tuple(kept)[:_MAX_CARRIED]


def _states(new: Question, last: Question) -> bool:
    """Whether a follow-up asks for yes or no, whatever was asked before."""
    is_yes_no = new.request.form is AnswerForm.YES_NO and _has_past_verb(new)
    return is_yes_no and not _is_other_deed(new, last)


def _has_past_verb(question: Question) -> bool:
    """«А министр там был?» asks for yes or no, whatever was asked before."""
    return any(
        term.morphology.first_pos == "VERB" and "past" in term.morphology.moods for term in question.terms
    )


def _is_other_deed(new: Question, last: Question) -> bool:
    """«Сколько голосовало? А воздержались?»: a verb alone takes the place of that counted before."""
    content = [new.terms[at] for at in new.content_places]
    if new.slots or not content or any(term.morphology.first_pos != "VERB" for term in content):
        return False
    return last.slot is Slot.NUMBER or (last.slot is Slot.DATE and is_edge(last.terms) and is_edge(content))


def _carried_over(
    text: str,
    lead: str,
    new: Question,
    carried: tuple[str, ...],
    nouns: tuple[str, ...],
    own_words: frozenset[str],
) -> Iterator[FilledQuestion]:
    """The follow-up with words of the last question beside it: all of them, fewer, none."""
    # «Что заявил Белов? А Рогожина?» asks what she said: the verb is carried over in any case.
    verbs = tuple(word for word in carried if word not in nouns)
    for added in dict.fromkeys((carried, verbs) if lead else (carried, nouns, ())):
        if added or (lead and new.content_places):
            filled = " ".join(filter(None, (lead, text, *added)))
            yield FilledQuestion(filled, (*added, *lead.split()), own_words)


def _is_of_them(new: Question) -> bool:
    """«Из них американских?» asks how many, or who, as the question before did."""
    pairs = pairwise(term.word for term in new.terms)
    return any(before in _OF and after in PERSONAL for before, after in pairs)


def _without_pronoun(text: str) -> str:
    """«Сколько в нём сторон» without «в нём»: a preposition left alone would belong to the next word."""
    words = tokens(text)
    heads = {
        before for before, after in pairwise(words) if after.word in PERSONAL and _is_preposition(before)
    }
    return " ".join(one.written for one in words if one.word not in PERSONAL and one not in heads)


def _in_place(text: str, names: tuple[str, ...], new: Question, base: FactBase) -> str | None:
    """«Они оба министры?»: the names of several people where the subject of a proposition stands."""
    subject = [token for token in tokens(text) if token.word in SUBJECTS]
    known = {person.name for person in base.people}
    if len(names) == 1 or not subject or not known.issuperset(names):
        return None
    if new.request.form is not AnswerForm.YES_NO:
        return None
    listed = f"{', '.join(names[:-1])} и {names[-1]}"
    return f"{text[: subject[0].start]}{listed} {_without_pronoun(text[subject[-1].end :])}"


def _is_preposition(token: Token) -> bool:
    return analyse(token.word).first_pos == "PREP"


def _without(text: str, words: frozenset[str]) -> str:
    return " ".join(token.written for token in tokens(text) if token.word not in words)
