"""One migration a file, in the order of their numbers; a released one is never edited.

Alembic loads them; nothing imports them."""
