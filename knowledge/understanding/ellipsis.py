"""Fills what a follow-up leaves out from the last question: «А где?», «А Китай?», «А он?»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.conversation import Conversation
from knowledge.data.tables import alternation, read_groups
from knowledge.facts.model import FactBase, FactId, Person
from knowledge.language import question_words
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.morphology import analyse
from knowledge.language.semantic_classes import SPEECH
from knowledge.language.tokens import normalize, tokens
from knowledge.language.word_class import WordClass
from knowledge.understanding.question import Question, parse_question

_TIES = {group: alternation(phrases) for group, phrases in read_groups("requests/follow_ups").items()}
_LINK = re.compile(
    rf"^(?:(?:{_TIES['reaction']})\b[\s,.!-]+)*"
    rf"(?:я\s+(?:же\s+)?(?:{_TIES['asker_means']})\s+"
    rf"|(?:а|и)\s+(?:что|как)\s+(?:{_TIES['about']})\b[\s,-]*|(?:{_TIES['opening']})\b[\s,-]*)?",
    re.IGNORECASE,
)
_ASKED_ABOUT = re.compile(rf"\s+(?:{_TIES['asked_before']})[\s.?!]*$", re.IGNORECASE)
_CONFIRMS = read_groups("function_words/particles")["confirm"]
"""In a follow-up without a question word these ask to confirm, not to answer the last question anew."""
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_PRONOUNS = read_groups("function_words/pronouns")
_HE, _SHE, _THEY, _THERE = (_PRONOUNS[group] for group in ("he", "she", "they", "there"))
_MAX_CARRIED = 10
_MAX_FOLLOW_UP_WORDS = 4
"""A question with more content words than this is complete."""


class BaseWords(Protocol):
    """What is needed of a base: its lexicon, its entities, the keys of its names by kind."""

    @property
    def lexicon(self) -> Lexicon: ...

    @property
    def base(self) -> FactBase: ...

    @property
    def name_keys(self) -> Mapping[str, frozenset[str]]: ...


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """A follow-up completed with words of the conversation, which are `carried`."""

    text: str
    carried: tuple[str, ...]
    own_words: frozenset[str] = frozenset()
    """Content words of the follow-up itself: an answer must match them."""
    resolves_pronoun: bool = False
    """Whether a pronoun was replaced by a name: the question makes no sense without that."""
    is_substitution: bool = False
    """Whether it is the last question with one phrase replaced: the likeliest reading."""


def needs_context(question: Question, text: str) -> bool:
    """Whether a question is elliptical: by its first word, by a pronoun, or for want of content words."""
    words = {term.word for term in question.terms}
    count = sum(question.terms[place].word_class is WordClass.CONTENT for place in question.content_places)
    if not count:
        return True
    return count <= _MAX_FOLLOW_UP_WORDS and bool(_link(text) or words & (_HE | _SHE | _THEY | _THERE))


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
    """Whether no content word is a noun: «А первая?» takes its noun from the question before."""
    return not any("NOUN" in question.terms[place].morphology.pos for place in question.content_places)


def fill_ellipsis(text: str, conversation: Conversation, base_words: BaseWords) -> Iterator[FilledQuestion]:
    """Ways to complete a follow-up from the last question, the likeliest first."""
    text = (_ASKED_ABOUT.sub("", _LINK.sub("", text)) or text).rstrip(" ?!.,")
    new = parse_question(text, base_words.lexicon, asking=True)
    last = parse_question(conversation.question, base_words.lexicon, asking=True)
    words = {term.word for term in new.terms}
    own_words = frozenset(new.terms[at].word for at in new.content_places if at not in new.asking_places)
    carried = tuple(_carried_words(last, new, base_words))[:_MAX_CARRIED]
    nouns = tuple(word for word in carried if not _is_verb(word, last))
    resolved = False
    for names in _referents(words, last, conversation.facts, base_words.base, nouns):
        resolved = True
        yield FilledQuestion(
            f"{_without(text, _HE | _SHE | _THEY)} {' '.join(names)}", names, own_words, resolves_pronoun=True
        )
    if resolved:
        return
    lead = "" if new.slots and not new.is_bare_which else " ".join(_asking_words(last))
    if not new.slots:
        confirms = any(term.word in _CONFIRMS for term in new.terms)
        substituted = list(_substitutions(new, last, base_words, confirms=confirms))
        for filled in substituted:
            yield FilledQuestion(filled, carried, own_words, is_substitution=True)
        if confirms:
            if not substituted and new.content_places:
                yield FilledQuestion(f"{text} {' '.join(carried)}?", carried, own_words, is_substitution=True)
            return
    text = _without(text, question_words.WHICH) if new.is_bare_which and lead else text
    yield from _carried_over(text, lead, new, carried, nouns, own_words)
    titles = tuple(_titles(conversation.facts, base_words.base))
    if titles and (new.slots or words & _THERE):
        yield FilledQuestion(f"{text} {titles[0]}", titles[:1], own_words)


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


def _substitutions(new: Question, last: Question, base_words: BaseWords, *, confirms: bool) -> Iterator[str]:
    """The last question with the follow-up's phrase in the place of one like it: of the same kind of
    name, or after the same preposition. «Сколько стоит тонна третьего класса? А четвёртого?»"""
    phrase = _phrase(new)
    if phrase is None:
        return
    first, after = phrase
    words = new.text[new.terms[first].token.start : new.terms[after - 1].token.end]
    kinds = {kind for term in new.terms[first:after] for kind in _kinds(term, base_words)}
    for start, end in _replaceable(new.terms[first:after], kinds, last, base_words):
        head = last.text[: last.terms[start].token.start]
        filled = f"{head}{words}{last.text[last.terms[end - 1].token.end :]}"
        if confirms:
            asking = [last.terms[place].token.written for place in last.asking_places]
            filled = " ".join(token.written for token in tokens(filled) if token.written not in asking) + "?"
        yield filled


def _phrase(question: Question) -> tuple[int, int] | None:
    """The places from the first to the last content word, with the preposition before."""
    content = [at for at in question.content_places if question.terms[at].word not in _CONFIRMS]
    if not content:
        return None
    first, last = content[0], content[-1]
    if first and question.terms[first - 1].morphology.first_pos == "PREP":
        first -= 1
    return first, last + 1


def _replaceable(
    phrase: Sequence[Term], kinds: set[str], last: Question, base_words: BaseWords
) -> Iterator[tuple[int, int]]:
    """Runs of words of the last question that the phrase may stand for."""
    preposition = phrase[0].word if phrase[0].morphology.first_pos == "PREP" else ""
    for place, term in enumerate(last.terms):
        if place not in last.content_places:
            continue
        before = last.terms[place - 1] if place else None
        if kinds & _kinds(term, base_words):
            after_preposition = (
                bool(preposition) and before is not None and before.morphology.first_pos == "PREP"
            )
            yield place - after_preposition, place + 1
            return
    for place, term in enumerate(last.terms):
        if preposition and term.word == preposition and place + 1 < len(last.terms):
            end = place + 1
            while end < len(last.terms) and last.terms[end].morphology.first_pos in _MODIFIERS:
                end += 1
            yield place, min(end + 1, len(last.terms))
            return
    if not preposition and phrase[-1].morphology.first_pos == "NOUN":
        yield from _bare_noun(phrase[-1], last)


def _bare_noun(noun: Term, last: Question) -> Iterator[tuple[int, int]]:
    """The last noun without a preposition that may be a person where this one may: «сутки» for «час»."""
    for place in reversed(last.content_places):
        term = last.terms[place]
        before = last.terms[place - 1] if place else None
        free = before is None or before.morphology.first_pos not in {"PREP", *_MODIFIERS}
        is_noun = term.morphology.first_pos == "NOUN" and place not in last.head_places
        if is_noun and free and term.morphology.animate == noun.morphology.animate:
            yield place, place + 1
            return


def _referents(
    words: set[str], last: Question, facts: tuple[FactId, ...], base: FactBase, nouns: tuple[str, ...]
) -> Iterator[tuple[str, ...]]:
    """What a pronoun may refer to: people of the last question, a thing in it, people of the answer."""
    gender = "masc" if words & _HE else "femn" if words & _SHE else "plur" if words & _THEY else None
    if gender is None:
        return
    named = [person for person in base.people if _is_named(person, last) and _agrees(person, gender)]
    if named:
        yield tuple(person.name for person in named)
        return
    things = {term.token.written for term in last.terms if gender in term.morphology.genders}
    if things & set(nouns):
        yield nouns
    shown = {person.id: person for person in _shown(facts[:1], base) if _agrees(person, gender)}
    if shown and (gender == "plur" or len(shown) == 1):
        yield tuple(person.name for person in shown.values())


def _agrees(person: Person, gender: str) -> bool:
    """Whether «он» or «она» may refer to a person; a name that the dictionary lacks has any gender."""
    if gender == "plur":
        return True
    genders = {
        one
        for token in tokens(normalize(person.name))
        for one in analyse(token.word).genders
        if "Name" in analyse(token.word).marks
    }
    return not genders & {"masc", "femn"} or gender in genders


def _shown(facts: tuple[FactId, ...], base: FactBase) -> Iterator[Person]:
    for fact in facts:
        for part in base.fact_by_id[fact].people if fact in base.fact_by_id else ():
            if part.person in base.person_by_id:
                yield base.person_by_id[part.person]


def _is_named(person: Person, question: Question) -> bool:
    lemmas = {lemma for term in question.terms for lemma in term.morphology.lemmas}
    lemmas |= {term.word for term in question.terms}
    return any(token.word in lemmas for token in tokens(normalize(person.name)) if len(token.word) > 2)


def _without(text: str, words: frozenset[str]) -> str:
    return " ".join(token.written for token in tokens(text) if token.word not in words)


def _carried_words(last: Question, new: Question, base_words: BaseWords) -> Iterator[str]:
    """Content words of the last question that the new one does not replace by one of the same kind."""
    kinds = {kind for term in new.terms for kind in _kinds(term, base_words)}
    keys = {key for term in new.terms for key, _ in term.keys}
    for place in last.content_places:
        term = last.terms[place]
        if _kinds(term, base_words) & kinds or any(key in keys for key, _ in term.keys[:1]):
            continue
        yield term.token.written


def _kinds(term: Term, base_words: BaseWords) -> frozenset[str]:
    """Kinds of a word that may be replaced: an ordinal, a date, a person or side, a place."""
    found = {"ordinal" for key, _ in term.keys if key[0] == "№"}
    found |= {"date" for key, _ in term.keys if key[0] in "/#"}
    for kind, keys in base_words.name_keys.items():
        if any(key in keys for key, _ in term.keys):
            found.add("who" if kind in ("person", "side") else kind)
    return frozenset(found)


def _is_verb(written: str, question: Question) -> bool:
    return any(
        term.token.written == written and term.morphology.first_pos in {"VERB", "INFN", "PRTS"}
        for term in question.terms
    )


def _asking_words(last: Question) -> Iterator[str]:
    for place in sorted(last.asking_places):
        yield last.terms[place].token.written


def _titles(facts: tuple[FactId, ...], base: FactBase) -> Iterator[str]:
    for fact in facts:
        for event in base.fact_by_id[fact].about if fact in base.fact_by_id else ():
            if event in base.event_by_id:
                yield base.event_by_id[event].title
