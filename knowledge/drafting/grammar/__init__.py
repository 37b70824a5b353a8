"""Words with their readings, forms in other cases, noun phrases, agreement.

The other packages of `knowledge.drafting` import it.
"""
