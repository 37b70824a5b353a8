"""Errors of the Bot API, its token, and the port that it posts to."""

from __future__ import annotations

from bot.errors.base import ExitCode, SpravkaError


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


class HostUnusableError(SpravkaError):
    """The webhook cannot listen on `host`, which `setting` names, for `reason`."""

    exit_code = ExitCode.CONFIGURATION

    def __init__(self, host: str, reason: str, setting: str = "WEBHOOK_HOST") -> None:
        super().__init__(host, reason, setting)
        self.host = host
        self.reason = reason
        self.setting = setting


class ApiUnavailableError(SpravkaError):
    """The Bot API does not answer, or gives no valid answer. `reason` contains no token."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
