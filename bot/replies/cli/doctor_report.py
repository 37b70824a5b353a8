"""The lines of `spravka doctor`, in Russian."""

from __future__ import annotations

from datetime import datetime, timedelta

GOOD, BAD, NOTE = "✓", "✗", "·"

TOKEN_MISSING = "Токен: BOT_TOKEN не задан. Возьмите его у @BotFather; разговор в терминале идёт и без него."
TOKEN_REJECTED = "Токен: Telegram его не признаёт. Сверьте BOT_TOKEN с тем, что дал @BotFather."
DATABASE_NOT_YET = "База данных: её ещё нет. Создастся при запуске или командой spravka db upgrade."
REDIS_UNSET = "Redis: REDIS_URL не задан; одному процессу он не нужен."
REDIS_GOOD = "Redis: отвечает."


def token_good(name: str) -> str:
    return f"Токен: это бот @{name}."


def api_good(url: str) -> str:
    return f"Bot API: {url} отвечает."


def api_bad(url: str, reason: str) -> str:
    return f"Bot API: {url} не отвечает ({reason}). Проверьте сеть и BOT_API_URL."


def database_good(kind: str) -> str:
    return f"База данных: {kind} отвечает, схема нужная."


def database_bad(said: str) -> str:
    return f"База данных: {said}"


def redis_bad(reason: str) -> str:
    return f"Redis: не отвечает ({reason}). Проверьте REDIS_URL или уберите его."


def pack_good(folder: str, facts: int) -> str:
    return f"База фактов: {folder}, фактов {facts}."


def pack_bad(said: str) -> str:
    return f"База фактов: {said}"


def clock_good(now: datetime) -> str:
    return f"Часы: {now:%Y-%m-%d %H:%M} UTC, верны."


def clock_unchecked(now: datetime) -> str:
    return f"Часы: {now:%Y-%m-%d %H:%M} UTC; сверить не с чем, Bot API не отвечает."


def clock_skewed(skew: timedelta) -> str:
    seconds = abs(skew.total_seconds())
    way = "спешат" if skew > timedelta(0) else "отстают"
    return f"Часы: {way} на {seconds:.0f} с. Включите сверку времени (NTP)."


def clock_given(now: datetime) -> str:
    return f"Часы: идут от SPRAVKA_NOW, {now.isoformat()}. Уберите её, если это не испытание."
