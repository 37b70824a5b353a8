"""`spravka doctor`: checks everything the bot depends on and says what is wrong and how to fix it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TextIO

from bot.cli.api_probe import ApiAnswer, ask_api
from bot.errors import ApiUnavailableError, ExitCode, ReaderError, SpravkaError
from bot.replies.cli import doctor_report, reader_texts
from bot.replies.cli.failures import explain
from bot.settings.clock import Clock, clock_from, system_clock
from bot.settings.options import Settings
from bot.wiring.pack import open_pack
from bot.wiring.reader import reader_folder

MAX_SKEW = timedelta(seconds=10)
"""The Date header has whole seconds and the call takes time; what matters to Telegram is minutes."""
_TIMEOUT = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report; `sign` is GOOD, BAD or NOTE of the report's texts."""

    sign: str
    text: str


def examine(settings: Settings, out: TextIO, clock: Clock = system_clock) -> ExitCode:
    """Print each finding as soon as it is known; FAILED where any is bad."""
    failed = False
    for finding in _findings(settings, clock):
        failed = failed or finding.sign == doctor_report.BAD
        out.write(f"{finding.sign} {finding.text}\n")
        out.flush()
    return ExitCode.FAILED if failed else ExitCode.OK


def _findings(settings: Settings, clock: Clock) -> Iterator[Finding]:
    token = None if settings.bot_token is None else settings.bot_token.get_secret_value()
    answer: ApiAnswer | None = None
    try:
        answer = ask_api(settings.bot_api_url, token, timeout=_TIMEOUT)
    except ApiUnavailableError as error:
        yield _bad(doctor_report.api_bad(settings.bot_api_url, error.reason))
    else:
        yield _good(doctor_report.api_good(settings.bot_api_url))
    yield from _token(token, answer)
    yield _database(settings)
    yield _redis(settings)
    yield _pack(settings)
    yield _reader(settings)
    yield _clock(settings, answer, clock)


def _token(token: str | None, answer: ApiAnswer | None) -> Iterator[Finding]:
    if token is None:
        yield _note(doctor_report.TOKEN_MISSING)
    elif answer is not None and answer.name is None:
        yield _bad(doctor_report.TOKEN_REJECTED)
    elif answer is not None and answer.name is not None:
        yield _good(doctor_report.token_good(answer.name))


def _database(settings: Settings) -> Finding:
    # Imported here: only this check needs SQLAlchemy.
    from bot.storage.connection.database_check import probe

    try:
        kind = probe(settings.database_url.get_secret_value())
    except SpravkaError as error:
        return _bad(doctor_report.database_bad(explain(error)))
    return _good(doctor_report.database_good(kind)) if kind else _note(doctor_report.DATABASE_NOT_YET)


def _redis(settings: Settings) -> Finding:
    if settings.redis_url is None:
        return _note(doctor_report.REDIS_UNSET)
    from redis import Redis, RedisError

    url = settings.redis_url.get_secret_value()
    try:
        with Redis.from_url(url, socket_connect_timeout=_TIMEOUT, socket_timeout=_TIMEOUT) as client:
            client.ping()
    except (RedisError, OSError, ValueError) as error:
        return _bad(doctor_report.redis_bad(type(error).__name__))
    return _good(doctor_report.REDIS_GOOD)


def _pack(settings: Settings) -> Finding:
    try:
        base = open_pack(settings)
    except SpravkaError as error:
        return _bad(doctor_report.pack_bad(explain(error)))
    return _good(doctor_report.pack_good(str(settings.pack_dir), len(base.facts)))


def _reader(settings: Settings) -> Finding:
    # Imported here: onnxruntime takes a moment to load.
    from bot.reader_model.opening import open_reader

    if not settings.reader:
        return _note(reader_texts.OFF)
    folder = reader_folder(settings)
    try:
        open_reader(folder)
    except ReaderError as error:
        return _note(reader_texts.unavailable(explain(error)))
    return _good(reader_texts.good(str(folder)))


def _clock(settings: Settings, answer: ApiAnswer | None, clock: Clock) -> Finding:
    now = clock()
    if settings.now is not None:
        return _note(doctor_report.clock_given(clock_from(settings.now)()))
    if answer is None or answer.date is None:
        return _note(doctor_report.clock_unchecked(now))
    skew = now - answer.date
    return (
        _bad(doctor_report.clock_skewed(skew))
        if abs(skew) > MAX_SKEW
        else _good(doctor_report.clock_good(now))
    )


def _finding(sign: str) -> Callable[[str], Finding]:
    return lambda text: Finding(sign=sign, text=text)


_good, _bad, _note = _finding(doctor_report.GOOD), _finding(doctor_report.BAD), _finding(doctor_report.NOTE)
