"""The error tree: each error carries data; bot/replies/cli/failures.py words it."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import ClassVar

from knowledge.facts.pack.problems import Problem


class ExitCode(IntEnum):
    """What a command ends with."""

    OK = 0
    FAILED = 1
    USAGE = 2
    CONFIGURATION = 78
    """EX_CONFIG of sysexits.h: starting again will not help."""


class SpravkaError(Exception):
    """The root. Its attributes are the data that the wording in bot/replies/cli/failures.py may name."""

    exit_code: ClassVar[ExitCode] = ExitCode.FAILED


class ConfigurationError(SpravkaError):
    """The settings or the environment are wrong: `problems` holds every one."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}: {problem.code}" for problem in problems))
        self.problems = problems


class PackRefusedError(SpravkaError):
    """The pack breaks the form: `problems` holds every one."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}:{problem.line}: {problem.code}" for problem in problems))
        self.problems = problems


class QuestionsMissingError(SpravkaError):
    """No question file was named, and `folder` is absent or holds no questions."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class QuestionsRefusedError(SpravkaError):
    """Question files cannot be read or break the form: `problems` holds every one."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}:{problem.line}: {problem.code}" for problem in problems))
        self.problems = problems


class LogUnwritableError(SpravkaError):
    """The log `file` of an evaluation cannot be written, for `reason`."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(str(file), reason)
        self.file = file
        self.reason = reason


class TokenMissingError(SpravkaError):
    """The bot was started without BOT_TOKEN."""

    exit_code = ExitCode.CONFIGURATION


class TokenRejectedError(SpravkaError):
    """The Bot API does not know the token."""

    exit_code = ExitCode.CONFIGURATION


class WebhookIncompleteError(SpravkaError):
    """`--webhook` lacks the variables in `missing`."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(*missing)
        self.missing = ", ".join(missing)


class WebhookRefusedError(SpravkaError):
    """The Bot API does not take WEBHOOK_URL, for `reason`."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PortTakenError(SpravkaError):
    """The webhook cannot listen on `port`."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.port = port


class ApiUnavailableError(SpravkaError):
    """The Bot API does not answer, or not as a Bot API does. `reason` holds no token."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DatabaseUnavailableError(SpravkaError):
    """The database does not answer. `reason` holds no password."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DatabaseAddressError(SpravkaError):
    """DATABASE_URL is no address of SQLite or PostgreSQL."""

    exit_code = ExitCode.CONFIGURATION


class SchemaBehindError(SpravkaError):
    """The database is empty or older than the program: `spravka db upgrade` is to be run."""

    exit_code = ExitCode.CONFIGURATION


class SchemaUnknownError(SpravkaError):
    """The database is newer than the program: the newer program is to be run."""

    exit_code = ExitCode.CONFIGURATION


class SchemaForeignError(SpravkaError):
    """The database holds tables of something else: the bot needs one of its own."""

    exit_code = ExitCode.CONFIGURATION


class OtherPackError(SpravkaError):
    """The database was filled from the pack `kept`, the bot was started with the pack `given`."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, *, kept: str, given: str) -> None:
        super().__init__(kept, given)
        self.kept = kept
        self.given = given


class BaseEmptyError(SpravkaError):
    """The database holds no base yet: no bot has been started on it."""
