"""The one door for everything that a document asks for; whatever is not ours stays outside.

WeasyPrint fetches by default, and several of its ways swallow the refusal: a document is
therefore judged by the list of what was refused, never by whether an error came.
"""

from collections.abc import Mapping

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from jobquality.documents.assets import PICTURE, find_asset

_KINDS = {".ttf": "font/ttf", ".css": "text/css"}


class Gate(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Gives our own files and the pictures of one document, and refuses the rest.

    `refused` keeps every address that was asked for in vain.
    """

    def __init__(self, pictures: Mapping[str, str] | None = None) -> None:
        # Without handlers there is nothing that could open an address, whatever happens here.
        self.handlers: list[object] = []
        self._fail_on_errors = True
        self.refused: list[str] = []
        self._pictures = dict(pictures or {})

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return one of our own files.

        Raises:
            FatalURLFetchingError: it is not one of ours.
        """
        del headers
        place = find_asset(url)
        if place is not None:
            return _answer(url, place.read_bytes(), _KINDS[place.suffix])
        picture = self._pictures.get(url.removeprefix(PICTURE))
        if url.startswith(PICTURE) and picture is not None:
            return _answer(url, picture.encode(), "image/svg+xml")
        self.refused.append(url[:200])
        raise FatalURLFetchingError("A document may only use our own files.")


def _answer(url: str, content: bytes, kind: str) -> URLFetcherResponse:
    return URLFetcherResponse(url, content, {"Content-Type": kind})
