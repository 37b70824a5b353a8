"""Loading and dumping packs: the file format is a contract."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Event, Fact, FactId, FurtherSource, Participation, Person, PersonId
from knowledge.facts.pack import Code, PackError, dump_pack, load_files, load_pack
from knowledge.facts.pack.yaml_reader import read_marked
from tests.pack.sample_pack import EVENTS, FACTS, PEOPLE, SOURCE, SOURCES, TERMS, fact, load, problems

SHIPPED = Path("knowledge/dialogue")
PACKS = [SHIPPED, *sorted(path.parent for path in Path("tests").rglob("source.yaml"))]


def test_every_key_is_loaded_with_its_type() -> None:
    base = load()
    assert base.source.published == EdtfDate.parse("2015-12-02")
    assert base.source.examples == ("Когда ярмарка?", "Где ярмарка?", "Кто открыл?")
    assert base.people[0] == Person(
        id=PersonId("anna"),
        name="Анна Белова",
        post="мэр",
        side="Город",
        names=("Anna Belova", "Белова А."),
    )
    first, second = base.events
    assert first.people == (Participation(person=PersonId("anna"), role="host"),)
    assert (second.follows, second.order, second.cancelled) == ("fair-1", 2, True)
    opened = base.facts[0]
    assert (opened.paragraph, opened.basis, opened.because) == (7, Basis.INFERRED, "Так вышло.")
    assert str(opened.when) == "2015-12-01"
    assert base.terms.synonyms == (("ярмарка", "базар", "торг"),)


def test_main_event_zone_sources_and_limits_are_loaded() -> None:
    base = load()
    assert (base.source.main, base.source.zone) == ("fair-1", "Asia/Omsk")
    published, site = EdtfDate.parse("2015-11"), "https://example.org/site"
    assert base.sources == (
        FurtherSource(
            id="site",
            title="Сайт ярмарки",
            publisher="Дирекция",
            published=published,
            url=site,
            place="Город",
        ),
    )
    opened, _, talk = base.facts
    assert (base.source_of(opened), base.source_of(talk)) == (base.source, base.sources[0])
    assert (base.published(opened), base.published(talk)) == (base.source.published, published)
    assert (talk.until, base.events[1].until) == (EdtfDate.parse("2016"), EdtfDate.parse("2016-07"))


def test_fact_may_name_the_main_source() -> None:
    base = load(facts=fact("  source: fair"))
    assert base.source_of(base.facts[0]) == base.source
    assert base.facts[0].source == "fair"


def test_draft_is_kept_apart_from_the_facts_and_dumped() -> None:
    base = load()
    (draft,) = base.drafts
    assert (draft.id, str(draft.when)) == ("hours", "2015-12-01T06:00")
    assert draft not in base.facts
    assert draft.id not in base.fact_by_id
    assert "draft: true" in dump_pack(base)["facts.yaml"]
    accepted = replace(base, facts=(*base.facts, replace(draft, draft=False)), drafts=())
    assert (len(accepted.facts), accepted.drafts) == (4, ())


DESIGN_SAMPLE = """\
- id: second-dialogue
  says: Стороны условились провести второй диалог.
  topic: next
  questions: [Когда состоится второй диалог?, Где пройдёт следующая встреча?, будет ли продолжение]
