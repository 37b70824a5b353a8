"""/export and files sent to the bot, in process on both databases; hostile ones on one."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from dataclasses import replace

import pytest

from bot.editing import uploaded_files
from bot.editing.uploaded_files import RefusalReason, UploadLimits, UploadRefusedError
from bot.replies.answers import other_messages
from bot.replies.editing import files as texts
from bot.replies.editing import gate
from knowledge.facts.edits import assemble, entities
from knowledge.facts.pack import dump_pack, load_files
from tests.editing.desk import ANNA, BASE, CHAIR, MOVED, REVIEWER, STRANGER, EditingDesk

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


async def test_the_export_loads_to_an_equal_base(desk: EditingDesk) -> None:
    await desk.by(ANNA, "/export")
    document = desk.to(ANNA)[-1]["document"]
    assert document["file_name"] == "baza.zip"
    content = desk.api.files[document["file_id"]]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert load_files({name: archive.read(name) for name in archive.namelist()}) == BASE


async def test_a_zip_is_shown_examined_and_published(desk: EditingDesk) -> None:
    text = await desk.send(ANNA, "baza.zip", zipped(MOVED_FILES), caption="новые сведения")
    assert "(импорт, Читатель 11 — новые сведения)" in text
    assert "Место: Пекин → Шанхай" in text
    await desk.tap(ANNA, gate.PUBLISH)
    assert load_files(MOVED_FILES) == await desk.base()


async def test_a_single_file_stands_in_place_of_its_own(desk: EditingDesk) -> None:
    text = await desk.send(ANNA, "facts (1).yaml", MOVED_FILES["facts.yaml"])
    assert "Место: Пекин → Шанхай" in text
    assert "Меняется: сведение place" in text
    assert "событие" not in text


async def test_what_was_exported_changes_nothing_when_it_is_sent_back(quick: EditingDesk) -> None:
    await quick.by(ANNA, "/export")
    content = quick.api.files[quick.to(ANNA)[-1]["document"]["file_id"]]
    assert await quick.send(ANNA, "baza.zip", content) == gate.UNCHANGED


async def test_problems_are_told_with_file_and_line(quick: EditingDesk) -> None:
    broken = MOVED_FILES["facts.yaml"].replace(b"where:", b"wher:")
    text = await quick.send(ANNA, "facts.yaml", broken)
    assert "ничего не изменено" in text
    assert "facts.yaml:" in text
    assert "ключа «wher» нет в форме: может быть, «where»?" in text


async def test_another_pack_is_refused(quick: EditingDesk) -> None:
    other = {**FILES, "source.yaml": FILES["source.yaml"].replace(b"id: dialogue", b"id: museum")}
    assert "«dialogue», а в файлах «museum»" in await quick.send(ANNA, "b.zip", zipped(other))


async def test_a_telegram_that_does_not_give_the_file(quick: EditingDesk) -> None:
    quick.api.faults.order(method="getFile", code=400, description="Bad Request: no file")
    assert await quick.send(ANNA, "facts.yaml", b"[]") == texts.LOST


async def test_a_file_beyond_the_limit_is_not_even_downloaded(quick: EditingDesk) -> None:
    text = await quick.send(ANNA, "baza.zip", b"x" * (20 * 2**20 + 1))
    assert "больше 20 МБ" in text
    assert not [call for call in quick.api.calls if call.method == "getFile"]


async def test_to_others_files_are_as_ever(quick: EditingDesk) -> None:
    for user in (REVIEWER, STRANGER):
        assert (
            await quick.send(user, "baza.zip", zipped(MOVED_FILES)) == other_messages.render("document").plain
        )
        assert await quick.by(user, "/export") == other_messages.UNKNOWN_COMMAND


def encrypted() -> bytes:
    content = bytearray(zipped(FILES))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 4)
    return bytes(content)


def lying(size: int) -> bytes:
    """A bomb whose headers say that it is small."""
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
        uploaded_files.read_upload(name, content, BASE, LIMITS)
    assert why is None or refusal.value.why is why
    assert texts.refused(refusal.value.why, refusal.value.name, 20 * 2**20).plain


def test_duplicate_names_are_refused() -> None:
    with pytest.raises(UploadRefusedError) as refusal:
        uploaded_files.read_upload("baza.zip", doubled(), BASE, LIMITS)
    assert refusal.value.why is RefusalReason.DUPLICATE


def test_a_folder_and_the_crumbs_of_a_mac_are_no_harm() -> None:
    crumbs = {"pack/": b"", "__MACOSX/._facts.yaml": b"x"}
    found = uploaded_files.read_upload(
        "B.ZIP", zipped({**crumbs, **{f"pack/{name}": text for name, text in FILES.items()}}), BASE, LIMITS
    )
    assert load_files(found) == BASE


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
async def test_hostile_yaml_is_refused_in_russian(quick: EditingDesk, content: bytes, said: str) -> None:
    assert said in await quick.send(ANNA, "facts.yaml", content)
    assert await quick.revision() == 1


async def test_every_refusal_reaches_the_chat(quick: EditingDesk) -> None:
    text = await quick.send(ANNA, "baza.zip", zipped({"../../facts.yaml": b"[]"}))
    assert text == "Файл не принят. Путь «../../facts.yaml» ведёт из папки наружу. Такой архив я не открываю."


def test_equal_bases_pack_to_equal_files() -> None:
    assert uploaded_files.pack_zip(BASE) == uploaded_files.pack_zip(replace(BASE))
    assert uploaded_files.pack_zip(BASE) != uploaded_files.pack_zip(replace(BASE, facts=(CHAIR,)))
