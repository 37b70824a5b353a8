"""The error hierarchy. Errors carry data; bot/replies/cli/failures.py has their Russian texts.

Imported from outside: the package itself, which has every name.
"""

from bot.errors.base import (
    ExitCode,
    SpravkaError,
)
from bot.errors.configuration import (
    ArticleUnreadableError,
    ConfigurationError,
    DraftFolderError,
    ErrorReportsMissingError,
    LogUnwritableError,
    PackRefusedError,
    QuestionsMissingError,
    QuestionsRefusedError,
)
from bot.errors.reader import (
    ReaderError,
    ReaderFolderError,
    ReaderLibraryMissingError,
    ReaderUnusableError,
    ReaderWheelAlteredError,
    ReaderWheelMissingError,
)
from bot.errors.storage import (
    BackupExistsError,
    BackupUnreadableError,
    BaseEmptyError,
    DatabaseAddressError,
    DatabaseHostMissingError,
    DatabaseNotEmptyError,
    DatabaseParameterError,
    DatabaseUnavailableError,
    OtherPackError,
    OutdatedFileError,
    SchemaBehindError,
    SchemaForeignError,
    SchemaUnknownError,
    StorageUnavailableError,
    UploadRejectedError,
)
from bot.errors.telegram import (
    ApiUnavailableError,
    HostUnusableError,
    PortTakenError,
    TokenMissingError,
    TokenRejectedError,
    WebhookIncompleteError,
    WebhookRefusedError,
)

__all__ = [
    "ApiUnavailableError",
    "ArticleUnreadableError",
    "BackupExistsError",
    "BackupUnreadableError",
    "BaseEmptyError",
    "ConfigurationError",
    "DatabaseAddressError",
    "DatabaseHostMissingError",
    "DatabaseNotEmptyError",
    "DatabaseParameterError",
    "DatabaseUnavailableError",
    "DraftFolderError",
    "ErrorReportsMissingError",
    "ExitCode",
    "HostUnusableError",
    "LogUnwritableError",
    "OtherPackError",
    "OutdatedFileError",
    "PackRefusedError",
    "PortTakenError",
    "QuestionsMissingError",
    "QuestionsRefusedError",
    "ReaderError",
    "ReaderFolderError",
    "ReaderLibraryMissingError",
    "ReaderUnusableError",
    "ReaderWheelAlteredError",
    "ReaderWheelMissingError",
    "SchemaBehindError",
    "SchemaForeignError",
    "SchemaUnknownError",
    "SpravkaError",
    "StorageUnavailableError",
    "TokenMissingError",
    "TokenRejectedError",
    "UploadRejectedError",
    "WebhookIncompleteError",
    "WebhookRefusedError",
]
