"""Errors of the database: its address, its schema, what it holds; and of backups."""

from __future__ import annotations

from pathlib import Path

from bot.errors.base import ExitCode, SpravkaError
from knowledge.facts.serialization import Key


class StorageUnavailableError(SpravkaError):
    """The database does not answer now; a running bot goes on from memory and tries again."""


class DatabaseUnavailableError(SpravkaError):
    """The database does not answer. `reason` contains no password.

    `may_come_back`: whether waiting can help; a wrong password or a missing database stays as it is.
    """

    def __init__(self, reason: str, *, may_come_back: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.may_come_back = may_come_back


class DatabaseAddressError(SpravkaError):
    """DATABASE_URL is no SQLite or PostgreSQL URL."""

    exit_code = ExitCode.CONFIGURATION


class DatabaseHostMissingError(DatabaseAddressError):
    """DATABASE_URL names no PostgreSQL server."""


class DatabaseParameterError(DatabaseAddressError):
    """The parameter `name` of DATABASE_URL has a value that cannot be used."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DatabaseNotEmptyError(SpravkaError):
    """A copy or a backup would replace what the database holds."""


class BackupExistsError(SpravkaError):
    """The `file` of a backup is there already."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


class BackupUnreadableError(SpravkaError):
    """`file` is missing, or no backup."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


class SchemaBehindError(SpravkaError):
    """The schema is missing or older than the program: `spravka db upgrade` must be run."""

    exit_code = ExitCode.CONFIGURATION


class SchemaMissingError(SchemaBehindError):
    """The database has no table yet."""


class SchemaUnknownError(SpravkaError):
    """The schema is newer than the program."""

    exit_code = ExitCode.CONFIGURATION


class SchemaForeignError(SpravkaError):
    """The database holds tables of another application."""

    exit_code = ExitCode.CONFIGURATION


class OtherPackError(SpravkaError):
    """The database belongs to the pack `kept`, but the bot was started with the pack `given`."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, *, kept: str, given: str) -> None:
        super().__init__(kept, given)
        self.kept = kept
        self.given = given


class UploadRejectedError(SpravkaError):
    """A file that was given for an import is none of the base: `why` is a RefusalReason, `name` the file."""

    def __init__(self, why: str, name: str, limit: int) -> None:
        super().__init__(why, name)
        self.why, self.name = why, name
        self.limit = limit
        """Bytes."""


class OutdatedFileError(SpravkaError):
    """A file exported at `revision` changes what later edits changed otherwise: the entities `keys`."""

    def __init__(self, keys: tuple[Key, ...], revision: int) -> None:
        super().__init__(keys, revision)
        self.keys, self.revision = keys, revision


class BaseEmptyError(SpravkaError):
    """The database holds no base yet: no bot has run on it."""

    exit_code = ExitCode.CONFIGURATION
