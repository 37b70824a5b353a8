"""`python -m bot.web.probe`: exit code 0 while the bot of this machine serves /healthz; for supervisors.

Slim images have no curl.
"""

from __future__ import annotations

import sys
from http.client import HTTPConnection, HTTPException

from bot.settings.loading import load_settings
from bot.settings.options import MONITORING_PORT, Settings

_TIMEOUT = 3.0


def is_alive(settings: Settings) -> bool:
    """With a webhook the public port answers too, and whoever started the bot knows whether there is one."""
    ports = (settings.port, settings.monitoring_port or MONITORING_PORT)
    return any(_answers(port) for port in dict.fromkeys(ports) if port)


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(0 if is_alive(load_settings()) else 1)
