"""The two trials: several processes on PostgreSQL and Redis by webhook; one on SQLite by polling."""

from __future__ import annotations

import os
import random
import socket
import tempfile
from datetime import datetime
from urllib.parse import urlsplit

from knowledge.facts.pack import load_pack
from tests.chaos.fleet import Role
from tests.chaos.plan import Clock, Plan, Result
from tests.chaos.proxy import proxied
from tests.chaos.reckoning import DATABASE
from tests.chaos.run_trial import run_trial
from tests.forkserver.client import PROJECT
from tests.soak.population import filled_database

EVENT = "dialogue-2"
SINCE = datetime.fromisoformat("2016-04-20T12:00:00+03:00")
_REDIS = "redis://127.0.0.1:6379/0"


async def web_trial(plan: Plan) -> Result:
    """Two web processes behind a balancer and one worker; PostgreSQL and Redis behind proxies."""
    rng, files = random.Random(plan.seed), load_pack(PROJECT / "knowledge" / "dialogue")
    redis = urlsplit(os.environ.get("TEST_REDIS_URL", _REDIS))
    minutes = max(1, round(plan.seconds / 60))
    rules = [f"month@10:{minute:02}" for minute in range(minutes)]
    followers = plan.followers * minutes
    async with filled_database("spravka_chaos", files, EVENT, followers, SINCE, rules) as address:
        server = urlsplit(address)
        ports = [free_port(), free_port()]
        async with (
            proxied(rng, (server.hostname or "127.0.0.1", server.port or 5432)) as postgres,
            proxied(rng, (redis.hostname or "127.0.0.1", redis.port or 6379)) as cache,
            proxied(rng, *(("127.0.0.1", port) for port in ports)) as balancer,
        ):
            host = server.netloc.rpartition("@")[0]
            clock = Clock()
            shared = {
                "DATABASE_URL": f"postgresql://{host}@127.0.0.1:{postgres.port}{server.path}",
                "REDIS_URL": f"redis://127.0.0.1:{cache.port}{redis.path or '/0'}",
                "WEBHOOK_URL": f"http://127.0.0.1:{balancer.port}/hook",
                "WEBHOOK_SECRET": "chaos",
            }
            roles = [
                Role(
                    name=f"web-{number}",
                    arguments=("--webhook", "--role", "web"),
                    environment={"PORT": str(port)},
                )
                for number, port in enumerate(ports, 1)
            ]
            roles.append(Role(name="worker", arguments=("--role", "worker")))
            hooks = [f"http://127.0.0.1:{port}/hook" for port in ports]
            return await run_trial(
                "webhook, PostgreSQL, Redis",
                plan,
                roles,
                shared,
                clock,
                {DATABASE: postgres, "Redis": cache},
                hooks,
                range(1, followers + 1),
            )


async def polling_trial(plan: Plan) -> Result:
    """One process for everything, with its SQLite file; it is killed, and the Bot API fails."""
    with tempfile.TemporaryDirectory() as folder:
        roles = [Role(name="bot", arguments=())]
        shared = {"DATABASE_URL": f"sqlite:///{folder}/bot.db"}
        return await run_trial("polling, SQLite", plan, roles, shared, Clock(), {}, (), ())


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
