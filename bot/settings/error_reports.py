"""Reports errors to Sentry where SENTRY_DSN is set: their class and place in the code, never a text."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from structlog.typing import EventDict, WrappedLogger

from bot.errors import ErrorReportsMissingError

_LEVELS = frozenset(("error", "critical"))
_KEPT = frozenset(("type", "module", "mechanism", "stacktrace", "thread_id"))


class ErrorReports:
    """A processor of structlog: it passes every event on, and reports errors.

    Raises ErrorReportsMissingError where the package of the extra `sentry` is not installed.
    """

    def __init__(self, dsn: str) -> None:
        try:
            import sentry_sdk
        except ImportError:
            raise ErrorReportsMissingError from None
        self._sdk = sentry_sdk
        sentry_sdk.init(
            dsn,
            release=version("spravka"),
            # Integrations would add breadcrumbs, requests and log messages, which may hold texts.
            default_integrations=False,
            auto_enabling_integrations=False,
            include_local_variables=False,
            max_breadcrumbs=0,
            before_send=without_texts,
        )

    def __call__(self, _logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        if event.get("level") in _LEVELS:
            self._report(event)
        return event

    def close(self) -> None:
        """Send what waits, for at most two seconds."""
        self._sdk.flush(timeout=2.0)

    def _report(self, event: Mapping[str, Any]) -> None:
        with self._sdk.new_scope() as scope:
            scope.set_tag("request", event.get("request", ""))
            scope.set_tag("event", str(event["event"]))
            error = event.get("exc_info")
            if isinstance(error, BaseException):
                self._sdk.capture_exception(error)
            elif error:
                self._sdk.capture_exception()
            else:
                self._sdk.capture_message(str(event["event"]), level="error")


def without_texts(event: Any, _hint: Any) -> Any:
    """The report with the class and the place of each error; its message may quote a reader."""
    event.pop("server_name", None)
    for error in event.get("exception", {}).get("values", ()):
        for key in set(error) - _KEPT:
            del error[key]
    return event
