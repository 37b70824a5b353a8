"""Words that stand for each other in a question about one fact, as groups of lemmas.

A lemma is pymorphy3's normal form with "ё" written as "е"; an underscore joins the lemmas of a phrase.
A lemma of several senses stands in several groups, so groups must not be chained into one another.
"""

from knowledge.language.thesaurus import (
    building,
    change,
    computing,
    contests,
    culture,
    dealing,
    deciding,
    force,
    gatherings,
    law,
    measures,
    money,
    nature,
    opinions,
    people,
    places,
    quality,
    reasons,
    science,
    speech,
    state,
    timing,
)

GROUPS: tuple[str, ...] = (
    *speech.GROUPS,
    *opinions.GROUPS,
    *deciding.GROUPS,
    *gatherings.GROUPS,
    *timing.GROUPS,
    *places.GROUPS,
    *people.GROUPS,
    *contests.GROUPS,
    *building.GROUPS,
    *money.GROUPS,
    *science.GROUPS,
    *culture.GROUPS,
    *law.GROUPS,
    *state.GROUPS,
    *force.GROUPS,
    *computing.GROUPS,
    *nature.GROUPS,
    *reasons.GROUPS,
    *measures.GROUPS,
    *quality.GROUPS,
    *change.GROUPS,
    *dealing.GROUPS,
)
