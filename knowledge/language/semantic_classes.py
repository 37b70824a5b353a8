"""Lemmas of nouns and verbs by what they mean, where the kind of thing decides how a text is read."""

from __future__ import annotations

from knowledge.data.tables import read_words

ORGANISATIONS = read_words("nouns/organisations")
"""Bodies that act as persons do: «комиссия отменила». Their names carry the dictionary's own marks."""
POSTS = read_words("nouns/posts")
"""Posts and callings: the one asked for must be the one that the fact gives."""
TIMES = read_words("nouns/times")
"""Nouns that after a preposition say when, not where."""
BEGINNINGS = read_words("verbs/beginnings")
"""Verbs that say since when a thing is; a date beside them is its first day."""
SPEECH = read_words("verbs/speech")
"""Verbs of saying: «что сказал Го» is answered only by his words."""
SAYING = read_words("verbs/saying")
"""Verbs of saying in general: «что говорят американцы» asks for all their words."""
PASTIMES = read_words("nouns/pastimes")
"""What is told for amusement: «расскажи сказку»."""
TASKS = read_words("verbs/tasks")
"""Commands that a fact base does not carry out: «напиши стих», «переведи», «реши пример»."""
