"""The packet for a lawyer as one ZIP file: the document, the data, and every file behind it."""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from jobquality.store.evidence import Evidence
from jobquality.tables.bundles import COLUMNS, DAY, LIST, record_of
from jobquality.tables.csvtext import csv_text

_FOLDER = "evidence"
_MANIFEST = "SHA256SUMS"


def closed(texts: Mapping[str, bytes]) -> BinaryIO:
    """Return an open ZIP file with these files; the same ones give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in texts.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), content)
    out.seek(0)
    return out


def packed(
    texts: Mapping[str, bytes],
    pieces: Iterable[Evidence],
    *,
    name_of: Callable[[Evidence], str],
    read: Callable[[str], bytes],
) -> BinaryIO:
    """Return an open ZIP file on the disk; `SHA256SUMS` names every file in it.

    `texts` are files by their names, `read` returns a file of evidence by its hash. One file
    is in memory at a time.
    """
    out = TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    sums: dict[str, str] = {}

    def put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
        sums[name] = hashlib.sha256(content).hexdigest()
        archive.writestr(zipfile.ZipInfo(name, DAY), content)

    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in texts.items():
            put(archive, name, content)
        records = []
        for piece in pieces:
            name = f"{_FOLDER}/{name_of(piece)}" if piece.is_file else ""
            if name:
                put(archive, name, read(piece.sha256))
            records.append(record_of(piece, name))
        put(archive, LIST, csv_text(records, COLUMNS, numbers=()).encode())
        listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
        archive.writestr(zipfile.ZipInfo(_MANIFEST, DAY), listed)
    out.seek(0)
    return cast("BinaryIO", out)
