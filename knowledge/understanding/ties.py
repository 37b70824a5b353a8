"""Whether a message goes on from what was said, and by which words: «а», «она», a question word alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.conversation import Conversation
from knowledge.data.tables import alternation, read_groups, read_words
from knowledge.language.lexicon import Term
from knowledge.language.morphology import analyse
from knowledge.language.parts_of_day import parts_of_day
from knowledge.language.semantic_classes import SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.tokens import tokens
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm
from knowledge.understanding.base_words import BaseWords
from knowledge.understanding.pronouns import PERSONAL, THERE
from knowledge.understanding.question import Question, parse_question
from knowledge.understanding.substitution import without_repeated_question_word

_TIES = {group: alternation(phrases) for group, phrases in read_groups("requests/follow_ups").items()}
_LINK = re.compile(
    rf"^(?:(?:{_TIES['reaction']})\b[\s,.!-]+)*"
    rf"(?:я\s+(?:же\s+)?(?:{_TIES['asker_means']})\s+"
    rf"|(?:а|и)\s+(?:что|как)\s+(?:{_TIES['about']})\b[\s,-]*|(?:{_TIES['opening']})\b[\s,-]*)?",
    re.IGNORECASE,
)
_ASKED_ABOUT = re.compile(rf"\s+(?:{_TIES['asked_before']})[\s.?!]*$", re.IGNORECASE)
_EXCLAIMED = re.compile(rf"(?:(?:{_TIES['exclaiming']})(?: |$))+")
_EDGES = read_words("verbs/beginnings") | read_words("verbs/endings")
_PAIR = 2
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "PRED"})
DESCRIBING = frozenset({"ADJF", "ADJS", "PRTS"})
"""Parts of speech that say of a noun what it is like."""
_MAX_FOLLOW_UP_WORDS = 4
"""A question with more content words than this is complete."""


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


def is_edge(terms: Iterable[Term]) -> bool:
    """«Когда начинается? А заканчивается?»"""
    return any(_EDGES.intersection(term.morphology.lemmas) for term in terms)


def _describes_asked(question: Question, place: int) -> bool:
    """«Точную» of «точную дату»."""
    return place + 1 in question.asking_places and question.terms[place].morphology.first_pos == "ADJF"


def _link(text: str) -> str:
    """The words at the start of a follow-up that only tie it to what was said."""
    found = _LINK.match(text)
    return found[0] if found is not None else ""


def own_text(text: str) -> str:
    """A follow-up without the words that only tie it to what was said."""
    own = (_ASKED_ABOUT.sub("", _LINK.sub("", text)) or text).rstrip(" ?!.,")
    words = tokens(own)
    if len(words) != _PAIR or not _link(text):
        return own
    # «А китайцы что?», «а что китайцы?»: the noun alone is new.
    left = [token.written for token in words if token.word != "что"]
    is_noun = len(left) == 1 and analyse(left[0].lower()).first_pos == "NOUN"
    return left[0] if is_noun else own
