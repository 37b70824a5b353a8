"""sslmode in every value, against a server whose certificate this test has made."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from bot.storage.connection.database_address import read_address
from tests.storage.tls_server import TlsServer, make_certificate, postgres_programs, tls_server

PROGRAMS = postgres_programs()


@pytest_asyncio.fixture(
    scope="module", loop_scope="module", params=["double", "PostgreSQL"] if PROGRAMS else ["double"]
)
async def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[TlsServer]:
    programs = PROGRAMS if request.param == "PostgreSQL" else None
    async with tls_server(tmp_path_factory.mktemp("tls"), programs) as started:
        yield started


async def uses_tls(host: str, port: int, query: str) -> bool:
    """Connect as the bot does; whether TLS was used."""
    found = read_address(f"postgresql://postgres@{host}:{port}/postgres?{query}")
    connection = await asyncpg.connect(host=host, port=port, user="postgres", **found.arguments)
    try:
        return connection._transport.get_extra_info("ssl_object") is not None
    finally:
        connection.terminate()


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(
    ("mode", "tls"),
    [
        ("disable", False),
        ("allow", False),
        ("prefer", True),
        ("require", True),
        ("verify-ca", True),
        ("verify-full", True),
    ],
)
async def test_each_mode_connects_to_a_server_that_is_trusted(
    server: TlsServer, mode: str, tls: bool
) -> None:
    root = f"&sslrootcert={server.certificate}" if mode.startswith("verify") else ""
    assert await uses_tls("127.0.0.1", server.port, f"sslmode={mode}{root}") is tls


@pytest.mark.asyncio(loop_scope="module")
async def test_the_driver_uses_tls_where_nothing_is_said(server: TlsServer) -> None:
    assert await uses_tls("127.0.0.1", server.port, "connect_timeout=5")


@pytest.mark.asyncio(loop_scope="module")
async def test_verification_refuses_an_unknown_certificate_and_another_name(
    server: TlsServer, tmp_path: Path
) -> None:
    other, _ = make_certificate(tmp_path, "other")
    for mode in ("verify-ca", "verify-full", "require"):  # require with a root checks, as with libpq
        with pytest.raises(ssl.SSLError):
            await uses_tls("127.0.0.1", server.port, f"sslmode={mode}&sslrootcert={other}")
    with pytest.raises(ssl.SSLError):
        await uses_tls("localhost", server.port, f"sslmode=verify-full&sslrootcert={server.certificate}")
    assert await uses_tls("localhost", server.port, f"sslmode=verify-ca&sslrootcert={server.certificate}")
