"""Each command run as a process: output, errors and exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.commands.program import PROJECT, clean, spawn_request, spravka, spravka_cold
from tests.forkserver.client import BlockingRun, CompletedRun, fork_server
from tests.pack.sample_pack import GOOD

QUESTION = "Когда состоится второй диалог?"
HEAVY = frozenset(
    [
        "aiogram",
        "aiogram_dialog",
        "aiohttp",
        "sqlalchemy",
        "alembic",
        "PIL",
        "redis",
        "structlog",
        "prompt_toolkit",
        "rich",
    ]
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The sample pack in a folder."""
    for name, text in GOOD.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def asked() -> CompletedRun:
    """The result of `spravka ask` with QUESTION."""
    return spravka_cold("ask", QUESTION)


def test_ask_gives_the_date_and_the_place(asked: CompletedRun) -> None:
    assert (asked.code, asked.err) == (0, "")
    assert asked.out.startswith("Июнь 2016 года.")
    assert "Пекин" in asked.out


def test_chat_on_a_pipe_prints_only_replies(asked: CompletedRun) -> None:
    for run in (spravka_cold, partial(spravka, measured=True)):
        ended = run("chat", stdin=f"{QUESTION}\n/quit\n")
        assert ended.out == asked.out + "\n"
        assert ended.err == ""


def test_without_command_and_token_a_conversation_starts(asked: CompletedRun) -> None:
    assert spravka(stdin=f"{QUESTION}\n", measured=True).out == asked.out + "\n"


def test_json_is_one_line_with_the_reason() -> None:
    output = json.loads(spravka("ask", "--json", "--why", QUESTION, measured=True).out)
    assert output["outcome"] == "answer"
    assert "правило" in output["why"]
    assert "why" not in json.loads(spravka("ask", "--json", QUESTION).out)


def test_why_is_printed_after_the_reply(asked: CompletedRun) -> None:
    explained = spravka("ask", QUESTION, "--why", measured=True)
    assert explained.out.startswith(asked.out)
    assert "правило" in explained.out[len(asked.out) :]


def test_words_without_quotes_are_one_question(asked: CompletedRun) -> None:
    assert spravka("ask", *QUESTION.split()).out == asked.out


@contextmanager
def running_jsonl() -> Iterator[tuple[BlockingRun, BinaryIO, BinaryIO, BinaryIO]]:
    """`spravka ask --jsonl` with the other ends of its three pipes."""
    (theirs_in, mine_in), (mine_out, theirs_out), (mine_err, theirs_err) = os.pipe(), os.pipe(), os.pipe()
    theirs = (theirs_in, theirs_out, theirs_err)
    try:
        running = BlockingRun(fork_server(), spawn_request("ask", "--jsonl", measured=True), theirs)
    finally:
        for each in theirs:
            os.close(each)
    with (
        os.fdopen(mine_in, "wb", buffering=0) as given,
        os.fdopen(mine_out, "rb") as out,
        os.fdopen(mine_err, "rb") as err,
    ):
        yield running, given, out, err


def test_jsonl_is_answered_line_by_line() -> None:
    with running_jsonl() as (running, questions, answers, _errors):
        for chat in ("a", "b"):
            # Each answer is read before the next question is written: output must not be buffered.
            questions.write(json.dumps({"chat": chat, "text": QUESTION}).encode() + b"\n")
            assert json.loads(answers.readline())["chat"] == chat
        questions.close()
        assert running.wait(20) == 0


def test_closed_output_pipe_ends_the_program_quietly() -> None:
    line = b'{"chat": "a", "text": "x"}\n'
    with running_jsonl() as (running, questions, answers, errors):
        questions.write(line)
        assert answers.readline()
        answers.close()
        questions.write(line * 3)
        questions.close()
        assert errors.read() == b""
        assert running.wait(20) == 0


@pytest.mark.parametrize("place", [("--pack", "{}", "ask", "?"), ("ask", "?", "--pack", "{}"), ("ask", "?")])
def test_pack_is_set_before_or_after_the_command_or_by_the_environment(
    pack: Path, place: tuple[str, ...]
) -> None:
    environ = {} if "--pack" in place else {"PACK_DIR": str(pack)}
    ended = spravka(*(part.format(pack) for part in place), environ=environ)
    assert ended.code == 0
    assert "Когда ярмарка?" in ended.out


def test_shipped_pack_is_found_from_any_folder(tmp_path: Path, asked: CompletedRun) -> None:
    assert spravka("ask", QUESTION, cwd=tmp_path).out == asked.out


def test_check_passes_on_the_shipped_pack() -> None:
    ended = spravka("check")
    assert ended.code == 0, ended.out
    assert "Форма верна." in ended.out


