"""The pages of a vault's database as their cipher lets the holder of the key read them, free and half-used ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["decrypted_pages"]

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16


def decrypted_pages(database: Path, key: bytes) -> Iterator[bytes]:
    """Yield every page of the file, whatever SQLite thinks of it: SQLCipher 4, AES-256-CBC, the IV behind each page."""
    with database.open("rb") as file:
        while page := file.read(PAGE):
            words = page[SALT if file.tell() == PAGE else 0 : PAGE - RESERVED]
            iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
            opened = Cipher(algorithms.AES256(key), modes.CBC(iv)).decryptor()
            yield opened.update(words) + opened.finalize()
