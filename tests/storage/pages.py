"""The pages of a closed journal without their lock: what SQLCipher wrote, page by page, free pages too."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from journal.storage import keys

PAGE, RESERVED, SALT, VECTOR = 4096, 80, 16, 16


def plain_pages(database: Path, root: bytes) -> bytes:
    """Everything that the file holds, in the clear. SQLCipher 4: AES-256-CBC, the vector at the end of each page."""
    key = keys.database_key(root)
    data = database.read_bytes()
    found = []
    for start in range(0, len(data), PAGE):
        page = data[start : start + PAGE]
        begin = SALT if start == 0 else 0
        vector = page[PAGE - RESERVED : PAGE - RESERVED + VECTOR]
        opened = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        found.append(opened.update(page[begin : PAGE - RESERVED]) + opened.finalize())
    return b"".join(found)