"""


def test_question_mark_before_a_comma_in_a_list_is_text() -> None:
    (fact,) = load(facts=DESIGN_SAMPLE).facts
    assert fact.questions == (
        "Когда состоится второй диалог?",
        "Где пройдёт следующая встреча?",
        "будет ли продолжение",
    )


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.BaseLoader])
@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("[x?, y]", ["x?", "y"]),
        ("[x?,y? , «я»?]", ["x?", "y?", "«я»?"]),
        ("[x?y, 'a?, b', \"c?, d\", e]", ["x?y", "a?, b", "c?, d", "e"]),
        ("{a: x?, b: [y?]}", {"a": "x?", "b": ["y?"]}),
        ("- x?\n- z?, y", ["x?", "z?, y"]),
        ("? a\n: b?", {"a": "b?"}),
        ("[? a : b]", [{"a": "b"}]),
        ("[\ue000?, b]", ["\ue000?", "b"]),
    ],
)
def test_question_marks_are_read_alike_by_both_parsers(loader: Any, text: str, tree: Any) -> None:
    assert read_marked(text, "facts.yaml", loader).tree == tree


def test_lists_with_question_marks_over_several_lines_keep_the_lines_of_problems() -> None:
    facts = DESIGN_SAMPLE.replace("диалог?, Где", "диалог?,  # спросят\n    Где") + "  wher: тут\n"
    (problem,) = problems(facts=facts)
    assert (problem.code, problem.line) == (Code.UNKNOWN_KEY, 6)


def test_scalars_that_yaml_would_convert_stay_text() -> None:
    fact = load().facts[1]
    assert fact.id == "no"
    assert fact.questions == ("когда вторая", "null", "no", "2016")


def test_null_is_the_same_as_absent() -> None:
    facts = FACTS + "- {id: bare, says: Да., topic: days, questions: [что], when: , about: ~, people: null}\n"
    bare = load(facts=facts).fact_by_id[FactId("bare")]
    assert isinstance(bare, Fact)
    assert (bare.when, bare.about, bare.people, bare.basis) == (None, (), (), Basis.STATED)
    assert load().terms.topics == {"days": "Дни"}


def test_speaker_may_be_a_side_in_free_text() -> None:
    assert [fact.said_by for fact in load().facts] == ["anna", "nasa", "Городская дума"]


def test_people_events_and_terms_may_be_absent_or_empty() -> None:
    facts = "- {id: one, says: Да., topic: days, questions: [что]}"
    for nothing in (None, "[]", "# нет\n"):
        source = SOURCE.replace("main: fair-1\n", "")
        base = load(source=source, sources=nothing, people=nothing, events=nothing, terms=None, facts=facts)
        assert (base.people, base.events, base.terms.topics) == ((), (), {})


def test_role_may_be_absent() -> None:
    event: Event = load(events=EVENTS.replace(", role: host", "")).events[0]
    assert event.people[0].role == ""


def test_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    assert load(facts=b"\xef\xbb\xbf" + FACTS.replace("\n", "\r\n").encode()) == load()


def test_small_alias_is_expanded() -> None:
    people = PEOPLE.replace("side: Город", "side: &city Город").replace("side: nasa", "side: *city")
    assert [person.side for person in load(people=people, facts=FACTS.replace("nasa", "Город")).people] == [
        "Город",
        "Город",
    ]


def test_two_facts_may_share_an_example() -> None:
    assert not problems(facts=FACTS.replace("[кто сказал]", "[дата открытия]"))


@pytest.mark.parametrize("folder", PACKS, ids=str)
def test_repository_packs_survive_a_dump(folder: Path) -> None:
    base = load_pack(folder)
    assert base.facts
    again = load_files({name: text.encode() for name, text in dump_pack(base).items()})
    assert again == base


def test_dump_looks_hand_written() -> None:
    dumped = dump_pack(load())
    assert dumped["facts.yaml"].startswith(
        "- id: opened\n  says: 'Ярмарку открыли: первого декабря.'\n  topic: days\n  questions:\n"
        "  - Когда открыли ярмарку?\n"
    )
    assert "  when: 2015-12-01\n" in dumped["facts.yaml"]
    assert "  basis: inferred\n" in dumped["facts.yaml"]
    assert "stated" not in dumped["facts.yaml"]
    assert "  - 'null'\n" in dumped["facts.yaml"]


def test_other_files_and_folders_are_ignored(tmp_path: Path) -> None:
    _write(tmp_path)
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "facts.yml").write_text("[broken", "utf-8")
    (tmp_path / "notes.yaml").write_text("[broken", "utf-8")
    (tmp_path / "README.md").write_text("facts", "utf-8")
    assert load_pack(tmp_path) == load()


def test_problem_names_the_file_with_its_folder(tmp_path: Path) -> None:
    _write(tmp_path, facts="[broken")
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path)
    assert [problem.file for problem in caught.value.problems] == [str(tmp_path / "facts.yaml")]


def test_missing_folder_is_one_problem(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path / "nowhere")
    assert [problem.code for problem in caught.value.problems] == [Code.NO_FOLDER]


def test_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    _write(tmp_path)
    with pytest.raises(PackError) as caught:
        load_pack(tmp_path, max_bytes=len(SOURCE.encode()))
    found = {Path(problem.file).name: problem.code for problem in caught.value.problems}
    assert found["facts.yaml"] is Code.TOO_LARGE
    assert "source.yaml" not in found


def test_broken_link_is_the_same_as_an_absent_file(tmp_path: Path) -> None:
    _write(tmp_path)
    (tmp_path / "terms.yaml").unlink()
    (tmp_path / "terms.yaml").symlink_to(tmp_path / "terms.yaml")
    assert load_pack(tmp_path).terms.topics == {}


def _write(folder: Path, facts: str = FACTS) -> None:
    texts = {
        "source": SOURCE,
        "sources": SOURCES,
        "people": PEOPLE,
        "events": EVENTS,
        "facts": facts,
        "terms": TERMS,
    }
    for stem, text in texts.items():
        (folder / f"{stem}.yaml").write_text(text, "utf-8")
