"""The webhook: what Telegram is asked to post to, and the public web app that takes it."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiohttp.web import Application
from pydantic import SecretStr

from bot.errors import WebhookRefusedError
from bot.settings.options import Settings
from bot.telegram.updates.raw_updates import ALLOWED_UPDATES
from bot.web.monitoring import Readiness, add_health
from bot.web.server import build_app
from bot.web.webhook import Webhook
from bot.wiring.updates import UpdateWay


async def set_webhook(settings: Settings, bot: Bot) -> None:
    """Have Telegram post updates here. Raises WebhookRefusedError."""
    assert settings.webhook_url is not None
    secret = secret_of(settings.webhook_secret)
    try:
        await bot.set_webhook(
            settings.webhook_url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES)
        )
    except TelegramBadRequest as error:
        raise WebhookRefusedError(error.message) from error


def build_web_app(settings: Settings, way: UpdateWay, readiness: Readiness) -> Application:
    """What is public: the webhook on the path of its address, and health for the platform."""
    app = build_app()
    add_health(app, readiness)
    path = urlsplit(settings.webhook_url or "").path or "/"
    webhook = Webhook(secret_of(settings.webhook_secret), way.intake, way.queues)
    app.router.add_post(path, webhook.receive)
    return app


def secret_of(value: SecretStr | None) -> str:
    """The text of a setting that `application.run` has found set."""
    assert value is not None
    return value.get_secret_value()
