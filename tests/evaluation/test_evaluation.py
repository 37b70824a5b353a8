"""Evaluation: question files, halves, verdicts, the report, and `spravka eval`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.cli import evaluate
from bot.errors import (
    ExitCode,
    LogUnwritableError,
    PackRefusedError,
    QuestionsMissingError,
    QuestionsRefusedError,
)
from bot.evaluation.judging import COST, JudgedReply, Verdict, judge, judge_all, verdict
from bot.evaluation.question_files import Golden, Half, load
from bot.evaluation.report import by_form, calibration, failures, lengths, speed, table
from bot.replies.cli.failures import explain
from bot.settings.loading import load_settings
from bot.settings.options import Settings
from knowledge.engine import Engine
from knowledge.facts.model import Fact
from knowledge.facts.pack import Code
from knowledge.facts.pack.dumper import dump_pack
from knowledge.results import (
    Answer,
    Choices,
    Option,
    Reason,
    Refusal,
    Result,
    Shown,
    Slot,
    SmallTalk,
    Unanswered,
)
from tests.knowledge.sample_base import BASE, BOATS, ENVOY, JUDGES, MAYOR, NEXT, OPENED

QUESTIONS = """\
- {group: second, kind: direct, ask: Когда состоится вторая регата?, facts: [next]}
- {group: second, kind: typo, ask: кагда вторая регата, any: [[next], [opened, next]], also: [judges]}
- {group: third, kind: near, ask: Когда состоится третья регата?, refuse: true}
- {group: both, kind: double, ask: Кто судил регату и сколько стоил билет?, facts: [judges], missing: true}
- {group: then, kind: conversation, before: [Когда вторая регата?], ask: А где?, facts: [next]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "questions" / "all.yaml"
    path.parent.mkdir()
    path.write_text(QUESTIONS, encoding="utf-8")
    return path


def golden(*sets: set[str], also: frozenset[str] = frozenset(), missing: bool = False) -> Golden:
    return Golden(
        group="g", kind="direct", ask="?", sets=tuple(map(frozenset, sets)), also=also, missing=missing
    )


def shows(*facts: Fact, unanswered: bool = False) -> Answer:
    return Answer(
        rule="sure",
        confidence=0.9,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts),
        unanswered=(Unanswered(text="и?", reason=Reason.OFF_TOPIC),) if unanswered else (),
    )


def offers(*facts: Fact) -> Choices:
    options = tuple(Option(fact=fact, label="?") for fact in facts)
    return Choices(rule="keywords", confidence=0.5, options=options)


REFUSAL = Refusal(rule="unsure", confidence=0.7, reason=Reason.OFF_TOPIC)
GREETING = Answer(rule="small-talk", confidence=0.9, small_talk=SmallTalk.GREETING)


@pytest.mark.parametrize(
    ("asked", "result", "expected"),
    [
        (golden({"next"}), shows(NEXT), Verdict.RIGHT),
        (golden({"next"}), shows(NEXT, JUDGES), Verdict.RIGHT),
        (golden({"next"}), shows(NEXT, JUDGES, BOATS), Verdict.WRONG),
        (golden({"next"}, also=frozenset({"boats"})), shows(NEXT, JUDGES, BOATS), Verdict.RIGHT),
        (golden({"next"}), shows(JUDGES), Verdict.WRONG),
        (golden({"next"}), GREETING, Verdict.WRONG),
        (golden({"mayor", "envoy"}), shows(MAYOR), Verdict.WRONG),
        (golden({"mayor", "envoy"}), shows(MAYOR, ENVOY), Verdict.RIGHT),
        (golden({"mayor", "envoy"}, {"judges"}), shows(JUDGES), Verdict.RIGHT),
        (golden({"next"}), offers(NEXT, OPENED), Verdict.OFFERED),
        (golden({"next"}), offers(JUDGES, OPENED), Verdict.WRONG),
        (golden({"next"}), REFUSAL, Verdict.REFUSED),
        (golden({"next"}, missing=True), shows(NEXT), Verdict.WRONG),
        (golden({"next"}, missing=True), shows(NEXT, unanswered=True), Verdict.RIGHT),
        # outside the base
        (golden(), REFUSAL, Verdict.RIGHT),
        (golden(), GREETING, Verdict.RIGHT),
        (golden(), shows(NEXT), Verdict.WRONG),
        (golden(), offers(NEXT, OPENED), Verdict.WRONG),
    ],
)
def test_verdicts(asked: Golden, result: Result, expected: Verdict) -> None:
    assert verdict(asked, result) is expected


