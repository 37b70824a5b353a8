"""Who speaks in an article and whom a pronoun means: who spoke last, was named last, is interviewed."""

from __future__ import annotations

import itertools

from knowledge.data.tables import read_groups
from knowledge.drafting.article.article_text import Paragraph
from knowledge.drafting.clauses.references import owner_meant, with_owner, with_thing
from knowledge.drafting.grammar.words import Word, words_of
from knowledge.drafting.mentions.name_runs import name_runs
from knowledge.drafting.people.article_people import ArticlePerson, People, post_owner
from knowledge.drafting.people.attribution import Attribution
from knowledge.drafting.people.sides import country_of, same_country

_PRONOUNS = read_groups("drafting/pronouns")
_SIDE = read_groups("drafting/attributions")["side"]


class Speakers:
    """`spoke` is who spoke last, `named` whom the last sentence that names anybody names."""

    def __init__(self, people: People, posts: list[tuple[ArticlePerson, int]]) -> None:
        self.named: list[ArticlePerson] = []
        self.spoke: ArticlePerson | None = None
        self.sentence = ""
        """The one before."""
        self._people = people
        self._posts = posts
        self._guest: ArticlePerson | None = None

    def find(self, text: str, number: int) -> list[ArticlePerson]:
        """The people that a text of a paragraph names; a post told for the first time is noted."""
        words = words_of(text)
        found = []
        for run in name_runs(words):
            before = {id(one): one.post for one in self._people.found}
            person = self._people.add(words, run, text)
            if person.post and before.get(id(person)) is None:
                person.post = self._with_owner(person.post, post_owner(words, run))
                self._posts.append((person, number))
            found.append(person)
        return list({id(one): one for one in found}.values())

    def _with_owner(self, post: str, pronoun: Word | None) -> str:
        """«директор» of «его директор» -> «директор центра „Луч“», which the sentence before names."""
        owner = owner_meant(pronoun, self.sentence) if pronoun is not None else None
        first, comma, more = post.partition(",")
        return f"{first} {owner}{comma}{more}" if owner is not None else post

    def interviewee(self, paragraph: Paragraph) -> ArticlePerson | None:
        """Who answers in a turn of an interview."""
        if paragraph.turn is not None:
            words = words_of(paragraph.turn)
            for run in name_runs(words):
                return self._people.add(words, run, paragraph.turn)
        known = self._people.found
        posted = [one for one in known if one.post]
        if self._guest is None:
            self._guest = next(iter(posted or known), None)
        return self._guest

    def speaker_of(self, part: Attribution) -> tuple[ArticlePerson | None, str | None]:
        """The person or the side to whom a part of a sentence is attributed."""
        assert part.said is not None
        words = words_of(part.said)
        for run in name_runs(words):
            return self._people.add(words, run, part.said), None
        if (side := self.side_of(words)) is not None:
            return None, side
        if any(word.folded in _PRONOUNS["third"] for word in words):
            return self._referent(words, speaks=True), None
        return None, None

    def _referent(self, words: tuple[Word, ...], *, speaks: bool = False) -> ArticlePerson | None:
        female = any(word.folded in _PRONOUNS["female"] for word in words)
        if speaks and self.spoke is not None and self.spoke.female == female:
            return self.spoke
        fitting = [one for one in reversed(self.named) if one.female == female]
        every = [one for one in reversed(self._people.found) if one.female == female]
        return next(iter(fitting or every), None)

    def side_of(self, words: tuple[Word, ...]) -> str | None:
        """«американская сторона», «с китайской стороны»: the side as the posts name it."""
        for word, after in itertools.pairwise(words):
            country = country_of(word)
            if country is not None and after.lemmas & _SIDE:
                sides = [one.side for one in self._people.found if one.side]
                return next((side for side in sides if same_country(side, country)), None)
        return None

    def with_names(self, text: str) -> str:
        """The text with a pronoun at its head replaced by the name that it stands for."""
        words = words_of(text)
        if not words:
            return text
        if (
            named := with_owner(text, words, self.sentence) or with_thing(text, words, self.sentence)
        ) is not None:
            return named
        if words[0].folded not in _PRONOUNS["nominative"]:
            return text
        person = self._referent(words[:1])
        # «Она же набрала»: the particle leans on the pronoun.
        last = words[1] if len(words) > 1 and words[1].folded in _PRONOUNS["emphatic"] else words[0]
        return person.name + text[last.end :] if person is not None else text
