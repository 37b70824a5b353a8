"""Problems of a pack: all are reported at once, each with its file and line."""

from __future__ import annotations

import re

import pytest
import yaml

from bot.replies import problems as wordings
from knowledge.facts.pack import Code, PackError, Problem, load_files
from knowledge.facts.pack.yaml_reader import read_marked
from tests.pack.sample_pack import EVENTS, FACTS, GOOD, PEOPLE, SOURCE, SOURCES, TERMS, fact, problems

Place = tuple[Code, str, int | None]


def places(found: tuple[Problem, ...]) -> list[Place]:
    return [(problem.code, problem.file, problem.line) for problem in found]


BOMB = "\n".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]" for n in range(9))

UNUSABLE = {
    "broken": ("- id: [x", Code.BROKEN_YAML),
    "tab": ("-\tid: x\n\tsays: y", Code.BROKEN_YAML),
    "colon": ("- id: x\n  says: он сказал: да", Code.BROKEN_YAML),
    "empty": ("", Code.EMPTY_FILE),
    "comment only": ("# ничего\n", Code.EMPTY_FILE),
    "null": ("~", Code.EMPTY_FILE),
    "cp1251": ("- id: факт".encode("cp1251"), Code.ENCODING),
    "utf-16": ("- id: факт".encode("utf-16"), Code.ENCODING),
    "nul": ("- id: a\x00", Code.CONTROL_CHARACTER),
    "two documents": ("--- []\n--- []", Code.MANY_DOCUMENTS),
    "tag": ("!!python/object/apply:os.system ['touch /tmp/never']", Code.TAG),
    "tag inside": ("- id: !!python/name:os.system x", Code.TAG),
    "own tag": ("- id: !secret x", Code.TAG),
    "bomb": (f"a: &a x\n{BOMB}", Code.ALIASES),
    "endless alias": ("- &a [*a]", Code.ALIASES),
    "no anchor": ("- id: *x", Code.ALIASES),
    "depth": ("[" * 100_000, Code.TOO_DEEP),
    "depth of dashes": ("- " * 50_000, Code.TOO_DEEP),
    "strange key": ("- ? [a]\n  : b", Code.BAD_KEY),
    "mapping": ("id: x", Code.LIST_EXPECTED),
    "text": ("просто текст", Code.LIST_EXPECTED),
    "no facts": ("[]", Code.EMPTY_LIST),
    "list of texts": ("- x", Code.MAPPING_EXPECTED),
}


@pytest.mark.parametrize(("content", "code"), UNUSABLE.values(), ids=UNUSABLE)
def test_unusable_file_is_named(content: str | bytes, code: Code) -> None:
    found = problems(facts=content)
    assert code in {problem.code for problem in found}
    assert {problem.file for problem in found} == {"facts.yaml"}


ROWS: dict[str, tuple[str, Code, int]] = {
    "unknown key": ("  wher: тут", Code.UNKNOWN_KEY, 5),
    "key twice": ("  where: тут\n  where: там", Code.DUPLICATE_KEY, 6),
    "wrong date": ("  when: 2015-13", Code.BAD_DATE, 5),
    "no such day": ("  when: 2015-02-30", Code.BAD_DATE, 5),
    "date as list": ("  when: [2015]", Code.BAD_DATE, 5),
    "date backwards": ("  when: 2016/2015", Code.BAD_DATE, 5),
    "order of a paragraph": ("  paragraph: седьмой", Code.BAD_NUMBER, 5),
    "paragraph 0": ("  paragraph: 0", Code.BAD_NUMBER, 5),
    "half a paragraph": ("  paragraph: 1.5", Code.BAD_NUMBER, 5),
    "list as a number": ("  paragraph: [1]", Code.BAD_NUMBER, 5),
    "basis": ("  basis: слухи", Code.BAD_BASIS, 5),
    "text for a list": ("  about: fair-1", Code.LIST_EXPECTED, 5),
    "list for a text": ("  where: [тут]", Code.TEXT_EXPECTED, 5),
    "colon in a list": ("  about:\n  - fair: 1", Code.TEXT_EXPECTED, 6),
    "empty text": ("  where: ''", Code.EMPTY_TEXT, 5),
    "blank text": ("  where: '  '", Code.EMPTY_TEXT, 5),
    "empty item": ("  about:\n  -", Code.EMPTY_TEXT, 6),
    "bell": ('  where: "\\a"', Code.CONTROL_CHARACTER, 5),
    "no event": ("  about:\n    - fair-1\n    - fair-3", Code.UNKNOWN_EVENT, 7),
    "no person": ("  people:\n    - role: host\n      id: ana", Code.UNKNOWN_PERSON, 7),
    "person as text": ("  people: [anna]", Code.MAPPING_EXPECTED, 5),
    "person without id": ("  people:\n    - role: host", Code.MISSING_KEY, 6),
    "part with a strange key": ("  people:\n    - id: anna\n      post: мэр", Code.UNKNOWN_KEY, 7),
    "no source": ("  source: sight", Code.UNKNOWN_SOURCE, 5),
    "until": ("  until: потом", Code.BAD_DATE, 5),
    "draft": ("  draft: может быть", Code.BAD_FLAG, 5),
    "speaker": ("  said_by: bella", Code.UNKNOWN_PERSON, 5),
}


