"""The segments of a JPEG file: those that draw stay, those that tell do not."""

_START, _SCAN, _COMMENT = 0xD8, 0xDA, 0xFE
_TELLING = {*range(0xE1, 0xEE), 0xEF, _COMMENT}  # APP1 to APP13 and APP15; APP14 says the colors
_ALONE = {0x01, *range(0xD0, 0xD9)}
_MARK = 0xFF


def bare_jpeg(content: bytes) -> bytes:
    """Return a JPEG file without its notes: EXIF, XMP, place, camera, previews, comments.

    Raises:
        ValueError: it is no JPEG file.
    """
    if content[:2] != bytes([_MARK, _START]):
        raise ValueError("no JPEG file")
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == _MARK:
        mark = content[at + 1]
        if mark == _SCAN:
            kept.append(content[at:])
            return b"".join(kept)
        end = at + 2 if mark in _ALONE else at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if mark == _MARK:
            end = at + 1  # filling
        elif mark not in _TELLING:
            kept.append(content[at:end])
        at = end
    raise ValueError("no picture in the JPEG file")
