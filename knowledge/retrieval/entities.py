"""What the entities of a base hold together: word forms, names by sort, the subject of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.facts.model import Fact, FactBase
from knowledge.language.lexicon import Lexicon
from knowledge.retrieval.base_diff import BaseDiff, all_entities
from knowledge.retrieval.multiset import Multiset
from knowledge.retrieval.vocabulary import SORTS, sort_keys, spelling_forms, subject_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityCatalogue:
    """Counted, so that one changed entity changes it cheaply."""

    forms: Multiset
    names: Mapping[str, Multiset]
    titles: frozenset[str]
    """Keys of the proper names in titles, names of people, sides and places among them."""
    subject: frozenset[str]
    """The keys of the titles without those."""

    @classmethod
    def of(cls, base: FactBase, lexicon: Lexicon, facts: Counter[str] | None = None) -> EntityCatalogue:
        """`facts` are the forms of all facts, where they are counted already."""
        entities = all_entities(base)
        counts = Counter(spelling_forms(e for e in entities if facts is None or not isinstance(e, Fact)))
        counts.update(facts or {})
        names = {sort: Multiset(Counter(sort_keys(entities, sort, lexicon))) for sort in SORTS}
        return cls._with(Multiset(counts), names, subject_of(base, lexicon))

    def edited(self, change: BaseDiff, base: FactBase, lexicon: Lexicon) -> EntityCatalogue:
        """The stock of the base after a change."""
        names = {
            sort: tally.changed(sort_keys(change.gone, sort, lexicon), sort_keys(change.come, sort, lexicon))
            for sort, tally in self.names.items()
        }
        titles = subject_of(base, lexicon) if change.retitles else self.titles
        return self._with(
            self.forms.changed(spelling_forms(change.gone), spelling_forms(change.come)), names, titles
        )

    @classmethod
    def _with(cls, forms: Multiset, names: Mapping[str, Multiset], titles: frozenset[str]) -> EntityCatalogue:
        named = [tally.members for tally in names.values()]
        subject = frozenset(key for key in titles if not any(key in keys for keys in named))
        return cls(forms=forms, names=names, titles=titles, subject=subject)

    @property
    def sorts(self) -> dict[str, frozenset[str]]:
        """Sure keys of the names of people, sides and places."""
        return {sort: tally.members for sort, tally in self.names.items()}