@pytest.mark.parametrize(("lines", "code", "line"), ROWS.values(), ids=ROWS)
def test_wrong_value_is_named_with_its_line(lines: str, code: Code, line: int) -> None:
    assert places(problems(facts=fact(lines))) == [(code, "facts.yaml", line)]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"source": None}, (Code.MISSING_FILE, "source.yaml", None)),
        ({"facts": None}, (Code.MISSING_FILE, "facts.yaml", None)),
        ({"people": ""}, (Code.EMPTY_FILE, "people.yaml", None)),
        ({"terms": " \n"}, (Code.EMPTY_FILE, "terms.yaml", None)),
        ({"source": SOURCE.replace("publisher: Газета\n", "")}, (Code.MISSING_KEY, "source.yaml", 1)),
        ({"source": SOURCE.replace("id: fair", "id: Fair")}, (Code.BAD_ID, "source.yaml", 1)),
        ({"source": SOURCE.replace("id: fair", "id: {id: fair}")}, (Code.TEXT_EXPECTED, "source.yaml", 1)),
        ({"source": SOURCE.replace("2015-12-02", "вчера")}, (Code.BAD_DATE, "source.yaml", 5)),
        ({"events": EVENTS.replace("order: 2", "order: второй")}, (Code.BAD_NUMBER, "events.yaml", 12)),
        ({"events": EVENTS.replace("cancelled: true", "cancelled: да")}, (Code.BAD_FLAG, "events.yaml", 13)),
        (
            {"events": EVENTS.replace("follows: fair-1", "follows: fair")},
            (Code.UNKNOWN_EVENT, "events.yaml", 11),
        ),
        (
            {"source": SOURCE.replace("main: fair-1", "main: fair-3")},
            (Code.UNKNOWN_EVENT, "source.yaml", 9),
        ),
        ({"source": SOURCE.replace("Asia/Omsk", "Омск")}, (Code.BAD_ZONE, "source.yaml", 10)),
        ({"source": SOURCE.replace("Asia/Omsk", "Asia")}, (Code.BAD_ZONE, "source.yaml", 10)),
        ({"source": SOURCE.replace("Asia/Omsk", "../x")}, (Code.BAD_ZONE, "source.yaml", 10)),
        ({"sources": f"{SOURCES}- {{id: fair, title: x}}"}, (Code.DUPLICATE_ID, "sources.yaml", 7)),
        ({"sources": SOURCES.replace("2015-11", "осень")}, (Code.BAD_DATE, "sources.yaml", 4)),
        ({"sources": SOURCES.replace("  title: Сайт ярмарки\n", "")}, (Code.MISSING_KEY, "sources.yaml", 1)),
        ({"events": EVENTS.replace("until: 2016-07", "until: лето")}, (Code.BAD_DATE, "events.yaml", 14)),
        ({"people": PEOPLE.replace("post: мэр", "pots: мэр")}, (Code.UNKNOWN_KEY, "people.yaml", 3)),
        ({"terms": TERMS.replace("days:", "Days:")}, (Code.BAD_ID, "terms.yaml", 4)),
        ({"terms": TERMS.replace("[ярмарка, базар, торг]", "[]")}, (Code.EMPTY_LIST, "terms.yaml", 2)),
        ({"facts": FACTS.replace("id: talk", "id: opened")}, (Code.DUPLICATE_ID, "facts.yaml", 22)),
        ({"facts": FACTS.replace("id: talk", f"id: {'t' * 41}")}, (Code.BAD_ID, "facts.yaml", 22)),
        ({"facts": FACTS.replace("id: talk", 'id: "talk\\n"')}, (Code.BAD_ID, "facts.yaml", 22)),
        ({"facts": FACTS.replace("topic: words", "topic: Слова")}, (Code.BAD_ID, "facts.yaml", 24)),
    ],
)
def test_problem_in_any_file_is_named_with_its_line(changed: dict[str, str | None], place: Place) -> None:
    assert places(problems(**changed)) == [place]


@pytest.mark.parametrize("name", ["fact.yaml", "facts.yml", "Facts.yaml", "event.yaml"])
def test_misspelt_file_is_a_problem(name: str) -> None:
    files = {name: text.encode() for name, text in GOOD.items()}
    missing = "events.yaml" if name == "event.yaml" else "facts.yaml"
    files[name] = files.pop(missing)
    with pytest.raises(PackError) as caught:
        load_files(files)
    (misspelt,) = (problem for problem in caught.value.problems if problem.code is Code.UNKNOWN_FILE)
    assert (misspelt.file, misspelt.data["nearest"]) == (name, missing)


