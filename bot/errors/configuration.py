"""Errors of settings, packs, question files and what a person named on the command line."""

from __future__ import annotations

from pathlib import Path

from bot.errors.base import ExitCode, SpravkaError
from knowledge.facts.pack.problems import Problem


class ConfigurationError(SpravkaError):
    """Invalid settings or environment; `problems` holds all problems."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}: {problem.code}" for problem in problems))
        self.problems = problems


class PackRefusedError(SpravkaError):
    """Invalid pack; `problems` holds all problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(*(f"{problem.file}:{problem.line}: {problem.code}" for problem in problems))
        self.problems = problems


class ArticleUnreadableError(SpravkaError):
    """The text to draft a pack from is not a readable UTF-8 file; `reason` in Russian."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file, self.reason = file, reason


class DraftFolderError(SpravkaError):
    """The folder for a draft is not empty: no pack is overwritten."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


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
