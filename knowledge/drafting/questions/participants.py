"""Questions after the subject and the object: who, what, whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.parts.clause_parts import Part, Parts
from knowledge.drafting.questions.composing import both, verb_text
from knowledge.drafting.questions.openings import opening
from knowledge.drafting.questions.places import which_opening
from knowledge.drafting.questions.verb_forms import for_question_word

_BEGINNINGS = read_words("verbs/beginnings")
_COSTING = read_groups("drafting/question_contexts")["costing"]
_BEING = read_words("verbs/being")
_MEASURING = read_groups("drafting/question_contexts")["measuring"]
_ACTING = read_groups("drafting/question_contexts")["acting"] | read_words("nouns/organisations")
_LEAST = 2
_WHOM = "кого"


def subject_questions(parts: Parts) -> Iterator[str]:
    subject, verb = parts.subject, parts.verb
    if subject is None or verb is None or parts.is_denied:
        return
    if parts.doing & (_COSTING | _MEASURING):
        return
    animate = acts(subject) and not (parts.doing & _BEGINNINGS and not subject.is_person)
    if subject.is_counted and " и " not in subject.text:
        return
    if verb.words[-1].first_pos == "PRTS" and not subject.is_person:
        return
    if parts.doing & _BEING and any(word.first_pos == "PRTS" for word in parts.words):
        return  # «форум был проведён»: both would have to agree with «что»
    if not animate and not _is_asked(parts):
        return
    form = for_question_word(verb, animate=animate)
    if form is not None:
        asked = opening("who" if animate else "what")
        yield from both(asked, parts, (subject,), (), verb=verb_text(parts, form))


def _is_asked(parts: Parts) -> bool:
    """«Что начнётся в 22:00?»: of a thing it is asked where nothing else would tell what is meant."""
    subject = parts.subject
    if subject is None or len(subject.words) < _LEAST or subject.is_counted or parts.object is not None:
        return False
    return which_opening(subject) is None


def acts(subject: Part) -> bool:
    """Whether «кто» asks for it: a person, a body that acts as one, a club that only its title names."""
    noun, reading = subject.noun, subject.reading
    if noun is None or reading is None:
        return False
    return "anim" in reading.tag or bool(noun.lemmas & _ACTING) or subject.is_quoted


def object_questions(parts: Parts, names: Sequence[str]) -> Iterator[str]:
    thing = parts.object
    if thing is None or thing.reading is None or parts.verb is None or parts.is_denied:
        return
    if (thing.is_counted and parts.subject is None) or str(thing.reading.tag.POS) == "NPRO":
        return
    if parts.subject is not None and parts.subject.is_counted:
        return  # its news is the number
    if parts.doing & (_COSTING | _MEASURING):
        return
    animate = "anim" in thing.reading.tag or thing.is_quoted
    yield from both(_WHOM if animate else opening("what"), parts, (thing,), names)