def test_wrong_answer_costs_most() -> None:
    assert [COST[one] for one in (Verdict.WRONG, Verdict.REFUSED, Verdict.OFFERED, Verdict.RIGHT)] == [
        5,
        2,
        1,
        0,
    ]


def test_question_file_is_read(file: Path) -> None:
    first, second, third, both, then = load([file])
    assert (first.group, first.kind, first.sets) == ("second", "direct", (frozenset({"next"}),))
    assert second.sets == (frozenset({"next"}), frozenset({"opened", "next"}))
    assert second.also == {"judges"}
    assert third.sets == ()
    assert both.missing
    assert then.before == ("Когда вторая регата?",)
    assert load([file.parent]) == load([file])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{a: 1}", Code.LIST_EXPECTED),
        ("- {group: a, kind: b}", Code.MISSING_KEY),
        ("- {group: a, kind: b, ask: c, fact: [d]}", Code.UNKNOWN_KEY),
        ("- {group: a, kind: b, ask: c, facts: d}", Code.LIST_EXPECTED),
        ("- just a line", Code.MAPPING_EXPECTED),
        ("- [", Code.BROKEN_YAML),
        ("- {group: \udce4}", Code.ENCODING),
        ("[]", Code.EMPTY_LIST),
        ("# nothing yet", Code.EMPTY_FILE),
    ],
)
def test_invalid_file_is_refused_with_the_reason(tmp_path: Path, text: str, code: Code) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(QuestionsRefusedError) as caught:
        load([file])
    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == (str(file), code)


