"""The routers of what readers say of answers, in their order."""

from __future__ import annotations

from aiogram import Router

from bot.telegram.handlers import outdated, promising, rating, reporting


def build_routers() -> tuple[Router, ...]:
    return (
        *outdated.build_routers(),
        rating.build_router(),
        reporting.build_router(),
        promising.build_router(),
    )
