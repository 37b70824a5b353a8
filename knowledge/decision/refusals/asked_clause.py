"""The reader's own question where it may be repeated word for word before «в сведениях не сказано»."""

from __future__ import annotations

import re

from knowledge.data.tables import read_words
from knowledge.decision.context.rule_context import RuleContext, raw_text
from knowledge.language.lexicon import Term
from knowledge.language.morphology import is_known
from knowledge.language.word_class import WordClass
from knowledge.results import WordTrace
from knowledge.understanding.phrase_patterns import find_phrases
from knowledge.understanding.question import Question

_OPENING = read_words("question_words/indirect")
"""Forms that may open an indirect question of the standard language."""
_PERSONAL = read_words("function_words/personal")
"""Words of the speaker and the hearer, which mean somebody else in another mouth."""
_PERSONS = frozenset({"1per", "2per", "impr"})
_LEADING = frozenset({"CONJ", "PRCL", "INTJ"})
_PARTICLES = frozenset({"PRCL", "INTJ", "CONJ", "ADVB"})
_MARKS = re.compile(r"[^\w\s«»\"%№-]")
_OR = re.compile(r"^ [\w«»-]+(?: [\w«»-]+){0,2} или [\w «»-]+$")
_LONGEST = 70


def repeatable_clause(context: RuleContext) -> str:
    """«Где родилась Линч», «придёт ли Линч»; empty where repeating it would not be right Russian."""
    question, why = context.search.question, context.why
    terms = question.terms
    if why.carried or context.own_words or any(map(_is_misspelt, why.words)):
        return ""
    first = next((at for at, term in enumerate(terms) if not _leads(term)), len(terms))
    text = question.text[terms[first].token.start :].rstrip(" ?!.") if first < len(terms) - 1 else ""
    if not text or len(text) > _LONGEST or _MARKS.search(_without_choice_mark(text, question)):
        return ""
    held = {
        place
        for place, one in zip(question.content_places, context.search.query.terms, strict=True)
        if one.is_in_base
    }
    unfit = any(_is_unfit(term, is_held=place in held) for place, term in enumerate(terms))
    if not _is_indirect(terms[first:]) or unfit or insults(terms):
        return ""
    clause = raw_text(context, first, len(terms) - 1)
    if clause.count("«") > clause.count("»") and text.endswith("»"):
        clause += "»"  # a token ends before it
    return clause if terms[first].is_name else clause[:1].lower() + clause[1:]


def _without_choice_mark(text: str, question: Question) -> str:
    """The text without the comma before what is offered: «кто старше, Линч или Джонсон»."""
    offered = question.request.alternatives
    after_mark = text.partition(",")[2]
    return text.replace(",", "", 1) if offered and _OR.search(after_mark) else text


def _is_misspelt(word: WordTrace) -> bool:
    """Whether a repaired word is no word as typed: «длится», read as «длятся», is one."""
    return word.repaired and not (
        word.written[:1].isupper() or is_known(word.written.lower().replace("ё", "е"))
    )


def _leads(term: Term) -> bool:
    """Whether a word before the question may be dropped: «а», «ну», «и»."""
    return term.morphology.first_pos in _LEADING and term.word not in _OPENING


def _is_indirect(terms: tuple[Term, ...]) -> bool:
    """«Кто …», «в каком …», «… ли …»."""
    if terms[0].word in _OPENING:
        return True
    if terms[1].word == "ли":
        return terms[0].word != "не"
    return terms[0].morphology.first_pos == "PREP" and terms[1].word in _OPENING


def _is_unfit(term: Term, *, is_held: bool) -> bool:
    """Whether a word is of the speaker or the hearer, polite, or perhaps misspelt: unknown and no name."""
    own = term.word in _PERSONAL or bool(_PERSONS & term.morphology.moods)
    polite = term.word_class is WordClass.POLITE and term.morphology.first_pos in _PARTICLES
    unknown = not term.morphology.known and term.token.written.islower() and term.word.isalpha()
    return own or polite or (unknown and not is_held)


def insults(terms: tuple[Term, ...]) -> bool:
    words = [frozenset({term.word, *term.morphology.lemmas}) for term in terms]
    return bool(find_phrases("insults", words))
