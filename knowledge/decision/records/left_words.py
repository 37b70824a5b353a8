"""Whether a question on several records says more than they do."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.digests.digests import OF_TEXTS
from knowledge.language import question_words
from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/event_sets")
_HAPPENING = read_words("verbs/happening")


def is_left(question: Question, is_met: Callable[[Term], bool]) -> bool:
    """Whether a word of content is left over beside the words that only ask."""
    return any(
        term.word_class is WordClass.CONTENT
        and not _WORDS["asking"].intersection((term.word, *term.morphology.lemmas))
        and not _HAPPENING.intersection(term.morphology.lemmas)
        and not any(lemma in question_words.NOUNS for lemma in term.morphology.lemmas)
        and not OF_TEXTS.intersection(term.morphology.lemmas)
        and not is_met(term)
        for at in question.content_places
        if at not in question.request.worded
        for term in (question.terms[at],)
    )
