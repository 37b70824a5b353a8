"""People of an article with posts and sides; who says a sentence, and how a statement names the speaker.

The packages of `knowledge.drafting` above it import it.
"""
