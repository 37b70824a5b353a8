"""The ordered rules that answer, offer a choice or refuse: `RULES` in `rules`.

`knowledge.decision` imports `rules` and `denying_facts`; nothing outside it does.
"""
