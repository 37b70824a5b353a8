"""What the storage may refuse. Their wording for people is in `bot.replies`."""

from __future__ import annotations

from bot.errors import SpravkaError


class StorageError(SpravkaError):
    """The root of the storage's errors."""


class DatabaseAddressError(StorageError):
    """DATABASE_URL is no address of SQLite or PostgreSQL."""


class SchemaBehindError(StorageError):
    """The database is empty or older than the program: run `spravka db upgrade`."""


class SchemaUnknownError(StorageError):
    """The database is newer than the program: run the newer program."""


class SchemaForeignError(StorageError):
    """The database holds tables of something else: give the bot one of its own."""


class OtherPackError(StorageError):
    """The database was filled from another pack."""

    def __init__(self, *, kept: str, given: str) -> None:
        super().__init__(f"the database holds pack {kept}, not {given}")
        self.kept = kept
        self.given = given
