"""/export, and import of uploaded files; hostile files are refused."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from dataclasses import replace

import pytest

from bot.editing.spreadsheets.csv_files import write_csv
from bot.editing.spreadsheets.sheets import to_sheets
from bot.editing.uploads.contents import read_upload
from bot.editing.uploads.exports import ExportFormat, export_file
from bot.editing.uploads.refusals import RefusalReason, UploadLimits, UploadRefusedError
from bot.records.loaded_base import LoadedBase
from bot.replies.answers import other_messages
from bot.replies.editing import files as texts
from bot.replies.editing import gate
from bot.replies.editing import proposals as proposal_texts
from bot.replies.editing.sources import EDITORS_WORD
from knowledge.facts.edits import assemble, entities
from knowledge.facts.model import FactId
from knowledge.facts.pack import dump_pack, load_files
from tests.editing.harness import ANNA, BASE, CHAIR, MOVED, REVIEWER, STRANGER, EditingHarness

LIMITS = UploadLimits(sent=100_000, unpacked=50_000)
FILES = {name: text.encode() for name, text in dump_pack(BASE).items()}


def zipped(files: dict[str, bytes], **info: object) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            for key, value in info.items():
                setattr(entry, key, value)
            archive.writestr(entry, content)
    return into.getvalue()


MOVED_FILES = {
    name: text.encode()
    for name, text in dump_pack(
        assemble({**entities(BASE), **{key: MOVED for key in entities(BASE) if key.id == "place"}})
    ).items()
}


async def test_export_loads_to_an_equal_base(harness: EditingHarness) -> None:
    await harness.write(ANNA, "/export")
    document = harness.messages_to(ANNA)[-1]["document"]
    assert document["file_name"] == "baza.zip"
    content = harness.api.files[document["file_id"]]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert load_files({name: archive.read(name) for name in archive.namelist()}) == BASE


@pytest.mark.parametrize("form", ["xlsx", "csv"])
async def test_export_as_a_table_comes_back_unchanged_and_edited(
    sqlite_harness: EditingHarness, form: str
) -> None:
    await sqlite_harness.write(ANNA, f"/export {form}")
    document = sqlite_harness.messages_to(ANNA)[-1]["document"]
    content, name = sqlite_harness.api.files[document["file_id"]], document["file_name"]
    assert name == texts.FILES[form]
    assert await sqlite_harness.send_file(ANNA, name, content) == proposal_texts.UNCHANGED
    sheet = write_csv(to_sheets(load_files(MOVED_FILES))["facts"])
    assert "Место: Пекин → Шанхай" in await sqlite_harness.send_file(ANNA, "facts.csv", sheet)


async def test_an_unknown_format_of_export_is_named(sqlite_harness: EditingHarness) -> None:
    assert await sqlite_harness.write(ANNA, "/export docx") == texts.FORMATS


async def test_an_old_export_does_not_take_back_a_later_edit(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, "/export")
    old = sqlite_harness.api.files[sqlite_harness.messages_to(ANNA)[-1]["document"]["file_id"]]
    await sqlite_harness.send_file(ANNA, "facts.yaml", MOVED_FILES["facts.yaml"], caption="место")
    await sqlite_harness.tap(ANNA, gate.PUBLISH)
    assert await sqlite_harness.send_file(ANNA, "baza.zip", old) == proposal_texts.UNCHANGED


async def test_an_old_export_with_another_value_of_a_field_leaves_the_choice_to_the_editor(
    harness: EditingHarness,
) -> None:
    await harness.write(ANNA, "/export csv")
    old = harness.api.files[harness.messages_to(ANNA)[-1]["document"]["file_id"]]
    with zipfile.ZipFile(io.BytesIO(old)) as archive:
        sheets = {name: archive.read(name) for name in archive.namelist()}
    edited = {name: text.replace("Пекин;".encode(), "Харбин;".encode()) for name, text in sheets.items()}
    assert edited != sheets
    await harness.send_file(ANNA, "facts.yaml", MOVED_FILES["facts.yaml"], caption="место")
    await harness.tap(ANNA, gate.PUBLISH)
    text = await harness.send_file(ANNA, "tablica.zip", zipped(edited))
    assert "Место: было «Пекин», в базе «Шанхай», у вас «Харбин»" in text
    labels = [one for one in harness.labels_to(ANNA) if one.startswith(gate.THEIRS)]
    for label in labels:
        await harness.tap(ANNA, label if label in harness.labels_to(ANNA) else gate.THEIRS)
    assert (await harness.base()).fact_by_id[MOVED.id].where == "Шанхай"


async def test_uploaded_zip_becomes_a_proposal_and_is_published(harness: EditingHarness) -> None:
    text = await harness.send_file(ANNA, "baza.zip", zipped(MOVED_FILES), caption="новые сведения")
    assert "(импорт, Читатель 11 — новые сведения)" in text
    assert "Место: Пекин → Шанхай" in text
    await harness.tap(ANNA, gate.PUBLISH)
    base = await harness.base()
    assert base.source_of(base.fact_by_id[MOVED.id]).title == EDITORS_WORD
    place, others = replace(base.fact_by_id[MOVED.id], source=None), base.facts[1:]
    assert load_files(MOVED_FILES) == replace(base, sources=(), facts=(place, *others))


async def test_single_uploaded_file_replaces_that_file_of_the_pack(harness: EditingHarness) -> None:
    text = await harness.send_file(ANNA, "facts (1).yaml", MOVED_FILES["facts.yaml"])
    assert "Место: Пекин → Шанхай" in text
    assert "Меняется: сведение «Второй диалог пройдёт в Пекине»" in text
    assert "Меняется: событие" not in text


NEW_FACT = """
- id: noon
  says: Второй диалог начнётся в полдень.
  topic: next
  questions: [Во сколько второй диалог?]
