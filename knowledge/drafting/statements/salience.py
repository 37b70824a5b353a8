"""Which statements tell most, and which event the article is about."""

from __future__ import annotations

from knowledge.data.tables import read_groups, read_words
from knowledge.drafting.events.draft_events import DraftEvent
from knowledge.drafting.events.headline import event_of_verb, names_event, noun_phrase_of
from knowledge.drafting.grammar.words import words_of
from knowledge.drafting.mentions.places import joined_place
from knowledge.drafting.people.article_people import ArticlePerson
from knowledge.drafting.people.wording import is_first_person
from knowledge.drafting.statements.model import ArticleReading, DraftStatement, StatementKind
from knowledge.facts.dates import Precision
from knowledge.language.values import ValueKind, read_values

_PRONOUNS = read_groups("drafting/pronouns")
_DATES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY})
_POSTS = read_words("nouns/posts")
_QUOTES = frozenset('«»"“”„')
_MAIN_MENTIONS = 2
_SHORT = 5
_RECORD, _PERSON, _OTHER_RECORD = 3.0, 2.0, 1.0


def weight_of(statement: DraftStatement, main: DraftEvent | None = None) -> float:
    """Times, numbers, places and names are what readers ask after; an opinion of one's own tells less."""
    if statement.kind is StatementKind.EVENT:
        event = statement.events[0]
        return _RECORD if event is main or event.follows is not None else _OTHER_RECORD
    if statement.kind is StatementKind.SOURCE:
        return _RECORD
    if statement.kind is StatementKind.PERSON:
        return _PERSON
    clause = statement.clause
    values = [one for one in read_values(clause.text.replace("ё", "е")) if one.kind not in _DATES]
    weight = (
        2.0 * bool(statement.times)
        + 3.0 * bool(values)
        + bool(statement.places) * (not statement.inherits_place)
    )
    weight += bool(statement.people) + 1.5 * statement.names_event + 0.5 * (clause.subject is not None)
    weight += 0.5 * bool(statement.asked)
    weight += any(word.is_capital and word.start and not word.is_number for word in clause.words)
    if is_first_person(clause.text) and not values and not statement.times:
        weight -= 1
    if clause.words[0].folded in _PRONOUNS["pointing"]:
        weight -= 1
    return weight - (len(clause.words) < _SHORT)


def has_telling_post(person: ArticlePerson, reading: ArticleReading) -> bool:
    """Whether readers will ask who it is: a post, or a calling of somebody who speaks."""
    if person.post is None or len(person.name.split()) == len(person.post.split()) == 1:
        return False  # «Рудин — академик» tells no more than «академик Рудин»
    if any(one.speaker is person for one in reading.statements):
        return True
    return any(word.lemmas & _POSTS for word in words_of(person.post))


def main_event(reading: ArticleReading) -> DraftEvent | None:
    """The event that the article is about; None where it names none twice, or in its first paragraph."""
    main = reading.events.main
    if main is None:
        return None
    return main if main.mentions >= _MAIN_MENTIONS or main.paragraph == 1 else None


def _opening_event(reading: ArticleReading) -> DraftEvent | None:
    """None where the opening is of something else than the main event, and there is no title."""
    main, title = main_event(reading), reading.article.title
    if main is not None and (main.paragraph == 1 or main.when is not None):
        return main
    if title is None or (main is not None and names_event(title, main)):
        return main if title is not None else None
    told = event_of_verb(title, reading.events)
    if told is None and _is_quotation(title):
        return main  # «Пчела не любит спешки»: what somebody says of something else
    if told is None:
        told = _of_title(noun_phrase_of(title))
        reading.events.found.append(told)
    told.told = True
    if main is not None and told is not main:
        told.weight, told.mentions = main.weight + main.mentions, max(told.mentions, _MAIN_MENTIONS)
    return told


def _is_quotation(title: str) -> bool:
    return title[:1] in _QUOTES and title[-1:] in _QUOTES and title.count(title[:1]) == 1


def _of_title(title: str) -> DraftEvent:
    return DraftEvent(
        head="", noun=title, gender="", title=title, told=True, mentions=_MAIN_MENTIONS, weight=_MAIN_MENTIONS
    )


def _tells_of(event: DraftEvent, statement: DraftStatement) -> bool:
    """Whether a statement shares a noun with the event's title: another's date is not the event's."""
    words = statement.clause.words
    at = next((place for place, word in enumerate(words) if event.head in word.lemmas), None)
    if at is not None:
        before = next((word for word in reversed(words[:at]) if not word.is_adjective), None)
        return before is None or before.first_pos != "PREP" or words[at].has("loct")
    mine = {lemma for word in words_of(event.title) if word.has("NOUN") for lemma in word.lemmas}
    theirs = {lemma for word in statement.clause.words if word.has("NOUN") for lemma in word.lemmas}
    return bool(mine & theirs)


def _is_free(statement: DraftStatement) -> bool:
    """Whether its place does not belong to its subject: «смотритель маяка на острове»."""
    span, words = statement.clause.subject, statement.clause.words
    if span is None or statement.inherits_place:
        return True
    inside = (words[span[0]].start, words[span[1] - 1].end)
    return not any(inside[0] < one.start < inside[1] for one in statement.places)


def complete_main_event(reading: ArticleReading) -> None:
    """A date or a place that the opening names apart from the event is the event's. Where neither the
    opening nor the title names one, what the title tells of is it: what every fact is about."""
    main = _opening_event(reading)
    if main is None:
        return
    opening = [one for one in reading.statements if one.paragraph == 1]
    if main.when is None:
        dated = next(
            (
                one
                for one in opening
                if one.when is not None and one.when.precision >= Precision.DAY and _tells_of(main, one)
            ),
            None,
        )
        if dated is not None:
            main.when, main.inferred, main.dated_paragraph = dated.when, dated.inferred, 1
    if main.where is None:
        placed = next(
            (one for one in opening if joined_place(one.places) is not None and _is_free(one)), None
        )
        if placed is not None:
            main.where, main.placed_paragraph = joined_place(placed.places), 1
            place = placed.places[0]
            main.where_phrase = place.phrase_of(placed.clause.text) if not placed.inherits_place else None
