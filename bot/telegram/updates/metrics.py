"""Prometheus metrics for /metrics: counts, durations and failures of updates and Bot API calls."""

from __future__ import annotations

import time
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import TelegramObject, Update
from prometheus_client import CollectorRegistry, Counter, Histogram

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)
"""Seconds."""


class Metrics:
    """A registry for each bot, so that tests may run several."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Histogram(
            "spravka_update_seconds",
            "Handling of an update",
            ("kind",),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.replies = Counter(
            "spravka_replies_total", "Replies by outcome", ("outcome",), registry=self.registry
        )
        self.calls = Histogram(
            "spravka_call_seconds",
            "Calls of the Bot API",
            ("method",),
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.failures = Counter(
            "spravka_call_failures_total", "Failed calls", ("method", "error"), registry=self.registry
        )


class MeasureUpdates(BaseMiddleware):
    """An outer middleware of the Dispatcher's updates."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        assert isinstance(event, Update)
        with self._metrics.updates.labels(event.event_type).time():
            return await handler(event, data)


class MeasureCalls(BaseRequestMiddleware):
    """A middleware of the Bot's session, inside RetryMiddleware: it measures every attempt."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        name, started = method.__api_method__, time.perf_counter()
        try:
            return await make_request(bot, method)
        except AiogramError as error:
            self._metrics.failures.labels(name, type(error).__name__).inc()
            raise
        finally:
            self._metrics.calls.labels(name).observe(time.perf_counter() - started)
