"""The wording of drafted statements and questions: templates, and dates in words.

The other packages of `knowledge.drafting` import it.
"""
