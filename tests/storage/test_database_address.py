"""Every form of DATABASE_URL that libpq and hosting services write is read, or refused by name."""

from __future__ import annotations

import os
import ssl
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.errors import DatabaseAddressError, DatabaseHostMissingError, DatabaseParameterError
from bot.replies.cli.failures import explain
from bot.settings.loading import load_settings
from bot.storage.connection.database import Database
from bot.storage.connection.database_address import CONNECT_TIMEOUT, read_address

HEROKU = "postgres://u:p4ss@ec2-1-2-3-4.compute-1.amazonaws.com:5432/d1abc"
NEON = "postgresql://u:p4ss@ep-cool-1-pooler.eu-central-1.aws.neon.tech/neondb?sslmode=require&channel_binding=require"
RENDER = "postgresql://u:p4ss@dpg-abc-a/base_x1"
SUPABASE = (
    "postgresql://postgres.ref:p4ss@aws-0-eu-central-1.pooler.supabase.com:6543/postgres?pgbouncer=true"
)
RAILWAY = "postgresql://postgres:p4ss@containers-us-west-1.railway.app:6543/railway?connect_timeout=7"
FLY = "postgres://u:p4ss@top2.nearest.of.app.internal:5432/app?sslmode=disable"
SCALINGO = "postgres://u:p4ss@app-1.postgresql.dbs.scalingo.com:31000/app?sslmode=prefer&application_name=app"


@pytest.mark.parametrize(
    ("address", "host", "port", "database", "arguments"),
    [
        (HEROKU, "ec2-1-2-3-4.compute-1.amazonaws.com", 5432, "d1abc", {}),
        (RENDER, "dpg-abc-a", None, "base_x1", {}),
        (RAILWAY, "containers-us-west-1.railway.app", 6543, "railway", {"timeout": 7}),
        (FLY, "top2.nearest.of.app.internal", 5432, "app", {"ssl": False}),
        (
            SCALINGO,
            "app-1.postgresql.dbs.scalingo.com",
            31000,
            "app",
            {"ssl": "prefer", "server_settings": {"application_name": "app"}},
        ),
    ],
)
def test_addresses_of_hosting_services(
    address: str, host: str, port: int | None, database: str, arguments: dict[str, Any]
) -> None:
    found = read_address(load_settings({"DATABASE_URL": address}).database_url.get_secret_value())
    assert (found.url.host, found.url.port, found.url.database) == (host, port, database)
    assert found.url.password == "p4ss"
    assert (found.url.drivername, dict(found.url.query)) == ("postgresql+asyncpg", {})
    assert found.arguments == {"timeout": CONNECT_TIMEOUT} | arguments


def test_channel_binding_is_dropped_by_name_and_tls_without_verification() -> None:
    with capture_logs() as lines:
        context = read_address(NEON).arguments["ssl"]
    assert [line["names"] for line in lines] == [["channel_binding"]]
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_NONE, False)


def test_a_transaction_pooler_gets_no_prepared_statements() -> None:
    arguments = read_address(SUPABASE).arguments
    assert (arguments["statement_cache_size"], arguments["prepared_statement_cache_size"]) == (0, 0)
    name = arguments["prepared_statement_name_func"]
    assert name() != name()


@pytest.mark.parametrize(
    ("mode", "verify", "hostname"),
    [
        ("require", ssl.CERT_NONE, False),
        ("verify-ca", ssl.CERT_REQUIRED, False),
        ("verify-full", ssl.CERT_REQUIRED, True),
    ],
)
def test_modes_of_tls(mode: str, verify: ssl.VerifyMode, hostname: bool) -> None:
    context = read_address(f"{RENDER}?sslmode={mode}&sslrootcert=system").arguments["ssl"]
    expected = (ssl.CERT_REQUIRED, False) if mode == "require" else (verify, hostname)
    assert (context.verify_mode, context.check_hostname) == expected


