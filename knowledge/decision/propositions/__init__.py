"""Questions of yes or no: what they state is held against facts, records, posts and presence.

Only the clause modules of `knowledge.decision` import it.
"""
