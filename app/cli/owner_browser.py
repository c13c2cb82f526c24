"""The owner's side of the demo: somebody with a phone who uses the reference server's pages, without scripts."""

from html.parser import HTMLParser
from types import TracebackType
from typing import Self

import httpx

from app.kernel.errors import BugError


class _Forms(HTMLParser):
    """The forms of a page, with their fields as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, str]] = {}
        self.texts: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._id = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._id = given.get("id", "")
        if tag == "form":
            self._fields = self.forms.setdefault(given.get("action", ""), {})
        elif tag == "button" and "formaction" in given:
            self.forms[given["formaction"]] = self._fields
        elif tag == "input" and "name" in given:
            box = given.get("type") in {"checkbox", "radio"}
            if not box or "checked" in given:
                self._fields[given["name"]] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._id:
            self.texts.setdefault(self._id, data.strip())
            self._id = ""


class OwnerBrowser:
    """A browser with one session on the server."""

    def __init__(self, url: str, invitation: str) -> None:
        self._http = httpx.Client(base_url=url, follow_redirects=True, timeout=30)
        self._page = self._http.get(invitation)
        self._press(invitation)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def pairing_code(self) -> str:
        """A fresh code from the page of the centers' owners."""
        self._open("/centers")
        self._press("/centers/code")
        return self._read().texts["code"]

    def approve(self, claim: str, *, prices: bool = True) -> str:
        """Open the claim link of the paper and approve what it asks; returns the request's path."""
        self._open(f"/claim/{claim}")
        path = self._page.url.path
        self._press(f"{path}/approve", {"prices": "1"} if prices else {}, without=("prices",))
        return path

    def decline(self, claim: str) -> None:
        """Open the claim link and decline."""
        self._open(f"/claim/{claim}")
        self._press(f"{self._page.url.path}/decline")

    def revoke(self) -> None:
        """Take the permission of the (only) car back."""
        self._open("/")
        self._open(self._link("/cars/"))
        self._follow("/links/", "/revoke")

    def close(self) -> None:
        """End the session's connections."""
        self._http.close()

    def answer_correction(self, answer: str) -> None:
        """Answer the first correction that waits: approve or reject."""
        self._open("/")
        path = self._link("/corrections/")
        self._open(path)
        self._press(f"{path}/{answer}")

    def _open(self, path: str) -> None:
        self._page = self._http.get(path)
        self._check()

    def _press(
        self, action: str, more: dict[str, str] | None = None, *, without: tuple[str, ...] = ()
    ) -> None:
        fields = {k: v for k, v in self._read().forms[action].items() if k not in without}
        self._page = self._http.post(action, data={**fields, **(more or {})})
        self._check()

    def _read(self) -> _Forms:
        forms = _Forms()
        forms.feed(self._page.text)
        return forms

    def _follow(self, start: str, end: str) -> None:
        path = self._link(start)
        self._open(path)
        self._press(f"{path}{end}")

    def _link(self, start: str) -> str:
        for part in self._page.text.split('href="')[1:]:
            target = part.split('"', 1)[0]
            if target.startswith(start):
                return target
        message = f"no link to {start} on {self._page.url.path}"
        raise BugError(message)

    def _check(self) -> None:
        if self._page.status_code != httpx.codes.OK:
            message = f"{self._page.url.path}: {self._page.status_code}"
            raise BugError(message)