@pytest.mark.parametrize(
    ("query", "arguments"),
    [
        ("sslmode=allow", {"ssl": "allow"}),
        ("ssl=false", {"ssl": False}),
        ("options=-c%20statement_timeout%3D5s", {"server_settings": {"options": "-c statement_timeout=5s"}}),
        ("connect_timeout=0", {}),
        ("target_session_attrs=read-write", {"target_session_attrs": "read-write"}),
        ("statement_cache_size=0", {"statement_cache_size": 0}),
        ("keepalives=1&keepalives_idle=30&gssencmode=disable&tcp_user_timeout=9&anything=1", {}),
        ("supa=base-pooler.x&uselibpqcompat=true&client_encoding=utf8", {}),
    ],
)
def test_each_parameter_is_mapped_or_dropped(query: str, arguments: dict[str, Any]) -> None:
    assert read_address(f"{RENDER}?{query}").arguments == {"timeout": CONNECT_TIMEOUT} | arguments


def test_a_place_in_the_query_counts() -> None:
    url = read_address("postgresql://u@/base?host=/run/postgresql&port=5433").url
    assert (url.host, url.port, url.database) == ("/run/postgresql", 5433, "base")


@pytest.mark.parametrize("address", ["postgres://", "postgres:///base", "postgresql://u:p4ss@/base"])
def test_an_address_without_a_server_is_refused_by_name(address: str) -> None:
    with pytest.raises(DatabaseHostMissingError) as raised:
        read_address(address)
    assert explain(raised.value).startswith("В DATABASE_URL не назван сервер")


@pytest.mark.parametrize(
    "query",
    [
        "sslmode=perhaps",
        "ssl=maybe",
        "sslmode=verify-full&sslrootcert=/absent.crt",
        "sslmode=require&sslcert=/absent.crt",
        "connect_timeout=soon",
        "target_session_attrs=fast",
        "statement_cache_size=-1",
        "port=x",
        "port=65536",
        "sslmode=verify-full&sslrootcert=~nobody-here/x",
        "pgbouncer=perhaps",
        "sslmode=require&ssl_min_protocol_version=SSLv3",
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_name(query: str) -> None:
    with pytest.raises(DatabaseParameterError) as raised:
        read_address(f"postgresql://u:geheim@h/b?{query}")
    assert raised.value.name in query
    assert "geheim" not in explain(raised.value)


@pytest.mark.parametrize(
    "address",
    [
        "postgres://h:abc/b",
        "postgres://h1:1,h2:2/b",
        "mysql://h/b",
        "",
        "базу",
        "sqlite://:x@/y",
        "sqlite://h/y",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(DatabaseAddressError):
        read_address(address)


@pytest.mark.hypothesis
@given(
    st.dictionaries(
        st.text(max_size=8)
        | st.sampled_from(["sslmode", "ssl", "connect_timeout", "port", "host", "options", "pgbouncer"]),
        st.text(max_size=8) | st.sampled_from(["verify-full", "require", "1", "-1", "nan", "1e400", "²"]),
        max_size=4,
    )
)
def test_any_query_is_read_or_refused_by_name(query: dict[str, str]) -> None:
    from urllib.parse import urlencode

    try:
        found = read_address(f"postgresql://u@h/b?{urlencode(query)}")
    except DatabaseAddressError:
        return
    assert found.url.host


@pytest.mark.postgres
async def test_a_server_gets_what_the_address_says() -> None:
    query = "application_name=spravka-test&options=-c%20statement_timeout%3D4321ms&connect_timeout=3"
    database = Database(os.environ["TEST_POSTGRES_URL"] + f"?{query}&channel_binding=prefer&sslmode=prefer")
    async with database.read() as connection:
        assert await connection.scalar(text("SHOW application_name")) == "spravka-test"
        assert await connection.scalar(text("SHOW statement_timeout")) == "4321ms"
    await database.close()


@pytest.mark.postgres
async def test_a_pooler_setting_works_with_a_real_server() -> None:
    database = Database(os.environ["TEST_POSTGRES_URL"] + "?pgbouncer=true")
    for _ in range(3):
        async with database.read() as connection:
            assert await connection.scalar(text("SELECT :given + 1"), {"given": 1}) == 2
    await database.close()