"""


async def test_a_new_fact_of_a_file_without_a_source_is_the_editors_word(harness: EditingHarness) -> None:
    facts = FILES["facts.yaml"] + NEW_FACT.encode()
    assert gate.NEW_SOURCE_HINT in await harness.send_file(ANNA, "facts.yaml", facts)
    await harness.tap(ANNA, gate.PUBLISH)
    base = await harness.base()
    assert base.source_of(base.fact_by_id[FactId("noon")]).title == EDITORS_WORD


async def test_an_editor_says_that_a_new_fact_of_a_file_is_of_the_main_source(
    sqlite_harness: EditingHarness,
) -> None:
    harness, facts = sqlite_harness, FILES["facts.yaml"] + NEW_FACT.encode()
    await harness.send_file(ANNA, "facts.yaml", facts)
    await harness.tap(ANNA, gate.MAIN_SOURCE)
    assert gate.NEW_SOURCE_HINT not in harness.text_to(ANNA)
    await harness.tap(ANNA, gate.PUBLISH)
    base = await harness.base()
    assert not base.sources
    assert base.source_of(base.fact_by_id[FactId("noon")]) == base.source


async def test_a_new_fact_of_a_file_that_names_a_paragraph_is_of_the_main_source(
    sqlite_harness: EditingHarness,
) -> None:
    facts = FILES["facts.yaml"] + NEW_FACT.encode() + b"  paragraph: 2\n"
    assert gate.NEW_SOURCE_HINT not in await sqlite_harness.send_file(ANNA, "facts.yaml", facts)


async def test_uploading_the_export_changes_nothing(sqlite_harness: EditingHarness) -> None:
    await sqlite_harness.write(ANNA, "/export")
    content = sqlite_harness.api.files[sqlite_harness.messages_to(ANNA)[-1]["document"]["file_id"]]
    assert await sqlite_harness.send_file(ANNA, "baza.zip", content) == proposal_texts.UNCHANGED


async def test_pack_problems_are_reported_with_file_and_line(sqlite_harness: EditingHarness) -> None:
    broken = MOVED_FILES["facts.yaml"].replace(b"where:", b"wher:")
    text = await sqlite_harness.send_file(ANNA, "facts.yaml", broken)
    assert "ничего не изменено" in text
    assert "facts.yaml:" in text
    assert "ключа «wher» нет в форме: может быть, «where»?" in text


async def test_upload_of_another_pack_is_refused(sqlite_harness: EditingHarness) -> None:
    other = {**FILES, "source.yaml": FILES["source.yaml"].replace(b"id: dialogue", b"id: museum")}
    assert "«dialogue», а в файлах «museum»" in await sqlite_harness.send_file(ANNA, "b.zip", zipped(other))


async def test_failed_download_is_reported(sqlite_harness: EditingHarness) -> None:
    sqlite_harness.api.faults.order(method="getFile", code=400, description="Bad Request: no file")
    assert await sqlite_harness.send_file(ANNA, "facts.yaml", b"[]") == texts.LOST


async def test_file_over_the_limit_is_not_downloaded(sqlite_harness: EditingHarness) -> None:
    text = await sqlite_harness.send_file(ANNA, "baza.zip", b"x" * (20 * 2**20 + 1))
    assert "больше 20 МБ" in text
    assert not [call for call in sqlite_harness.api.calls if call.method == "getFile"]


async def test_files_of_other_users_are_not_imported(sqlite_harness: EditingHarness) -> None:
    for user in (REVIEWER, STRANGER):
        assert (
            await sqlite_harness.send_file(user, "baza.zip", zipped(MOVED_FILES))
            == other_messages.render("document").plain
        )
        assert await sqlite_harness.write(user, "/export") == other_messages.UNKNOWN_COMMAND


def encrypted() -> bytes:
    content = bytearray(zipped(FILES))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def lying(size: int) -> bytes:
    """A zip bomb whose headers claim a small size."""
    content = bytearray(zipped({"facts.yaml": b" " * size}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.find(mark)
        content[at + offset : at + offset + 4] = struct.pack("<I", 10)
    return bytes(content)


def doubled() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("facts.yaml", b"[]")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("facts.yaml", b"[]")
    return into.getvalue()


LINK = {"create_system": 3, "external_attr": (stat.S_IFLNK | 0o777) << 16}
HOSTILE = [
    ("baza.zip", zipped({"facts.yaml": b" " * 1_000_000}), RefusalReason.BOMB),
    ("baza.zip", lying(1_000_000), None),
    ("baza.zip", zipped({"../facts.yaml": b"[]"}), RefusalReason.OUTSIDE),
    ("baza.zip", zipped({"a/../../facts.yaml": b"[]"}), RefusalReason.OUTSIDE),
    ("baza.zip", zipped({"/etc/facts.yaml": b"[]"}), RefusalReason.OUTSIDE),
    ("baza.zip", zipped({"..\\facts.yaml": b"[]"}), RefusalReason.OUTSIDE),
    ("baza.zip", zipped({"C:facts.yaml": b"[]"}), RefusalReason.OUTSIDE),
    ("baza.zip", zipped({"facts.yaml": b"/etc/passwd"}, **LINK), RefusalReason.LINK),
    ("baza.zip", zipped({"inner.zip": zipped(FILES)}), RefusalReason.NESTED),
    ("baza.zip", encrypted(), RefusalReason.ENCRYPTED),
    ("baza.zip", zipped({"facts.yaml": b"[]", "pack/facts.yaml": b"[]"}), RefusalReason.DUPLICATE),
    ("baza.zip", zipped({"facts.yaml": b"[]", "run.sh": b""}), RefusalReason.UNKNOWN),
    ("baza.zip", zipped({f"{number}.yaml": b"" for number in range(60)}), RefusalReason.MANY),
    ("baza.zip", zipped({}), RefusalReason.EMPTY),
    ("baza.zip", zipped(FILES)[:-30], RefusalReason.BROKEN),
    ("baza.zip", b"PK\x03\x04 nothing", RefusalReason.BROKEN),
    ("facts.yaml", b"", RefusalReason.EMPTY),
    ("facts.yaml", b"x" * 100_001, RefusalReason.TOO_LARGE),
    ("notes.yaml", b"[]", RefusalReason.UNKNOWN),
    ("facts.exe", b"MZ", RefusalReason.NEITHER),
    ("", b"MZ", RefusalReason.NEITHER),
]


@pytest.mark.parametrize(("name", "content", "why"), HOSTILE)
def test_hostile_files_are_refused(name: str, content: bytes, why: RefusalReason | None) -> None:
    with pytest.raises(UploadRefusedError) as refusal:
        read_upload(name, content, LIMITS)
    assert why is None or refusal.value.why is why
    assert texts.refused(refusal.value.why, refusal.value.name, 20 * 2**20).plain


def test_duplicate_names_are_refused() -> None:
    with pytest.raises(UploadRefusedError) as refusal:
        read_upload("baza.zip", doubled(), LIMITS)
    assert refusal.value.why is RefusalReason.DUPLICATE


def test_zip_may_have_a_folder_questions_and_macos_metadata() -> None:
    others = {
        "pack/": b"",
        "pack/.DS_Store": b"x",
        "pack/Thumbs.db": b"x",
        "__MACOSX/._facts.yaml": b"x",
        "pack/questions/base.yaml": b"- {}",
    }
    found = read_upload(
        "B.ZIP", zipped({**others, **{f"pack/{name}": text for name, text in FILES.items()}}), LIMITS
    )
    assert found.base_on(load_files(MOVED_FILES), LIMITS) == BASE


LAUGHS = b"- &a0 [x, x]\n" + b"".join(
    f"- &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]\n".encode() for n in range(1, 15)
)
YAMLS = [
    (LAUGHS, "не раскрывается"),
    (b"- !!python/object/apply:os.system [id]", "метка"),
    ("- id: а".encode("cp1251"), "кодировка не UTF-8"),
    (b"- id: x\n  id: y", "уже есть в строке"),
    (b"[" * 100, "вложенность глубже"),
    (b"--- a\n--- b", "второй документ"),
]


@pytest.mark.parametrize(("content", "said"), YAMLS)
async def test_hostile_yaml_is_refused_in_russian(
    sqlite_harness: EditingHarness, content: bytes, said: str
) -> None:
    assert said in await sqlite_harness.send_file(ANNA, "facts.yaml", content)
    assert await sqlite_harness.revision() == 1


async def test_every_refusal_reason_has_a_text(sqlite_harness: EditingHarness) -> None:
    text = await sqlite_harness.send_file(ANNA, "baza.zip", zipped({"../../facts.yaml": b"[]"}))
    assert text == "Файл не принят. Путь «../../facts.yaml» ведёт из папки наружу. Такой архив я не открываю."


def test_equal_bases_pack_to_equal_files() -> None:
    one, same, other = (
        export_file(LoadedBase(base=base, revision=1, changed={}), ExportFormat.YAML)
        for base in (BASE, replace(BASE), replace(BASE, facts=(CHAIR,)))
    )
    assert one == same != other
