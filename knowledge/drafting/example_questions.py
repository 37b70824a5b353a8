"""Example questions made of a statement: who, what, when, where, how many, why, whether."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.data.tables import alternation, read_groups
from knowledge.drafting.clause_rest import without
from knowledge.drafting.clauses import Clause, read_clause
from knowledge.drafting.core_questions import core_questions
from knowledge.drafting.counting_questions import counted_questions
from knowledge.drafting.inflection import inflected, name_in, text_in
from knowledge.drafting.model import DraftStatement
from knowledge.drafting.participant_questions import object_questions, subject_questions
from knowledge.drafting.phrases import noun_phrase_at, phrase_text
from knowledge.drafting.question_texts import question
from knowledge.drafting.sides import adjective_of
from knowledge.drafting.wording import is_first_person, lowered
from knowledge.drafting.words import words_of
from knowledge.facts.dates import Precision

_CONTEXTS = read_groups("drafting/question_contexts")
_PRONOUNS = read_groups("drafting/pronouns")
_REASON, _PURPOSE = (
    re.compile(rf"\s*,?\s*\b(?:{alternation(_CONTEXTS[group])})\b.*$", re.IGNORECASE)
    for group in ("reason", "purpose")
)
_TORN_NUMBER = re.compile(r"№(?!\s*\d)|--|(?:^|\s)-\d")
_MOST, _LONGEST_NOTE = 20, 8


def clause_questions(statement: DraftStatement) -> list[str]:
    """Up to twenty different questions that the statement answers."""
    clause = impersonal(statement.clause)
    found = [
        *statement.asked,
        *_timed(clause, statement),
        *_placed(clause, statement),
        *counted_questions(clause),
    ]
    found += [
        *subject_questions(clause),
        *object_questions(clause),
        *_causes(clause),
        *_said(clause, statement),
    ]
    found += [*_whether(clause), *_dry(clause), *core_questions(clause, statement)]
    return list(dict.fromkeys(one for one in found if _is_sound(one)))[:_MOST]


def impersonal(clause: Clause) -> Clause:
    """«Мы печём 300 буханок» -> «Пекут 300 буханок»: a question speaks of others."""
    words = clause.words
    if not is_first_person(clause.text):
        return clause
    out, end = [], 0
    for word in words:
        out.append(clause.text[end : word.start])
        end = word.end
        first = next((one for one in word.readings[:1] if "1per" in one.tag), None)
        if word.folded in _PRONOUNS["first"]:
            continue
        if first is not None:
            tense = str(first.tag.tense)
            out.append(inflected(word, first, {"3per", "plur", tense}) or word.text)
        else:
            out.append(word.text)
    made = re.sub(r"\s{2,}", " ", "".join(out) + clause.text[end:]).strip(" ,")
    return read_clause(made[:1].upper() + made[1:])


def _is_sound(text: str) -> bool:
    """Not across a colon, which parts two statements, nor with half of a quotation or of a number;
    nobody knows of whom «она» speaks."""
    return (
        2 <= len(text.split()) <= 30
        and text.count("«") == text.count("»")
        and ": " not in text
        and not _TORN_NUMBER.search(text)
        and not any(word.folded in _PRONOUNS["third"] for word in words_of(text))
    )


def _timed(clause: Clause, statement: DraftStatement) -> Iterator[str]:
    if clause.text != statement.clause.text:
        return
    own = [one for one in statement.times if not one.attributive]
    if not own or clause.predicate is None:
        return
    rest = without(clause, *((one.start, one.end) for one in own))
    if not rest:
        return
    yield question("when", rest=rest)
    precision = own[0].when.precision
    kind = {
        Precision.DAY: "day",
        Precision.MONTH: "month",
        Precision.YEAR: "year",
        Precision.MINUTE: "clock",
    }.get(precision)
    if kind is not None and not own[0].when.is_interval:
        yield question(kind, rest=rest)


def _placed(clause: Clause, statement: DraftStatement) -> Iterator[str]:
    if clause.text != statement.clause.text or clause.predicate is None or statement.inherits_place:
        return
    for place in statement.places[:2]:
        if clause.text[place.start : place.end].strip() == "":
            continue
        if not any(word.start == place.start for word in clause.words):
            return
        rest = without(clause, (place.start, place.end))
        yield question("where", rest=rest)
        if not place.is_venue:
            yield question("city", rest=rest)


def _causes(clause: Clause) -> Iterator[str]:
    for kind, pattern in (("reason", _REASON), ("purpose", _PURPOSE)):
        found = pattern.search(clause.text)
        if found is not None and found.start() > 0:
            yield question(kind, rest=lowered(clause.text[: found.start()].strip(" ,")))


def _said(clause: Clause, statement: DraftStatement) -> Iterator[str]:
    if statement.speaker is not None:
        speaker = statement.speaker
        yield question("said_what_femn" if speaker.female else "said_what", name=speaker.name)
        if statement.clause.text == clause.text and not clause.text.startswith(speaker.name):
            yield question("said_that", clause=lowered(clause.text))
        if (name := name_in(speaker.name, "gent", female=speaker.female)) is not None:
            yield question("opinion", name=name)
    elif statement.side is not None and (adjective := adjective_of(statement.side)) is not None:
        party = adjective[:-2] + "ая"
        yield question("party_say", party=party)
        yield question("party_think", party=party)
        yield question("said_that", clause=lowered(clause.text))


def _dry(clause: Clause) -> Iterator[str]:
    """A note in place of a question: what stands after the verb, «общие интересы в сфере торговли»."""
    if clause.predicate is None or clause.text.count("«") != clause.text.count("»"):
        return
    start = clause.predicate + 1
    while start < len(clause.words) and clause.words[start].first_pos in ("INFN", "ADVB", "CONJ", "PRCL"):
        start += 1
    rest = clause.words[start : start + _LONGEST_NOTE]
    stop = next((at for at, word in enumerate(rest) if at and "," in word.before), len(rest))
    while stop and rest[stop - 1].first_pos in ("PREP", "CONJ"):
        stop -= 1
    if stop >= 2 and rest[0].first_pos != "PREP":
        end = rest[stop - 1].end
        note = clause.text[rest[0].start : end + (clause.text[end : end + 1] == "»")]
        if note.count("«") == note.count("»"):
            yield note


def _whether(clause: Clause) -> Iterator[str]:
    yield question("yes", clause=lowered(clause.text))
    if clause.predicate is not None and clause.subject is not None:
        word = clause.words[clause.predicate]
        rest = without(clause, (word.start, word.end))
        if word.first_pos in ("VERB", "ADJS", "PRTS") and not clause.text[: word.start].rstrip().endswith(
            " не"
        ):
            yield question("did", verb=word.text.lower(), rest=rest)
    if clause.subject is not None and clause.subject_text is not None:
        first, _ = clause.subject
        phrase = noun_phrase_at(clause.words, first, clause.text)
        short = phrase_text(phrase, clause.words, clause.text) if phrase is not None else clause.subject_text
        named = phrase is not None and any(
            word.is_capital and not word.is_abbreviation and word.has("nomn")
            for word in clause.words[phrase.head : phrase.end]
            if word.start
        )
        about = text_in(short, "loct") if not named else None
        if about is not None and short.count("«") == short.count("»"):
            opening = "об" if about[:1].lower() in _CONTEXTS["vowels"] else "о"
            yield question("about", about=f"{opening} {lowered(about)}")
