"""An article that an editor sends, the cards of its drafted facts, and examples suggested for any fact.

Imported from outside: the modules with a `build_router`.
"""
