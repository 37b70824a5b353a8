"""Every error has a Russian text and an exit code."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import bot
from bot.errors import ApiUnavailableError, ExitCode, PackRefusedError, SpravkaError, TokenRejectedError
from bot.replies.cli.failures import TEXTS, explain
from knowledge.facts.pack import Code, Problem

_NOT_IMPORTED = ("bot.__main__", "bot.storage.migrations")


def kinds() -> list[type[SpravkaError]]:
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        if not module.name.startswith(_NOT_IMPORTED):
            importlib.import_module(module.name)
    found: list[type[SpravkaError]] = []
    waiting = SpravkaError.__subclasses__()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        found.append(kind)
    return found


def test_every_error_has_a_text_and_every_text_an_error() -> None:
    found = kinds()
    names = {kind.__name__ for kind in found}
    worded = {
        kind.__name__ for kind in found if {parent.__name__ for parent in inspect.getmro(kind)} & TEXTS.keys()
    }
    assert names - worded == set()
    assert TEXTS.keys() - names == set()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ApiUnavailableError("HTTP 502"), "Bot API не отвечает (HTTP 502): проверьте сеть и BOT_API_URL."),
        (
            PackRefusedError((Problem(code=Code.EMPTY_FILE, file="facts.yaml"),)),
            "База не открывается:\nfacts.yaml: файл пуст: заполните его или удалите, если он необязателен",
        ),
    ],
)
def test_text_of_an_error_contains_its_data(error: SpravkaError, said: str) -> None:
    assert explain(error) == said


def test_error_without_a_text_is_shown_as_it_is() -> None:
    assert explain(SpravkaError("диск полон")) == "Не получилось: диск полон"


def test_configuration_errors_have_their_own_exit_code() -> None:
    assert TokenRejectedError().exit_code is ExitCode.CONFIGURATION
    assert ApiUnavailableError("x").exit_code is ExitCode.FAILED
    assert int(ExitCode.CONFIGURATION) == 78
