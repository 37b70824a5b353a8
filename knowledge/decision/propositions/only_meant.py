"""«Механизм создан?» of «решили создать механизм»: what is only meant is never affirmed as done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.facts.dates import EdtfDate
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import SAYING
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Lead, Meant, Polarity, Result, YesNoLead
from knowledge.understanding.question import Question

_MEANT = {word: Meant(group) for group, words in read_groups("requests/intentions").items() for word in words}
_BEING = read_words("verbs/being")
_ALWAYS = (Meant.DUTY, Meant.POSSIBILITY)
"""«Дети могут пройти бесплатно» says that they do, and that they will."""
_BINDING = (Meant.DECISION, Meant.PROMISE)
_MEANT_TO_DO = (*_BINDING, Meant.INTENTION)
"""«Намерены выполнять» says that they will, and as much as a promise."""
_PLANNING = read_words("verbs/planning")
_PARTICLES = read_groups("function_words/particles")
_CLAUSE = _PARTICLES["that"] | _PARTICLES["purpose"]
_FINITE = frozenset({"VERB", "PRTS", "PRTF", "GRND"})
_UNFINISHED = frozenset({"pres", "futr"})
_MARKS = re.compile(r"[,;:()]")
_WHATEVER_IS_MEANT = ("event-record", "mentioned")
"""Rules of what is told by the record, or said at all, whatever the fact beside it means."""
_REACHES = 4
"""An infinitive stands within so many words after what governs it."""


def unless_only_meant(result: Result, question: Question, access: BaseAccess) -> Result:
    """The result; an answer by a statement that only means what is asked as done says just that."""
    if not isinstance(result, Answer) or result.form is not AnswerForm.YES_NO or not result.shown:
        return result
    lead = result.lead
    if result.rule in _WHATEVER_IS_MEANT:
        return result
    affirms = isinstance(lead, YesNoLead) and (lead.polarity is Polarity.YES or lead.denying)
    denies_amount = _denies_with(lead, str)
    if lead is not None and not affirms and not denies_amount and not _denies_with(lead, EdtfDate):
        return result
    says = result.shown[0].fact.says
    meant = _meant(question, says, access.lexicon.read(says), is_led=affirms)
    if meant is None or (denies_amount and meant is not Meant.APPEAL):
        return result
    return replace(result, lead=YesNoLead(polarity=Polarity.PLANNED, meant=meant))


def _denies_with(lead: Lead | None, held: type) -> bool:
    """«Нет: сентябрь» of a decision, «нет: до 41 тысячи» of a demand say that the deed itself was done so."""
    is_no = isinstance(lead, YesNoLead) and lead.polarity is Polarity.NO
    return is_no and isinstance(lead, YesNoLead) and isinstance(lead.held, held)


def _meant(question: Question, text: str, says: Sequence[Term], *, is_led: bool) -> Meant | None:
    """How the statement means the deed asked about; None where it says that it is done, or does not mean it.

    `is_led`: the answer has «да» or «нет», so the deed is taken to be in the statement in some words.
    """
    ahead = list(filter(_is_unfinished, question.terms)) + _future_infinitives(question.terms)
    asked = [term for term in (*filter(_is_done, question.terms), *ahead) if not _says(term)]
    asked = asked or _existing(question.terms)
    is_future = any("futr" in term.morphology.moods for term in question.terms)
    sure = (*_ALWAYS, *_MEANT_TO_DO) if is_future else _ALWAYS if ahead else ()
    weaker = _weaker(question.terms, says)
    if weaker is not None:
        return weaker
    governed = [one for one in _governed(says) if one[1] not in sure]
    if not asked or not governed or any(_is_governor(term) or _plans(term) for term in question.terms):
        return None
    if any(_are_like(term, says[at], Level.ROOT) for term in question.terms for at, _, _ in governed):
        return None  # «Решение создать приняли?» asks of the decision itself.
    meant_places = {at for _, _, at in governed} | set(_wished(says))
    done = [
        term
        for at, term in enumerate(says)
        if at not in meant_places and term.morphology.first_pos in _FINITE and not _is_governor(term)
    ]
    own = [says[at] for at, _, _ in governed]
    if any(_are_like(term, one) for term in asked for one in (*done, *own)):
        return None
    for _, meant, deed in governed:
        if any(_are_like(term, says[deed]) for term in asked):
            return meant
    parts = (one for one in governed if _is_of_part(question, text, says, one[2]))
    return next((meant for _, meant, _ in parts), None) if is_led else None


def _is_of_part(question: Question, text: str, says: Sequence[Term], deed: int) -> bool:
    """Whether the part of the statement with a deed has a word of the question."""
    start = max((mark.end() for mark in _MARKS.finditer(text[: says[deed].token.start])), default=0)
    purposes = {term.token.start for term in says if term.word in _PARTICLES["purpose"]}
    ends = (mark for mark in _MARKS.finditer(text, says[deed].token.end) if mark.end() + 1 not in purposes)
    last = next((mark.start() for mark in ends), len(text))
    part = [term for term in says if start <= term.token.start < last]
    content = [term for term in question.terms if term.word_class is WordClass.CONTENT]
    return any(_are_like(one, other, Level.ROOT) for one in content for other in part)


def _weaker(asked: Sequence[Term], says: Sequence[Term]) -> Meant | None:
    """«Договорились меняться?» of «надо меняться»: how the statement means what nobody agreed on."""
    agreed = [one for one in _governed(asked) if one[1] in _BINDING]
    as_strong = _MEANT_TO_DO if all(meant is Meant.PROMISE for _, meant, _ in agreed) else _BINDING
    if not agreed or any(meant in as_strong for _, meant, _ in _governed(says)):
        return None
    deeds = [asked[deed] for _, _, deed in agreed]
    return next(
        (meant for _, meant, at in _governed(says) if any(_are_like(deed, says[at]) for deed in deeds)), None
    )


def _is_done(term: Term) -> bool:
    """A verb in the past, or a short passive: «выполнили», «создан»; not «был»."""
    is_past = "past" in term.morphology.moods and term.morphology.first_pos == "VERB"
    is_deed = term.word_class > WordClass.FUNCTION and not _BEING.intersection(term.morphology.lemmas)
    return (is_past or term.morphology.first_pos == "PRTS") and is_deed


def _existing(terms: Sequence[Term]) -> list[Term]:
    """«Механизм уже есть», «уже является созданным»: the words that say so."""
    if not any(term.word in _PARTICLES["already"] for term in terms):
        return []
    return [term for term in terms if term.morphology.first_pos in ("VERB", "PRTF")]


def _is_unfinished(term: Term) -> bool:
    """«Выполняют», «выполнят»: said to be done now or later."""
    is_deed = term.word_class > WordClass.FUNCTION and not _BEING.intersection(term.morphology.lemmas)
    now = not _UNFINISHED.isdisjoint(term.morphology.moods)
    return now and term.morphology.first_pos == "VERB" and is_deed


def _future_infinitives(terms: Sequence[Term]) -> list[Term]:
    """«Будут ли выполнять»: the infinitives of a future in two words."""
    auxiliary = any(
        "futr" in term.morphology.moods and _BEING.intersection(term.morphology.lemmas) for term in terms
    )
    return [term for term in terms if auxiliary and term.morphology.first_pos == "INFN"]


def _governed(terms: Sequence[Term]) -> Iterator[tuple[int, Meant, int]]:
    """Places of the words that mean a deed, each with the place of that deed or, promised, of a thing."""
    for at, term in enumerate(terms):
        meant = _meaning(terms, at)
        if meant is None:
            continue
        deed = _deed_after(terms, at)
        if deed is None:
            deed = next((one for one in range(at) if terms[one].morphology.first_pos == "INFN"), None)
        if deed is None and meant is Meant.PROMISE and term.morphology.first_pos == "VERB":
            deed = at
        if deed is not None:
            yield at, meant, deed


def _wished(terms: Sequence[Term]) -> range:
    """«Добиваться, чтобы появился»: places after the word of a purpose."""
    purpose = (at for at, term in enumerate(terms) if term.word in _PARTICLES["purpose"])
    return range(next(purpose, len(terms)), len(terms))


def _deed_after(terms: Sequence[Term], at: int) -> int | None:
    """The place of the infinitive soon after a word, else of the verb of its clause: «обещал, что придут»."""
    near = range(at + 1, min(at + 1 + _REACHES, len(terms)))
    infinitive = next((one for one in near if terms[one].morphology.first_pos == "INFN"), None)
    if infinitive is not None:
        return infinitive
    clause = next((one for one in near if terms[one].word in _CLAUSE), None)
    if clause is None:
        return None
    after = range(clause + 1, len(terms))
    return next((one for one in after if terms[one].morphology.first_pos in _FINITE), None)


def _meaning(terms: Sequence[Term], at: int) -> Meant | None:
    if at + 1 < len(terms):
        phrase = _MEANT.get(f"{terms[at].word} {terms[at + 1].word}")
        if phrase is not None:
            return phrase
    words = (terms[at].word, *terms[at].morphology.lemmas)
    return next((_MEANT[word] for word in words if word in _MEANT), None)


def _is_governor(term: Term) -> bool:
    return any(word in _MEANT for word in (term.word, *term.morphology.lemmas))


def _says(term: Term) -> bool:
    """«Говорила ли она о деле?»: what is said is said, whatever it means."""
    return bool(SAYING.intersection(term.morphology.lemmas))


def _plans(term: Term) -> bool:
    """«Планируется ли встреча?» asks of the plan itself."""
    return bool(_PLANNING.intersection(term.morphology.lemmas))


def _are_like(one: Term, other: Term, least: Level = Level.SYNONYM) -> bool:
    keys = {key for key, level in one.keys if level >= least}
    return any(key in keys for key, level in other.keys if level >= least)
