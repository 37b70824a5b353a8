"""The routers of feedback, in their order."""

from __future__ import annotations

from aiogram import Router

from bot.telegram.feedback import answer_alerts, outdated_answers, rating, reporting


def build_routers() -> tuple[Router, ...]:
    return (
        *outdated_answers.build_routers(),
        rating.build_router(),
        reporting.build_router(),
        answer_alerts.build_router(),
    )
