"""A browser to look at pages with: Chromium, driven by its own chromedriver."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import Any, NamedTuple
from urllib.request import ProxyHandler, Request, build_opener

from needs import tool

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # as the WebDriver standard names a reference
_OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,900")


class Browser(NamedTuple):
    """One window."""

    session: str

    def open(self, path: Path) -> None:
        self.visit(path.as_uri())

    def visit(self, url: str) -> None:
        self._do("url", {"url": url})

    def type(self, css: str, text: str) -> None:
        """Type as a hand would, into what can be seen."""
        self._do(f"element/{self._find(css)}/value", {"text": text})

    def wait(self, script: str, seconds: float = 10) -> None:
        """Until the script returns something true; fails after so long."""
        end = monotonic() + seconds
        while not self.run(script):
            assert monotonic() < end, script
            sleep(0.1)

    def run(self, script: str, *given: object) -> Any:
        """What the script returns."""
        return self._do("execute/sync", {"script": script, "args": list(given)})

    def click(self, css: str) -> None:
        """Click as a hand would, on what can be seen."""
        self._do(f"element/{self._find(css)}/click", {})

    def hover(self, css: str) -> None:
        origin = {_ELEMENT: self._find(css)}
        move = {"type": "pointerMove", "origin": origin, "x": 0, "y": 0, "duration": 0}
        pointer = {"type": "pointer", "id": "mouse", "actions": [move]}
        self._do("actions", {"actions": [pointer]})

    def press(self, *keys: str) -> None:
        """Press keys together."""
        actions = [{"type": "keyDown", "value": key} for key in keys]
        actions += [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self._do("actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def text(self, css: str) -> str:
        return str(self.run("return document.querySelector(arguments[0]).innerText", css))

    def count(self, css: str) -> int:
        """How many such elements can be seen."""
        return int(
            self.run(
                "return [...document.querySelectorAll(arguments[0])]"
                ".filter(e => !e.closest('[hidden]')).length",
                css,
            )
        )

    def _find(self, css: str) -> str:
        return str(self._do("element", {"using": "css selector", "value": css})[_ELEMENT])

    def _do(self, what: str, given: dict[str, Any]) -> Any:
        return _call(f"{self.session}/{what}", given)


def _call(url: str, given: dict[str, Any] | None, method: str = "POST") -> Any:
    data = None if given is None else json.dumps(given).encode()
    request = Request(url, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310  our own driver
    with build_opener(ProxyHandler({})).open(request, timeout=60) as answer:
        return json.load(answer)["value"]


@contextmanager
def browser(*options: str) -> Iterator[Browser]:
    """A window that is closed afterwards; without Chromium and its driver, no test."""
    chromium, driver = tool("chromium"), tool("chromedriver")
    with (
        TemporaryDirectory() as home,
        subprocess.Popen(
            [driver, "--port=0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        ) as process,
    ):
        try:
            base = f"http://127.0.0.1:{_port(process)}/session"
            arguments = [*_OPTIONS, f"--user-data-dir={home}", *options]
            chrome = {"binary": chromium, "args": arguments}
            wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": chrome}}}
            made = _call(base, wanted)
            session = f"{base}/{made['sessionId']}"
            yield Browser(session)
            _call(session, None, "DELETE")
        finally:
            process.terminate()


def _port(process: subprocess.Popen[str]) -> str:
    for line in process.stdout or ():
        if "started successfully on port" in line:
            return line.rstrip().rstrip(".").rpartition(" ")[2]
    raise RuntimeError("chromedriver did not start")
