"""The first line that says who: people, their posts, how many of them, a body with a name in quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.event_records import telling_source
from knowledge.decision.leads.counted_people import is_named
from knowledge.decision.leads.group_subjects import group_subject
from knowledge.decision.leads.named_agents import named_agent
from knowledge.decision.leads.named_people import with_listed
from knowledge.decision.leads.named_roles import asks_obliquely, name_beside
from knowledge.decision.leads.oblique_people import asked_after_preposition, asks_of_other, without_doers
from knowledge.facts.model import Fact, FactBase, Person
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.role_words import ROLE_WORDS
from knowledge.language.semantic_classes import SAYING, SPEECH
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm, Lead, ListLead, Participant, Shown, ShownValue, Slot, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.statement_wording import best_part, sentence

_SAID = read_words("nouns/opinions") | read_words("verbs/voicing") | SAYING
_STEM = 3
"""Letters that the forms of a name share at least."""
_BY = "по"
_ACCORDING = read_groups("function_words/asides")["according"]
_REPORTING = read_words("verbs/reporting")
_JUDGING = SAYING | SPEECH | read_words("verbs/judging")


def people_lead(shown: Shown, query: QueryTerms, base: FactBase, lexicon: Lexicon) -> Lead | None:
    value = shown.value
    if isinstance(value, tuple) and value and shown.slot is Slot.POST:
        return None if asked_after_preposition(query) else _post_lead(value, query, lexicon)
    speaker = _speaker(shown.fact, _people(value), query)
    if speaker is not None:
        return ValueLead(held=(speaker,))
    beside = name_beside(shown.fact, query, lexicon)
    if beside is not None and not any(beside in one.person.name.split() for one in _people(value)):
        return ValueLead(held=beside)
    if asks_obliquely(query):
        return None
    others = _without_doers(shown, query, lexicon)
    return None if others is None else _doers_lead(others, query, base, lexicon)


def _without_doers(shown: Shown, query: QueryTerms, lexicon: Lexicon) -> Shown | None:
    """The fact with those people of it of whom «кому», «с кем» may ask; None where it has others alone."""
    people, says = _people(shown.value), lexicon.read(shown.fact.says)
    left = without_doers(people, query, lambda person: _name_run(person, says)[1], lexicon)
    if people and not left:
        return None
    return replace(shown, value=left) if left != people else shown


def _doers_lead(shown: Shown, query: QueryTerms, base: FactBase, lexicon: Lexicon) -> Lead | None:
    judge = _judge(shown.fact, query, base, lexicon)
    if judge is not None:
        return ValueLead(held=(Participant(person=judge),))
    people = _told_people(shown, query, lexicon) or _doers_named(shown.fact, query, base, lexicon)
    if not people:
        # Whom it was done to is no doer: «с кем беседовала Керн».
        named = None if asks_of_other(query) else named_agent(shown.fact, query, lexicon)
        named = named or _reporting(shown.fact, query, base)
        return ValueLead(held=sentence(named)) if named else None
    if query.question.request.form is AnswerForm.LIST and len(people) > 1:
        persons = tuple(one.person for one in people)
        return ListLead(items=tuple(one.name for one in persons), people=persons)
    group = _group_around(people, shown.fact, lexicon)
    return ValueLead(held=people if group is None else sentence(group))


def _reporting(fact: Fact, query: QueryTerms, base: FactBase) -> str | None:
    """«Кто сообщил о диалоге?»: the publisher, of the fact that tells who published the source."""
    reports = any(_REPORTING.intersection(term.morphology.lemmas) for term in query.question.terms)
    return base.source.publisher if reports and fact == telling_source(base) else None


def _post_lead(value: tuple[Participant, ...], query: QueryTerms, lexicon: Lexicon) -> Lead | None:
    """The post of the only person; the person where the question has the post."""
    post = value[0].person.post
    if len(value) > 1 or not post:
        return None
    asks_whose = _says_post(post, value[0].person, query, lexicon)
    return ValueLead(held=value if asks_whose else sentence(post))


def _says_post(post: str, person: Person, query: QueryTerms, lexicon: Lexicon) -> bool:
    """«Кто есть мэр Углича?» has the post itself, and asks whose it is."""
    asked = {key for word in query.terms for key, level in word.term.keys if level >= Level.ROOT}
    told = [term for term in lexicon.read(post) if term.word_class is WordClass.CONTENT]
    return (
        bool(told)
        and not is_named(person, asked)
        and all(any(key in asked for key, level in term.keys if level >= Level.ROOT) for term in told)
    )


def _group_around(people: Sequence[Participant], fact: Fact, lexicon: Lexicon) -> str | None:
    """«Главы двух стран» did it, of whom the record has some, none of them as the doer of the statement."""
    says = lexicon.read(fact.says)
    roles = {part.person for part in fact.people if part.role not in (None, "member", "guest")}
    named = any(_is_nominative(one.person, _name_run(one.person, says)[1]) for one in people)
    if named or any(one.person.id in roles for one in people):
        return None
    return group_subject(fact.says, says)


def _doers_named(fact: Fact, query: QueryTerms, base: FactBase, lexicon: Lexicon) -> tuple[Participant, ...]:
    """People of the base whom the statement names in the nominative with a verb of the question: «смету Ася
    Ким представила», in the part that has it: not «…, которую возглавляет Ася Ким»."""
    says = lexicon.read(best_part(fact.says, query, lexicon))
    keys = {key for word in query.terms for key, level in word.term.keys if level >= Level.ROOT}
    acts = [one for one in says if one.morphology.first_pos in ("VERB", "PRTS")]
    if not any(key in keys for one in acts for key, level in one.keys if level >= Level.ROOT):
        return ()
    return tuple(
        Participant(person=person)
        for person in base.people
        if _is_whole(person, _name_run(person, says)[1])
        and not any(_is_form(word.term, _folded(person)) for word in query.terms)
    )


def _is_whole(person: Person, run: Sequence[Term]) -> bool:
    """Whether a run of words is all of a name, in the nominative."""
    return len(run) == len(person.name.split()) and _is_nominative(person, run)


def _people(value: ShownValue | None) -> tuple[Participant, ...]:
    return value if isinstance(value, tuple) else ()


def _speaker(fact: Fact, people: Sequence[Participant], query: QueryTerms) -> Participant | None:
    """«Кто об этом заявил?», «кем дана оценка?» of what somebody said."""
    words = query.question.terms
    asks = query.question.slot is Slot.SPEAKER or any(
        _SAID.intersection(term.morphology.lemmas) for term in words
    )
    return next((one for one in people if one.person.id == fact.said_by), None) if asks else None


def _told_people(shown: Shown, query: QueryTerms, lexicon: Lexicon) -> tuple[Participant, ...]:
    """All people found, where the question names a role that each of them has.

    Otherwise those whom the statement names in the part that matches most of the question.
    """
    value = shown.value
    if not isinstance(value, tuple) or not value:
        return ()
    keys = {key for word in query.terms for key, level in word.term.keys if level >= Level.ROOT}
    roles = [one for one in value if keys & set(ROLE_WORDS.get(one.role or "", ()))]
    if roles and len(roles) == len(value):
        return value
    part = best_part(shown.fact.says, query, lexicon)
    said = {key for term in lexicon.read(part) for key, level in term.keys if level is Level.LEMMA}
    told = tuple(one for one in value if is_named(one.person, said))
    told = tuple(one for one in told if _asks_judge(query) or not _is_judge(one.person, shown.fact, lexicon))
    # «Кто судил финал» of the judge and of whom he sent off.
    of_post = tuple(one for one in told if keys & _post_keys(one.person, lexicon))
    return with_listed(of_post or _doers(told, lexicon.read(part)), value, shown.fact, lexicon)


def _judge(fact: Fact, query: QueryTerms, base: FactBase, lexicon: Lexicon) -> Person | None:
    """«По оценке Ким» tells who estimated it."""
    judges = [one for one in base.people if _is_judge(one, fact, lexicon)] if _asks_judge(query) else []
    return judges[0] if len(judges) == 1 else None


def _asks_judge(query: QueryTerms) -> bool:
    return any(_JUDGING.intersection(one.morphology.lemmas) for one in query.question.terms)


def _is_judge(person: Person, fact: Fact, lexicon: Lexicon) -> bool:
    terms = lexicon.read(fact.says)
    at, run = _name_run(person, terms)
    before = [term.word for term in terms[max(at - 2, 0) : at]]
    return bool(run) and before[:1] == [_BY] and before[-1] in _ACCORDING


def _doers(told: tuple[Participant, ...], says: Sequence[Term]) -> tuple[Participant, ...]:
    """Without those who only modify a noun: «визит Рейна Даль считает удачным» is what Даль did."""
    runs = {one.person.id: _name_run(one.person, says) for one in told}
    if not any(_is_nominative(one.person, runs[one.person.id][1]) for one in told):
        return told
    return tuple(one for one in told if not _modifies(one.person, *runs[one.person.id], says)) or told


def _name_run(person: Person, says: Sequence[Term]) -> tuple[int, tuple[Term, ...]]:
    """Where a name begins, and its words."""
    names = _folded(person)
    at = next((at for at, term in enumerate(says) if _is_form(term, names)), 0)
    return at, tuple(takewhile(lambda term: _is_form(term, names), says[at:]))


def _modifies(person: Person, at: int, run: Sequence[Term], says: Sequence[Term]) -> bool:
    """Whether the name stands after a noun in another form than the nominative."""
    if not run or at == 0 or _is_nominative(person, run):
        return False
    return says[at - 1].morphology.first_pos == "NOUN" and not says[at - 1].token.capitalised


def _is_nominative(person: Person, run: Sequence[Term]) -> bool:
    return bool(run) and all(term.word in _folded(person) for term in run)


def _folded(person: Person) -> list[str]:
    return [name.lower().replace("ё", "е") for name in person.name.split()]


def _is_form(term: Term, names: Sequence[str]) -> bool:
    return any(term.word == name or name in term.morphology.lemmas for name in names) or any(
        len(name) > _STEM and term.token.capitalised and term.word.startswith(name[:-1]) for name in names
    )


def _post_keys(person: Person, lexicon: Lexicon) -> set[str]:
    """Keys of the head of a post, its first noun."""
    nouns = (term for term in lexicon.read(person.post or "") if term.morphology.first_pos == "NOUN")
    return {key for term in list(nouns)[:1] for key, level in term.keys if level >= Level.ROOT}