def test_problems_of_all_files_are_reported_with_file_and_line(tmp_path: Path, file: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("- {group: a, kind: b, ask: c}\n- {group: a, kind: b, akc: c}", "utf-8")
    with pytest.raises(QuestionsRefusedError) as caught:
        load([tmp_path / "absent.yaml", file, bad])
    assert explain(caught.value).splitlines() == [
        "Вопросы не читаются:",
        f"{tmp_path}/absent.yaml: файл не читается (No such file or directory): "
        "проверьте, что он есть и доступен для чтения",
        f"{bad}:2: не хватает ключа «ask»: добавьте его",
        f"{bad}:2: ключа «akc» нет в форме: может быть, «ask»?",
    ]


def test_paraphrases_are_in_the_same_half() -> None:
    def half(group: str, ask: str) -> Half:
        return Golden(group=group, kind="direct", ask=ask).half

    groups = [f"group-{number}" for number in range(400)]
    assert all(half(group, "а") is half(group, "б") for group in groups)
    tuning = sum(half(group, "?") is Half.TUNING for group in groups)
    assert 150 < tuning < 250
    # The halves must never change: published figures depend on them.
    shipped = [half(group, "?") for group in ("second", "third", "then")]
    assert shipped == [Half.TUNING, Half.JUDGING, Half.JUDGING]


def test_each_question_is_asked_in_a_conversation_of_its_own(file: Path) -> None:
    judged = judge_all(load([file]), Engine(BASE))
    assert [one.verdict for one in judged] == [Verdict.RIGHT] * 5
    assert all(one.ms > 0 for one in judged)
    alone = Golden(group="g", kind="conversation", ask="А где?", sets=(frozenset({"next"}),))
    assert judge(alone, Engine(BASE)).verdict is Verdict.REFUSED


def judged(kind: str, given: Verdict, result: Result = REFUSAL, *, inside: bool = True) -> JudgedReply:
    asked = Golden(group="g", kind=kind, ask=f"{kind}?", sets=(frozenset({"next"}),) if inside else ())
    return JudgedReply(golden=asked, result=result, verdict=given, ms=2.0)


ASKED: Any = {"group": "g", "kind": "direct", "ask": "?", "sets": (frozenset({"next"}),)}
SOME = [
    judged("direct", Verdict.RIGHT, shows(NEXT)),
    judged("direct", Verdict.WRONG, shows(JUDGES)),
    judged("terse", Verdict.REFUSED),
    judged("terse", Verdict.OFFERED, offers(NEXT, JUDGES)),
    judged("near", Verdict.RIGHT, inside=False),
    judged("near", Verdict.WRONG, shows(NEXT), inside=False),
]


def test_report_counts_verdicts_by_kind() -> None:
    rows = {line[:14].strip(): line[14:].split() for line in table(SOME) if line}
    assert rows["kind"] == ["right", "form", "wrong", "refused", "offered", "cost"]
    assert rows["direct"] == ["1/2", "0.500", "0", "1", "0", "0", "2.50"]
    assert rows["in the base"] == ["1/4", "0.250", "0", "1", "1", "1", "2.00"]
    assert rows["near misses"] == ["1/2", "0.500", "0", "1", "0", "0", "2.50"]
    assert rows["all, in base"] == rows["in the base"]
    assert rows["all, outside"] == rows["near misses"]
    assert rows["all"] == ["2/6", "0.333", "0", "2", "1", "1", "2.17"]
    assert "typing" not in rows


FIRST = "Июнь 2016 года.\n\nСтороны встретятся в Пекине."


@pytest.mark.parametrize(
    ("asked", "result", "expected"),
    [
        (Golden(**ASKED, lead=("2016", "июл|ИЮН")), shows(NEXT), Verdict.RIGHT),
        (Golden(**ASKED, lead=("Пекин",)), shows(NEXT), Verdict.FORM),
        (Golden(**ASKED, reply=("Пекин",)), shows(NEXT), Verdict.RIGHT),
        (Golden(**ASKED, reply=("Париж",)), shows(NEXT), Verdict.FORM),
        (Golden(**ASKED, lead=("2016",)), shows(NEXT, JUDGES, BOATS), Verdict.RIGHT),
        (Golden(**ASKED, lead=("2017",)), shows(NEXT, JUDGES, BOATS), Verdict.WRONG),
        (Golden(**ASKED, lead=("2016",)), shows(JUDGES), Verdict.WRONG),
        (Golden(**ASKED, lead=("2016",)), REFUSAL, Verdict.REFUSED),
        (Golden(group="g", kind="summary", ask="?", digest=True, reply=("Пекин",)), shows(), Verdict.RIGHT),
        (Golden(group="g", kind="insult", ask="?", smalltalk=True), GREETING, Verdict.RIGHT),
        (Golden(group="g", kind="insult", ask="?", smalltalk=True), shows(NEXT), Verdict.WRONG),
        (Golden(group="g", kind="insult", ask="?", smalltalk=True), REFUSAL, Verdict.REFUSED),
    ],
)
def test_verdicts_by_the_text_of_the_reply(asked: Golden, result: Result, expected: Verdict) -> None:
    assert verdict(asked, result, FIRST) is expected


def test_report_counts_by_form_kind_and_persona() -> None:
    pensioner = Golden(**ASKED, persona="pensioner", lead=("Пекин",))
    some = [
        *SOME,
        JudgedReply(golden=pensioner, result=shows(NEXT), verdict=Verdict.FORM, ms=1.0, reply=FIRST),
    ]
    rows = [line.split()[:5] for line in by_form(some) if line]
    assert ["pensioner", "0/1", "0.000", "1", "0"] in rows
    assert ["other", "1/5", "0.200", "1", "1"] in rows
    assert any("first line: Июнь 2016 года." in line for line in failures(some))


def test_report_shows_the_calibration_of_confidence() -> None:
    _, *rows = (line.split() for line in calibration(SOME))
    assert rows == [
        ["0.5-0.6", "1", "0.50", "0.00"],
        ["0.7-0.8", "2", "0.70", "0.50"],
        ["0.9-1.0", "3", "0.90", "0.33"],
    ]


def test_report_shows_each_failure() -> None:
    lines = list(failures(SOME))
    assert len(lines) == 4
    assert lines[0].split() == (
        "wrong direct direct? wanted next; given answer by sure (0.90): judges".split()
    )
    assert "given choices by keywords (0.50): next/judges" in lines[2]
    assert "wanted a refusal; given answer" in lines[3]


def test_report_shows_speed_even_for_one_question() -> None:
    assert speed(SOME[:1]) == "engine time: median 2.00 ms, p99 2.00 ms"


def test_report_shows_how_long_replies_are() -> None:
    some = [replace(SOME[0], reply="а" * 30, folded=10), replace(SOME[0], reply="а" * 50, folded=20)]
    assert lengths(some) == "length of a reply: median 25 characters, with the quote 40"
    assert lengths(SOME[:1]) == "length of a reply: median 0 characters, with the quote 0"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a pack without `questions/`."""
    folder = tmp_path / "pack"
    folder.mkdir()
    for name, text in dump_pack(BASE).items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_settings({"PACK_DIR": str(folder), "READER": "off"})


def test_the_command_asks_the_questions_of_the_pack(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (settings.pack_dir / "questions").mkdir()
    (settings.pack_dir / "questions" / "all.yaml").write_text(QUESTIONS, "utf-8")
    before = set(tmp_path.rglob("*"))
    assert evaluate.run([], settings) is ExitCode.OK
    said = capsys.readouterr().out
    assert "== all: 5 questions" in said
    assert "5/5" in said
    assert set(tmp_path.rglob("*")) == before


def test_a_pack_without_questions_is_an_error_that_names_the_folder(settings: Settings) -> None:
    folder = settings.pack_dir / "questions"
    with pytest.raises(QuestionsMissingError) as caught:
        evaluate.run([], settings)
    assert str(folder) in explain(caught.value)
    folder.mkdir()
    for files in ([], [folder]):
        with pytest.raises(QuestionsMissingError):
            evaluate.run(files, settings)


def test_a_file_that_cannot_be_read_is_an_error(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(QuestionsRefusedError, match=r"absent\.yaml"):
        evaluate.run([tmp_path / "absent.yaml"], settings)


def test_a_refused_pack_is_an_error(settings: Settings, file: Path) -> None:
    (settings.pack_dir / "facts.yaml").unlink()
    with pytest.raises(PackRefusedError):
        evaluate.run([file], settings)


def test_the_log_gets_a_line_a_run(
    settings: Settings, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.jsonl"
    for _ in range(2):
        evaluate.run([file], settings, log)
    assert f"(a line was added to {log})" in capsys.readouterr().out
    first, second = (json.loads(line) for line in log.read_text("utf-8").splitlines())
    assert first == second
    assert first["in the base"] == [1, 1]
    with pytest.raises(LogUnwritableError):
        evaluate.run([file], settings, tmp_path / "absent" / "log.jsonl")


def test_the_halves_of_the_tuned_set_are_reported_apart_and_only_judging_is_logged(
    settings: Settings,
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log = tmp_path / "log.jsonl"
    monkeypatch.setattr(evaluate, "TUNED_ON", file.parent)
    monkeypatch.setenv(evaluate.HALF, "tuning")
    evaluate.run([file], settings, log)
    said = capsys.readouterr().out
    assert "== tuning" in said
    assert "== judging" not in said
    assert not log.exists()
    monkeypatch.delenv(evaluate.HALF)
    evaluate.run([file], settings, log)
    assert "== judging" in capsys.readouterr().out
    assert len(log.read_text("utf-8").splitlines()) == 1


def test_tuned_set_is_in_the_shipped_pack() -> None:
    assert load_settings({}).pack_dir.resolve() / "questions" == evaluate.TUNED_ON
    assert load([evaluate.TUNED_ON])
