"""What is measured: the echo bot, and this bot on each database, with owners and with two web processes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import asyncpg

from tests.bench_bot.processes import run

OWNERS = "1,2"
_DATABASE = "spravka_bench_bot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """`arguments` start it by polling; `web` processes by webhook."""

    name: str
    module: str = "bot"
    arguments: tuple[str, ...] = ("run",)
    environment: Mapping[str, str] = field(default_factory=dict)
    web: int = 1
    polls: bool = True

    def web_arguments(self) -> tuple[str, ...]:
        role = ("--role", "web") if self.web > 1 else ()
        return (*self.arguments, "--webhook", *role)


async def contenders(folder: Path, names: tuple[str, ...]) -> list[Contender]:
    """Those of `names`, the floor first; databases are made empty."""
    sqlite = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bench.db"}
    postgres = {"DATABASE_URL": await _fresh_postgres()} if "postgresql" in names else {}
    owned = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/owned.db", "ADMIN_IDS": OWNERS}
    every = [
        Contender(name="echo", module="tests.bench_bot.echo_bot", arguments=()),
        Contender(name="sqlite", environment=sqlite),
        Contender(name="sqlite, owners", environment=owned),
        Contender(name="postgresql", environment=postgres),
        Contender(name="postgresql, two web", environment=postgres, web=2, polls=False),
    ]
    return [one for one in every if one.name.split(",")[0] in names]


def unpaced(contender: Contender) -> Contender:
    """The same without the pace of replies, for loads of more than 10,000 replies by webhook."""
    environment = {**contender.environment, "OPENBLAS_NUM_THREADS": "1"}
    return replace(contender, module="tests.bench_bot.unpaced_bot", arguments=(), environment=environment)


async def _fresh_postgres() -> str:
    """The address of an empty database with the present schema."""
    server = os.environ.get("TEST_POSTGRES_URL", "postgresql://postgres@127.0.0.1:5432/test")
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f"DROP DATABASE IF EXISTS {_DATABASE} WITH (FORCE)")
        await connection.execute(f"CREATE DATABASE {_DATABASE}")
    finally:
        await connection.close()
    address = f"{server.rpartition('/')[0]}/{_DATABASE}"
    await run("bot", "db", "upgrade", environment={"DATABASE_URL": address})
    return address
