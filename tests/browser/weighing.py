"""What a page and its requests weigh on the line, both ways, with their headers."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page


@dataclass  # playwright hangs marks of its own on who listens
class Scale:
    """Weighs every request of a page as the browser's network log has it; sizes are in bytes."""

    weighed: list[tuple[str, int]] = field(default_factory=list)
    _asked: dict[str, tuple[str, int]] = field(default_factory=dict)
    _headers: dict[str, int] = field(default_factory=dict)

    def watch(self, page: Page) -> None:
        """Begin; nothing may come from the browser's own cache."""
        log = page.context.new_cdp_session(page)
        log.send("Network.enable")
        log.send("Network.setCacheDisabled", {"cacheDisabled": True})
        log.on("Network.requestWillBeSent", self._note)
        log.on("Network.requestWillBeSentExtraInfo", self._note_headers)
        log.on("Network.loadingFinished", self._note_end)

    def total(self) -> int:
        """Return what all of it weighs."""
        return sum(size for _, size in self.weighed)

    def of(self, end: str) -> list[int]:
        """Return what the requests to one address weigh."""
        return [size for url, size in self.weighed if url.endswith(end)]

    def _note(self, event: dict[str, Any]) -> None:
        request = event["request"]
        out = len(request.get("postData", "")) + len(request["url"])
        self._asked[event["requestId"]] = (request["url"], out)

    def _note_headers(self, event: dict[str, Any]) -> None:
        lines = event["headers"].items()
        self._headers[event["requestId"]] = sum(len(name) + len(text) + 4 for name, text in lines)

    def _note_end(self, event: dict[str, Any]) -> None:
        one = event["requestId"]
        url, out = self._asked.get(one, ("", 0))
        self.weighed.append((url, event["encodedDataLength"] + out + self._headers.get(one, 0)))
