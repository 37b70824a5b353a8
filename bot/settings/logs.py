"""Logging to stderr, as console lines or JSON, with secrets masked."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.settings.options import LogOptions

MASK = "***"
_ERRORS_ARE_TEXT = 3
"""The place in the chain where an error becomes a traceback."""


SHORTEST = 6
"""Characters of a secret that is masked: a shorter one would mask parts of words."""


def configure(options: LogOptions, secrets: Sequence[str] = (), reports: Processor | None = None) -> None:
    """Send structlog and the standard logging through one chain of processors that masks `secrets`.

    `reports` gets every event of the bot's own log before errors are turned into text.
    """
    level = logging.getLevelNamesMapping()[options.level.upper()]
    chain: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _SecretMask(secrets),
    ]
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if options.format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            *chain[:_ERRORS_ARE_TEXT],
            *([reports] if reports else ()),
            *chain[_ERRORS_ARE_TEXT:],
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last], foreign_pre_chain=chain
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(level, logging.WARNING))


class _SecretMask:
    """Masks secrets: aiohttp's errors quote URLs, and those of the Bot API contain the token."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self._secrets = [secret for secret in secrets if len(secret) >= SHORTEST]

    def __call__(self, _logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
        return {key: self._mask(value) for key, value in event.items()}

    def _mask(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        for secret in self._secrets:
            value = value.replace(secret, MASK)
        return value
