"""Classes of words by how much of a question's content they carry."""

from __future__ import annotations

from enum import IntEnum

from knowledge.language import function_words as fw
from knowledge.language.morphology import Morphology


class WordClass(IntEnum):
    """From no content to full content."""

    FUNCTION = 0
    POLITE = 1
    LIGHT = 2
    CONTENT = 3


def word_class_of(word: str, morphology: Morphology) -> WordClass:
    forms = {word, *morphology.lemmas}
    if forms & fw.RELATIONS:
        return WordClass.CONTENT
    if forms & fw.FUNCTION or morphology.first_pos in fw.FUNCTION_POS:
        return WordClass.FUNCTION
    if forms & fw.POLITE or (forms & fw.POLITE_VERBS and _speaks_of_asker(morphology)):
        return WordClass.POLITE
    return WordClass.LIGHT if forms & fw.LIGHT else WordClass.CONTENT


def _speaks_of_asker(morphology: Morphology) -> bool:
    return bool(morphology.moods & fw.ASKER_MOODS) or morphology.first_pos == "INFN"
