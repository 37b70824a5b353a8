"""Reports reach Sentry with the class and the place of an error, and without a reader's text."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
import sentry_sdk
import structlog

from bot.settings import logs
from bot.settings.error_reports import ErrorReports
from bot.settings.options import LogOptions

TEXT = "вопрос читателя"


class Sentry(BaseHTTPRequestHandler):
    """Keeps the events of the envelopes that are posted to it."""

    events: list[dict[str, Any]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        lines = (gzip.decompress(body) if self.headers["Content-Encoding"] == "gzip" else body).splitlines()
        parts = [json.loads(line) for line in lines]
        self.events += [part for part in parts if "event_id" in part and "level" in part]
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_args: object) -> None:
        """Nothing on stderr."""


@pytest.fixture
def sentry() -> Iterator[HTTPServer]:
    Sentry.events = []
    server = HTTPServer(("127.0.0.1", 0), Sentry)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    sentry_sdk.get_client().close(timeout=2.0)
    sentry_sdk.init()
    structlog.reset_defaults()
    server.shutdown()
    thread.join()
    server.server_close()


def test_errors_are_reported_without_texts(sentry: HTTPServer, capsys: pytest.CaptureFixture[str]) -> None:
    reports = ErrorReports(f"http://key@127.0.0.1:{sentry.server_port}/1")
    logs.configure(LogOptions(level="info", format="json"), (), reports)
    log = structlog.get_logger()
    log.info("fine")
    with structlog.contextvars.bound_contextvars(request="00ff"):
        try:
            raise ValueError(TEXT)
        except ValueError:
            question = TEXT * 2
            log.exception("update failed", question=len(question))
    log.error("update set aside", update=5)
    reports.close()
    first, second = Sentry.events
    (error,) = first["exception"]["values"]
    assert (error["type"], first["tags"]["request"]) == ("ValueError", "00ff")
    assert error["stacktrace"]["frames"][-1]["function"] == "test_errors_are_reported_without_texts"
    assert second["message"] == "update set aside"
    assert TEXT not in json.dumps(Sentry.events, ensure_ascii=False)
    assert "ValueError" in capsys.readouterr().err
