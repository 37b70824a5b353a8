"""A trained reader: compares the tokens of a question with those of a fact by a sentence model's states."""