def test_check_lists_every_problem_and_fails(pack: Path) -> None:
    (pack / "facts.yaml").write_text(GOOD["facts.yaml"].replace("when: 2025-22", "wen: 2025-22"), "utf-8")
    (pack / "terms.yaml").write_text("- [", "utf-8")
    ended = spravka("check", "--pack", str(pack), measured=True)
    assert (ended.code, ended.out) == (1, "")
    said = ended.err.splitlines()
    assert said[1] == f"{pack}/facts.yaml:21: ключа «wen» нет в форме: может быть, «when»?"
    assert said[2].startswith(f"{pack}/terms.yaml:2: это не YAML")
    assert spravka("ask", "x", "--pack", str(pack)).code == 1


def test_check_fails_a_pack_that_does_not_answer_too_many_of_its_own_questions(pack: Path) -> None:
    ended = spravka("check", "--pack", str(pack), measured=True)
    assert ended.code == 1
    assert "ответят на 2 из 7: 29 % при допустимых 10 %. База проверку не прошла." in ended.out
    assert spravka("ask", "x", "--pack", str(pack)).code == 0


def test_questions_that_only_themselves_find_are_advice(pack: Path) -> None:
    """As in a pack that was made in haste: readers are answered, though few questions lead to each fact."""
    found = GOOD["facts.yaml"].replace("'null', no, 2016", "Споют ли под шатром?")
    (pack / "facts.yaml").write_text(found, "utf-8")
    ended = spravka("check", "--pack", str(pack))
    assert ended.code == 0, ended.out
    assert "Промахов много (это совет, а не ошибка)" in ended.out


def test_eval_needs_questions_of_this_pack(pack: Path) -> None:
    ended = spravka("eval", "--pack", str(pack), cwd=pack, measured=True)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"Спрашивать нечего: нет вопросов в {pack}/questions.")
    missing = spravka("eval", "x.yaml", "--pack", str(pack), cwd=pack)
    assert (missing.code, missing.out) == (1, "")
    assert f"{pack}/x.yaml: файл не читается" in missing.err


def test_invalid_configuration_is_reported_without_a_traceback() -> None:
    ended = spravka("ask", "x", environ={"PORT": "x", "SPRAVKA_NOW": "вчера"}, measured=True)
    assert (ended.code, ended.out) == (78, "")
    assert len(ended.err.splitlines()) == 3


def test_doctor_reports_and_sets_the_exit_code(pack: Path) -> None:
    environ = {
        "PACK_DIR": str(pack),
        "BOT_API_URL": "http://127.0.0.1:9",
        "DATABASE_URL": f"sqlite:///{pack}/x",
    }
    ended = spravka("doctor", environ=environ, measured=True)
    assert ended.code == 1
    assert f"✓ База фактов: {pack}, фактов 3." in ended.out


def test_the_bot_without_a_token_does_not_start() -> None:
    ended = spravka("run", measured=True)
    assert (ended.code, ended.out) == (78, "")
    assert "BOT_TOKEN" in ended.err


@pytest.mark.parametrize("arguments", [("ask",), ("нет",), ("ask", "--nope"), ("db",)])
def test_invalid_command_line_exits_with_two(arguments: tuple[str, ...]) -> None:
    ended = spravka(*arguments)
    assert ended.code == 2
    assert "Traceback" not in ended.err


def test_help_and_version() -> None:
    assert "doctor" in spravka("--help").out
    assert spravka("--version", measured=True).out.strip()


def test_ask_imports_none_of_the_heavy_libraries() -> None:
    program = (
        "import sys\n"
        "from bot.__main__ import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(sorted({set(HEAVY)!r} & sys.modules.keys()))"
    )
    asked = [sys.executable, "-c", program, "ask", QUESTION]
    done = subprocess.run(asked, env=clean(), cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


_LIBRARIES = "import numpy, pydantic, pymorphy3, rapidfuzz, rich, typer, yaml"
_MOST_TIMES = 4


def test_a_cold_ask_takes_less_than_four_times_the_import_of_its_libraries() -> None:
    """A second of processor time on an idle machine; beside other processes both take longer."""
    asked = [sys.executable, "-m", "bot", "ask", QUESTION]
    taken = [(_cpu_seconds(asked), _cpu_seconds([sys.executable, "-c", _LIBRARIES])) for _ in range(3)]
    ask, libraries = (min(each) for each in zip(*taken, strict=True))
    assert ask < _MOST_TIMES * libraries, taken


def _cpu_seconds(command: list[str]) -> float:
    pid = os.posix_spawn(sys.executable, command, clean())
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return usage.ru_utime + usage.ru_stime
