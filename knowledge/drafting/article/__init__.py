"""An article as title, dateline, paragraphs and turns; its day of publication.

The packages of `knowledge.drafting` above it and the bot import it.
"""
