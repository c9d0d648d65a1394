"""Give out our own style sheets and scripts packed: a phone on a bad line fetches a third.

Only these files: they are the same for everybody. A page at work holds tokens beside words
that others can choose, and the size of such a page, packed, can be made to tell them.

Source: https://www.breachattack.com (BREACH, 2013)
"""

import gzip
from functools import lru_cache
from http import HTTPStatus

from flask import Flask, Response, request

_TEXTS = frozenset({"text/css", "text/javascript", "image/svg+xml"})
_LEAST = 512


def add_packing(app: Flask) -> None:
    """Pack static files for whoever takes them so."""
    app.after_request(_packed)


def _packed(response: Response) -> Response:
    if request.endpoint != "static" or response.mimetype not in _TEXTS:
        return response
    response.vary.add("Accept-Encoding")
    if response.status_code != HTTPStatus.OK or not request.accept_encodings["gzip"]:
        return response
    response.direct_passthrough = False
    content = response.get_data()
    if len(content) < _LEAST:
        return response
    response.set_data(_pack(content))
    response.headers["Content-Encoding"] = "gzip"
    tag, _ = response.get_etag()
    response.set_etag(f"{tag}-gzip", weak=True)
    return response


@lru_cache(maxsize=64)
def _pack(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)
