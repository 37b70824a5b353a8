"""Buttons under messages to followers."""

from __future__ import annotations

from bot.replies.parts import Button


def calendar(event_id: str) -> Button:
    return Button(label="В календарь (.ics)", action="ics", argument=event_id)


def stop_following(subscription: int) -> Button:
    return Button(label="Не следить", action="unfollow", argument=str(subscription))
