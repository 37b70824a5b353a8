"""What the terminal says of the trained reader."""

from __future__ import annotations

BUILT = "Модель собрана в {folder}, {size} МБ."
PACK_READ = "База прочитана: бот начнёт с готовым чтением по смыслу."
OFF = "Чтение по смыслу: выключено (READER), отвечают одни слова."


def built(folder: str, size: int) -> str:
    return BUILT.format(folder=folder, size=round(size / 2**20))


def good(folder: str) -> str:
    return f"Чтение по смыслу: работает, модель в {folder}."


def unavailable(reason: str) -> str:
    return f"Чтение по смыслу не работает, отвечают одни слова: {reason}"
