"""Fills what a follow-up leaves out from the last question: «А где?», «А Китай?», «А он?»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.conversation import Conversation
from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.parts_of_day import parts_of_day
from knowledge.language.semantic_classes import SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.tokens import Token, tokens
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.base_words import BaseWords
from knowledge.understanding.carried_words import asking_words, carried_words, is_verb, told_titles
from knowledge.understanding.pronouns import PERSONAL, THERE, referents, stands_for_one
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.substitution import (
    CONFIRMS,
    stepped_ordinal,
    substitutions,
    without_repeated_question_word,
)

_TIES = {group: alternation(phrases) for group, phrases in read_groups("requests/follow_ups").items()}
_LINK = re.compile(
    rf"^(?:(?:{_TIES['reaction']})\b[\s,.!-]+)*"
    rf"(?:я\s+(?:же\s+)?(?:{_TIES['asker_means']})\s+"
    rf"|(?:а|и)\s+(?:что|как)\s+(?:{_TIES['about']})\b[\s,-]*|(?:{_TIES['opening']})\b[\s,-]*)?",
    re.IGNORECASE,
)
_ASKED_ABOUT = re.compile(rf"\s+(?:{_TIES['asked_before']})[\s.?!]*$", re.IGNORECASE)
_EXCLAIMED = re.compile(rf"(?:(?:{_TIES['exclaiming']})(?: |$))+")
_OF = read_groups("function_words/prepositions")["of_them"]
_EDGES = read_words("verbs/beginnings") | read_words("verbs/endings")
_PAIR = 2
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRED"})
DESCRIBING = frozenset({"ADJF", "ADJS", "PRTS"})
"""Parts of speech that say of a noun what it is like."""
_MAX_CARRIED = 10
_MAX_FOLLOW_UP_WORDS = 4
"""A question with more content words than this is complete."""


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


def says_nothing(text: str) -> bool:
    """«Хм», «ну и ну», or a sentence in letters that are not read here: it goes on from nothing."""
    if any(char.isalpha() for char in text) and not tokens(text):
        return True
    return _EXCLAIMED.fullmatch(" ".join(token.word for token in tokens(text))) is not None


def needs_context(question: Question, text: str) -> bool:
    """Whether a question is elliptical: by its first word, by a pronoun, or for want of content words."""
    places = [at for at in question.content_places if question.terms[at].word_class is WordClass.CONTENT]
    count = len(places)
    if all(at in question.asking_places or _describes_asked(question, at) for at in places):
        return True
    return count <= _MAX_FOLLOW_UP_WORDS and is_tied(question, text)


def is_tied(question: Question, text: str) -> bool:
    """Whether a word says that it goes on from what was said: «а», «она», «там»."""
    return bool(_link(text) or {term.word for term in question.terms} & (PERSONAL | THERE))


def describes_whole(question: Question, text: str) -> bool:
    """«Диалог был двусторонним?»: a noun and what is said of it, tied to nothing before."""
    if question.request.form is not AnswerForm.YES_NO or not question.request.predicate:
        return False
    content = [question.terms[at] for at in question.content_places]
    is_noun = (term.morphology.first_pos == "NOUN" and not term.is_name for term in content)
    is_said = (term.morphology.first_pos in DESCRIBING for term in content)
    return len(content) >= _PAIR and any(is_noun) and any(is_said) and not is_tied(question, text)


def leans_on(question: Question, conversation: Conversation, base_words: BaseWords) -> bool:
    """«Кем дана?», «на какие деньги?»: at most two words, no name, no verb but those of the last question;
    «какие Марокко»: the question word again, and no verb."""
    last = parse_question(conversation.question, base_words.lexicon, asking=True)
    if without_repeated_question_word(question, last, base_words) is not None:
        return True
    said = {key for term in last.terms for key, level in term.keys if level >= Level.ROOT}
    content = [question.terms[at] for at in question.content_places]
    if not question.asking_places or not 0 < len(content) <= _PAIR or any(term.is_name for term in content):
        return False
    verbs = [term for term in question.terms if term.morphology.first_pos in _VERBAL]
    return all(any(key in said for key, level in term.keys if level >= Level.ROOT) for term in verbs)


def _describes_asked(question: Question, place: int) -> bool:
    """«Точную» of «точную дату»."""
    return place + 1 in question.asking_places and question.terms[place].morphology.first_pos == "ADJF"


def _link(text: str) -> str:
    """The words at the start of a follow-up that only tie it to what was said."""
    found = _LINK.match(text)
    return found[0] if found is not None else ""


def asks_speech(question: str) -> bool:
    """Whether a question asks what somebody said."""
    return any(SPEECH.intersection(analyse(token.word).lemmas) for token in tokens(question))


def has_content(question: Question) -> bool:
    """Whether a question has a content word."""
    return any(question.terms[place].word_class is WordClass.CONTENT for place in question.content_places)


def lacks_noun(question: Question) -> bool:
    """Whether no content word is a noun: «А первая?», «а утром со скольки?» take one from before."""
    return not any(
        "NOUN" in question.terms[place].morphology.pos and question.terms[place].word not in parts_of_day()
        for place in question.content_places
    )


def steps_on(text: str, conversation: Conversation, base_words: BaseWords) -> bool:
    """Whether «а следующая?» counts on from a number of the last question: nothing else may answer it."""
    new = parse_question(_own_text(text), base_words.lexicon, asking=True)
    last = parse_question(conversation.question, base_words.lexicon, asking=True)
    return stepped_ordinal(new, last) is not None


def _own_text(text: str) -> str:
    """A follow-up without the words that only tie it to what was said."""
    own = (_ASKED_ABOUT.sub("", _LINK.sub("", text)) or text).rstrip(" ?!.,")
    words = tokens(own)
    if len(words) != _PAIR or not _link(text):
        return own
    # «А китайцы что?», «а что китайцы?»: the noun alone is new.
    left = [token.written for token in words if token.word != "что"]
    is_noun = len(left) == 1 and analyse(left[0].lower()).first_pos == "NOUN"
    return left[0] if is_noun else own


def fill_ellipsis(text: str, conversation: Conversation, base_words: BaseWords) -> Iterator[FilledQuestion]:
    """Ways to complete a follow-up from the last question, the likeliest first."""
    text = _own_text(text)
    new = parse_question(text, base_words.lexicon, asking=True)
    last = parse_question(conversation.question, base_words.lexicon, asking=True)
    text, new = _restated(text, new, last, base_words)
    words = {term.word for term in new.terms}
    own_words = frozenset(new.terms[at].word for at in new.content_places if at not in new.asking_places)
    carried = _carried(last, new, base_words)
    nouns = tuple(word for word in carried if not is_verb(word, last))
    resolved = False
    of_thing = stands_for_one(words) and not any(last.bound_ordinals)
    asks_who = new.slot in (Slot.PERSON, Slot.POST)
    for names in referents(words, last, conversation.facts, base_words.base, nouns, asks_who=asks_who):
        resolved = True
        asks = "" if new.slots or not _is_of_them(new) else " ".join(asking_words(last))
        filled = f"{asks} {_without_pronoun(text)} {' '.join(names)}".strip()
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
    yield from _carried_over(text, lead, new, carried, nouns, own_words)
    if titles and (new.slots or words & THERE):
        yield FilledQuestion(f"{text} {titles[0]}", titles[:1], own_words, is_title=True)


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


def is_edge(terms: Iterable[Term]) -> bool:
    """«Когда начинается? А заканчивается?»"""
    return any(_EDGES.intersection(term.morphology.lemmas) for term in terms)


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


def _is_preposition(token: Token) -> bool:
    return analyse(token.word).first_pos == "PREP"


def _without(text: str, words: frozenset[str]) -> str:
    return " ".join(token.written for token in tokens(text) if token.word not in words)