def test_circle_of_events_is_reported_once_with_its_members() -> None:
    events = EVENTS.replace("  order: 1\n", "  follows: fair-2\n")
    (circle,) = problems(events=events)
    assert (circle.code, circle.line) == (Code.CIRCLE, 5)
    assert circle.data["value"] == "fair-1 → fair-2 → fair-1"
    itself = "- {id: fair-1, title: x}\n- {id: fair-2, title: y, follows: fair-2}"
    assert [problem.data["value"] for problem in problems(events=itself)] == ["fair-2 → fair-2"]


def test_all_problems_are_reported_in_the_order_of_files_and_lines() -> None:
    found = problems(
        source=SOURCE.replace("title: Ярмарка\n", ""),
        events=EVENTS.replace("../2015-12-01", "давно").replace("id: anna", "id: ana"),
        facts=FACTS.replace("2025-22", "2025-2").replace("[fair-1]", "[fair-9]"),
    )
    assert places(found) == [
        (Code.MISSING_KEY, "source.yaml", 1),
        (Code.BAD_DATE, "events.yaml", 3),
        (Code.UNKNOWN_PERSON, "events.yaml", 7),
        (Code.UNKNOWN_EVENT, "facts.yaml", 7),
        (Code.BAD_DATE, "facts.yaml", 21),
    ]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("  wher: тут", "facts.yaml:5: ключа «wher» нет в форме: может быть, «where»?"),
        ("  zzz: тут", "facts.yaml:5: ключа «zzz» нет в форме: проверьте написание или уберите"),
        (
            "  about: [fair-3]",
            "facts.yaml:5: события «fair-3» нет в events.yaml («about»): может быть, «fair-1»?",
        ),
        (
            "  where: он сказал: да",
            "facts.yaml:5: это не YAML (знак 19): двоеточие в тексте — возьмите текст в кавычки",
        ),
        (
            "  source: sight",
            "facts.yaml:5: источника «sight» нет ни в sources.yaml, ни в source.yaml («source»): "
            "может быть, «site»?",
        ),
        (
            "  until: летом",
            "facts.yaml:5: «летом» не дата («until»): пишите 2016, 2016-06, 2016-22 (лето), 2015-12-01, "
            "2015-12-01/2015-12-02, ../2015-12-01 или со временем 2015-12-01T10:00",
        ),
        ("  paragraph: 0", "facts.yaml:5: «0» не подходит («paragraph»): нужно число в допустимых пределах"),
    ],
)
def test_problem_in_russian_says_where_and_what_to_do(lines: str, line: str) -> None:
    assert [wordings.line(problem) for problem in problems(facts=fact(lines))] == [line]


@pytest.mark.parametrize("code", Code)
def test_every_problem_code_has_a_russian_text(code: Code) -> None:
    data = dict.fromkeys(
        ("size", "limit", "reason", "tag", "name", "first", "key", "nearest", "missing"), "x"
    )
    said = wordings.line(Problem(code=code, file="facts.yaml", line=3, data=data))
    assert said.startswith("facts.yaml:3: ")
    assert "{" not in said


def test_tag_or_duplicate_key_does_not_hide_other_problems() -> None:
    found = problems(facts=fact("  where: тут\n  where: там\n  when: !!timestamp вчера\n  wher: x"))
    assert [problem.code for problem in found] == [
        Code.DUPLICATE_KEY,
        Code.TAG,
        Code.BAD_DATE,
        Code.UNKNOWN_KEY,
    ]


def test_long_list_of_problems_is_truncated_and_counted() -> None:
    problem = Problem(code=Code.EMPTY_FILE, file="facts.yaml")
    lines = wordings.listing([problem] * (wordings.SHOWN + 5)).splitlines()
    assert len(lines) == wordings.SHOWN + 1
    assert lines[-1] == "… и ещё 5"


BROKEN = (
    *("a: b: c", "a: [1", "a: {x: 1", 'a: "x', "- a\nb: c"),
    *("%TAG", "a: !!", "a: 'it's'", "key\n: v", "a: @x"),
)


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.CBaseLoader])
@pytest.mark.parametrize("text", BROKEN)
def test_no_word_of_the_parser_reaches_the_reader(text: str, loader: type) -> None:
    (found,) = read_marked(text, "facts.yaml", loader).problems
    said = wordings.line(found)
    assert re.match(r"facts\.yaml:\d+: это не YAML \(знак \d+\): ", said)
    assert not re.search("[a-z]{3}", said.removeprefix("facts.yaml"))
