"""The page: one template, style sheets and scripts, with the Russian texts of bot/replies put in.

`bot.demo.page_server` imports the package itself, which reads the files beside it.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

from bot.replies import demo as texts

TEMPLATE = Path(__file__).parent / "page.html"
_MARK = re.compile(r"\{\{(\w+)\}\}")


def render(title: str, about: dict[str, Any]) -> str:
    """The HTML. `about` and the texts reach the scripts as JSON inside it."""
    given = {"title": title, **texts.PAGE}
    values = {name: html.escape(text) for name, text in given.items()}
    values["data"] = _json({"about": about, "texts": texts.SCRIPTS})
    return _MARK.sub(lambda found: values[found.group(1)], TEMPLATE.read_text("utf-8"))


def _json(data: Any) -> str:
    """JSON that cannot end the script element around it."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
