"""A trained reader: compares the tokens of a question with those of a fact by a sentence model's states.

`decision` knows only the port in `reading`; `bot.reader_model` and `bot.wiring` import the rest
and pass a reader in.
"""
