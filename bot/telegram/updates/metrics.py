"""Prometheus metrics: questions, updates, calls of the Bot API, deliveries, the database, the base in use."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import TelegramObject, Update
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from knowledge.results import Result

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)
ENGINE_BUCKETS = (0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.125, 0.5, 2.0)
LAG_BUCKETS = (1.0, 2.0, 5.0, 15.0, 60.0, 300.0, 3600.0, 86400.0)
"""Seconds, as of all histograms. Telegram dates its messages in whole seconds."""


class Metrics:
    """A registry for each bot, so that tests may run several."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self.questions = Counter(
            "spravka_questions_total", "Questions answered", ("outcome", "form"), registry=registry
        )
        self.engine = _histogram("spravka_engine_seconds", "The engine's part", ENGINE_BUCKETS, registry)
        self.updates = _histogram(
            "spravka_update_seconds", "An update, reply sent", BUCKETS, registry, "kind"
        )
        self.lag = _histogram(
            "spravka_update_lag_seconds", "From the message's date to its handling", LAG_BUCKETS, registry
        )
        self.calls = _histogram("spravka_call_seconds", "Calls of the Bot API", BUCKETS, registry, "method")
        self.failures = Counter(
            "spravka_call_failures_total", "Failed calls", ("method", "error"), registry=registry
        )
        self.deliveries = Counter(
            "spravka_deliveries_total", "Reminders and notices by outcome", ("outcome",), registry=registry
        )
        self.transactions = Counter(
            "spravka_transactions_total", "Transactions of the database", ("kind",), registry=registry
        )
        self._queue = Gauge("spravka_queue_length", "Updates not handled yet", registry=registry)
        self._revision = Gauge(
            "spravka_base_revision", "The revision that is answered from", registry=registry
        )
        for kind in ("read", "write"):
            self.transactions.labels(kind)  # shown as 0 from the start

    def watch_revision(self, revision: Callable[[], int]) -> None:
        """Ask it whenever the metrics are read."""
        self._revision.set_function(revision)

    def watch_queue(self, length: Callable[[], int]) -> None:
        """The same."""
        self._queue.set_function(length)

    def count_question(self, result: Result, seconds: float) -> None:
        """`seconds`: what the engine took."""
        self.questions.labels(type(result).__name__.lower(), result.form.value).inc()
        self.engine.observe(seconds)

    def count_transaction(self, kind: str) -> None:
        self.transactions.labels(kind).inc()

    def count_delivery(self, outcome: str) -> None:
        self.deliveries.labels(outcome).inc()


def _histogram(
    name: str, help_text: str, buckets: tuple[float, ...], registry: CollectorRegistry, *labels: str
) -> Histogram:
    return Histogram(name, help_text, labels, buckets=buckets, registry=registry)


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
