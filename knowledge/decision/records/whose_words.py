"""«Кто это сказал, что доверия больше?», «кто так считает?»: who the words of a fact belong to."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.conversation import Conversation
from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.model import Fact, FactBase, PersonId
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import analyse
from knowledge.language.semantic_classes import SAYING, SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.tokens import Token, normalize, tokens
from knowledge.results import (
    Answer,
    AnswerForm,
    Held,
    Participant,
    Polarity,
    Reason,
    Refusal,
    Shown,
    Slot,
    ValueLead,
    YesNoLead,
)
from knowledge.understanding.question import parse_question

_WORDS = read_groups("requests/whose_words")
_VOICING = read_words("verbs/voicing") | SAYING | SPEECH | _WORDS["thinks"]
_THAT = read_groups("function_words/particles")["that"]
_PRONOUNS = _WORDS["link"] | _WORDS["who"]
_HE = {word: sex for sex in ("masc", "femn", "plur") for word in _WORDS[sex]}
_SPOKEN = SAYING | SPEECH
_SEXES = frozenset({"masc", "femn"})
_LONGEST = 7
"""«Кто это сказал, что» has so many words at most."""
_LIKELY = 0.5


def whose_words(context: RuleContext, access: BaseAccess) -> Answer | None:
    """Who said what a question repeats after «что» or in quotes; None where no fact near has a speaker."""
    said = _repeated(context.search.question.text)
    if said is None:
        return None
    judged = access.judge(parse_question(said, access.lexicon, asking=True))
    fact = judged.search.facts[0].fact if judged.search.facts else None
    held = speaker_of(fact, access.base) if fact is not None else None
    if fact is None or held is None or judged.probability < _LIKELY:
        return None
    return _answer(fact, ValueLead(held=held), AnswerForm.WHO)


def of_last_speaker(
    text: str, conversation: Conversation, base: FactBase, lexicon: Lexicon
) -> Answer | Refusal | None:
    """«Кто так считает?», «это сам Рейн сказал?», «это точно он сказал?» of the fact told last.

    None where more is asked; a refusal where that fact is nobody's words.
    """
    fact = next((base.fact_by_id[one] for one in conversation.facts[:1] if one in base.fact_by_id), None)
    if fact is None:
        return None
    terms = lexicon.read(normalize(text))
    if not any(_is_voicing(term.morphology.lemmas) or _is_words(term.morphology.lemmas) for term in terms):
        return None
    left = [term for term in terms if term.word not in _PRONOUNS and not _is_voicing(term.morphology.lemmas)]
    left = [term for term in left if not _is_words(term.morphology.lemmas)]
    asks = any(term.word in _WORDS["who"] for term in terms)
    meant = {term.word for term in left} <= _HE.keys()
    held = speaker_of(fact, base)
    if held is None:
        return _nobodys(fact, terms, lexicon) if meant else None
    if asks:
        return None if left else _answer(fact, ValueLead(held=held), AnswerForm.WHO)
    if left and meant:
        return _whether_he([term.word for term in left], fact, held, base)
    return _whether(left, fact, held, base, lexicon) if left else None


def _nobodys(fact: Fact, terms: Sequence[Term], lexicon: Lexicon) -> Refusal | None:
    """«Кто это сказал?» of a statement in which nobody says anything."""
    says = any(not _SPOKEN.isdisjoint(term.morphology.lemmas) for term in terms)
    if not says or not any(term.word in _WORDS["these"] for term in terms):
        return None
    if any(not _SPOKEN.isdisjoint(term.morphology.lemmas) for term in lexicon.read(fact.says)):
        return None
    slot, form = Slot.SPEAKER, AnswerForm.WHO
    return Refusal(rule="slot-not-held", confidence=0.85, reason=Reason.NO_SUCH_SLOT, slot=slot, form=form)


def _whether_he(words: Sequence[str], fact: Fact, held: Held, base: FactBase) -> Answer:
    """«Это он сказал?»: yes, unless the speaker is of the other sex."""
    person = base.person_by_id.get(PersonId(fact.said_by or ""))
    sexes = frozenset({"plur"}) if person is None else _sexes(person.name, fact)
    if not sexes:
        return _answer(fact, ValueLead(held=held), AnswerForm.WHO)
    fits = any(_HE[word] in sexes for word in words)
    lead = YesNoLead(polarity=Polarity.YES) if fits else YesNoLead(polarity=Polarity.NO, held=held)
    return _answer(fact, lead, AnswerForm.YES_NO)


def _sexes(name: str, fact: Fact) -> frozenset[str]:
    """What the given name tells, else the verbs of his words, else a name that is a common word («Вера»)."""
    read = [analyse(token.word) for token in tokens(name)]
    of_names = frozenset().union(*(one.genders for one in read if one.known and "Name" in one.marks))
    of_word = read[0].genders & _SEXES if read and read[0].known else frozenset()
    return of_names or _sexes_of_verbs(fact) or of_word


def _sexes_of_verbs(fact: Fact) -> frozenset[str]:
    """What verbs of speech in the statement and its examples tell: «заявил Го», «сказала Го»."""
    words = [token.word for text in (fact.says, *fact.questions) for token in tokens(text)]
    spoken = [word for word in words if not _SPOKEN.isdisjoint(analyse(word).lemmas)]
    past = [word for word in spoken if "past" in analyse(word).moods]
    told = {"masc" for word in past if word.endswith("л")} | {"femn" for word in past if word.endswith("а")}
    return frozenset(told if len(told) == 1 else ())


def _whether(left: Sequence[Term], fact: Fact, held: Held, base: FactBase, lexicon: Lexicon) -> Answer | None:
    """Yes where the one who is named said it, no where another person or side did."""
    own = _names(fact.said_by or "", base)
    named = {one for one in _speakers(base) if _all_of(left, _names(one, base), lexicon)}
    if not named:
        return None
    if fact.said_by in named or _all_of(left, own, lexicon):
        return _answer(fact, YesNoLead(polarity=Polarity.YES), AnswerForm.YES_NO)
    return _answer(fact, YesNoLead(polarity=Polarity.NO, held=held), AnswerForm.YES_NO)


def speaker_of(fact: Fact, base: FactBase) -> Held | None:
    """The person or the side that said a fact."""
    if fact.said_by is None:
        return None
    person = base.person_by_id.get(PersonId(fact.said_by))
    return fact.said_by if person is None else (Participant(person=person),)


def _speakers(base: FactBase) -> set[str]:
    sides = {fact.said_by for fact in base.facts if fact.said_by} | {
        one.side for one in base.people if one.side
    }
    return sides | {str(one.id) for one in base.people}


def _names(said_by: str, base: FactBase) -> tuple[str, ...]:
    person = base.person_by_id.get(PersonId(said_by))
    return (said_by,) if person is None else (person.name, *person.names, person.side or "")


def _all_of(left: Sequence[Term], names: Sequence[str], lexicon: Lexicon) -> bool:
    keys = frozenset().union(*map(lexicon.sure, names))
    return all(any(key in keys for key, level in term.keys if level >= Level.SYNONYM) for term in left)


def _repeated(text: str) -> str | None:
    """What stands after «кто сказал, что» or in quotes after «кто автор тезиса»."""
    words = tokens(text)
    lemmas = [frozenset((one.word, *analyse(one.word).lemmas)) for one in words]
    if not any(one.word in _WORDS["who"] for one in words[:_LONGEST]):
        return None
    that = next((at for at, one in enumerate(words[:_LONGEST]) if one.word in _THAT), None)
    if that is None or that + 1 >= len(words) or not all(map(_introduces, lemmas[:that])):
        return _quoted(text, words, lemmas)
    is_said = any(_is_voicing(one) or _is_words(one) for one in lemmas[:that])
    return text[words[that + 1].start :].rstrip(" ?!.") if is_said else None


def _quoted(text: str, words: Sequence[Token], lemmas: Sequence[frozenset[str]]) -> str | None:
    start, end = text.find("«"), text.rfind("»")
    before = [one for word, one in zip(words, lemmas, strict=True) if word.start < start]
    if start < 0 or end < start or text[end + 1 :].strip(" ?!.") or not any(map(_is_words, before)):
        return None
    asked = all(_introduces(one) for one in before)
    return text[start + 1 : end] if asked else None


def _introduces(forms: frozenset[str]) -> bool:
    return bool(forms & (_PRONOUNS | _WORDS["belonging"])) or _is_voicing(forms) or _is_words(forms)


def _is_voicing(lemmas: Sequence[str] | frozenset[str]) -> bool:
    return not _VOICING.isdisjoint(lemmas)


def _is_words(lemmas: Sequence[str] | frozenset[str]) -> bool:
    return not _WORDS["words"].isdisjoint(lemmas)


def _answer(fact: Fact, lead: ValueLead | YesNoLead, form: AnswerForm) -> Answer:
    shown = (Shown(fact=fact, slot=Slot.STATEMENT),)
    return Answer(rule="whose-words", confidence=0.85, shown=shown, lead=lead, form=form)
