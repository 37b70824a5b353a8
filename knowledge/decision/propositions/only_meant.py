"""«Механизм создан?» of «решили создать механизм»: what is only meant is never affirmed as done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Meant, Polarity, Result, YesNoLead
from knowledge.understanding.question import Question

_MEANT = {word: Meant(group) for group, words in read_groups("requests/intentions").items() for word in words}
_BEING = read_words("verbs/being")
_ALWAYS = (Meant.DUTY, Meant.POSSIBILITY)
"""«Дети могут пройти бесплатно» says of the present too that they do."""
_PLANNING = read_words("verbs/planning")
_FINITE = frozenset({"VERB", "PRTS", "PRTF", "GRND"})
_REACHES = 4
"""An infinitive stands within so many words after what governs it."""


def unless_only_meant(result: Result, question: Question, access: BaseAccess) -> Result:
    """The result; an answer by a statement that only means what is asked as done says just that."""
    if not isinstance(result, Answer) or result.form is not AnswerForm.YES_NO or not result.shown:
        return result
    lead = result.lead
    affirms = isinstance(lead, YesNoLead) and (lead.polarity is Polarity.YES or lead.denying)
    if lead is not None and not affirms:
        return result
    meant = _meant(question, access.lexicon.read(result.shown[0].fact.says), is_led=affirms)
    return (
        result if meant is None else replace(result, lead=YesNoLead(polarity=Polarity.PLANNED, meant=meant))
    )


def _meant(question: Question, says: Sequence[Term], *, is_led: bool) -> Meant | None:
    """How the statement means the deed asked about; None where it says that it is done, or does not mean it.

    `is_led`: the answer has «да» or «нет», so the deed is taken to be in the statement in some words.
    """
    asked = [term for term in question.terms if _is_done(term) or _is_present(term)]
    now = any(map(_is_present, asked))
    governors = [one for one in _governors(says) if not (now and one[1] in _ALWAYS)]
    if not asked or not governors or any(_is_governor(term) or _plans(term) for term in question.terms):
        return None
    done = [term for term in says if term.morphology.first_pos in _FINITE and not _is_governor(term)]
    own = [says[at] for at, _, _ in governors]
    if any(_are_like(term, one) for term in asked for one in (*done, *own)):
        return None
    for _, meant, infinitive in governors:
        if any(_are_like(term, infinitive) for term in asked):
            return meant
    return governors[0][1] if is_led else None


def _is_done(term: Term) -> bool:
    """A verb in the past, or a short passive: «выполнили», «создан»; not «был»."""
    is_past = "past" in term.morphology.moods and term.morphology.first_pos == "VERB"
    is_deed = term.word_class > WordClass.FUNCTION and not _BEING.intersection(term.morphology.lemmas)
    return (is_past or term.morphology.first_pos == "PRTS") and is_deed


def _is_present(term: Term) -> bool:
    """«Выполняют»: said to be done now."""
    is_deed = term.word_class > WordClass.FUNCTION and not _BEING.intersection(term.morphology.lemmas)
    return "pres" in term.morphology.moods and term.morphology.first_pos == "VERB" and is_deed


def _governors(terms: Sequence[Term]) -> Iterator[tuple[int, Meant, Term]]:
    """Places of the words that mean a deed, with the infinitive after each."""
    for at, term in enumerate(terms):
        meant = _meaning(terms, at)
        if meant is None:
            continue
        near = terms[at + 1 : at + 1 + _REACHES]
        after = next((one for one in near if one.morphology.first_pos == "INFN"), None)
        before = next((one for one in terms[:at] if one.morphology.first_pos == "INFN"), None)
        if after is not None or before is not None:
            yield at, meant, after or before or term


def _meaning(terms: Sequence[Term], at: int) -> Meant | None:
    if at + 1 < len(terms):
        phrase = _MEANT.get(f"{terms[at].word} {terms[at + 1].word}")
        if phrase is not None:
            return phrase
    words = (terms[at].word, *terms[at].morphology.lemmas)
    return next((_MEANT[word] for word in words if word in _MEANT), None)


def _is_governor(term: Term) -> bool:
    return any(word in _MEANT for word in (term.word, *term.morphology.lemmas))


def _plans(term: Term) -> bool:
    """«Планируется ли встреча?» asks of the plan itself."""
    return bool(_PLANNING.intersection(term.morphology.lemmas))


def _are_like(one: Term, other: Term) -> bool:
    keys = {key for key, level in one.keys if level >= Level.SYNONYM}
    return any(key in keys for key, level in other.keys if level >= Level.SYNONYM)
