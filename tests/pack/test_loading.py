"""Loading and dumping packs: the file format is a contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Event, Fact, Participation, Person, PersonId
from knowledge.facts.pack import Code, PackError, dump_pack, load_files, load_pack
from tests.pack.sample_pack import EVENTS, FACTS, PEOPLE, SOURCE, TERMS, load, problems

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


def test_scalars_that_yaml_would_convert_stay_text() -> None:
    fact = load().facts[1]
    assert fact.id == "no"
    assert fact.questions == ("когда вторая", "null", "no", "2016")


def test_null_is_the_same_as_absent() -> None:
    facts = FACTS + "- {id: bare, says: Да., topic: days, questions: [что], when: , about: ~, people: null}\n"
    bare = load(facts=facts).facts[-1]
    assert isinstance(bare, Fact)
    assert (bare.when, bare.about, bare.people, bare.basis) == (None, (), (), Basis.STATED)
    assert load().terms.topics == {"days": "Дни"}


def test_speaker_may_be_a_side_in_free_text() -> None:
    assert [fact.said_by for fact in load().facts] == ["anna", "nasa", "Городская дума"]


def test_people_events_and_terms_may_be_absent_or_empty() -> None:
    facts = "- {id: one, says: Да., topic: days, questions: [что]}"
    for nothing in (None, "[]", "# нет\n"):
        base = load(people=nothing, events=nothing, terms=None, facts=facts)
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
    texts = {"source": SOURCE, "people": PEOPLE, "events": EVENTS, "facts": facts, "terms": TERMS}
    for stem, text in texts.items():
        (folder / f"{stem}.yaml").write_text(text, "utf-8")
