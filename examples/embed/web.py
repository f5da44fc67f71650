"""A web view that lints a reply beside the message it answers: a WSGI application.

POST {"text": …, "in_reply_to": …, "lang": …} and get the findings as JSON.

usage: python web.py [PORT]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.simple_server import make_server

from socialint import Linter, Message

LINTER = Linter()
Start = Callable[[str, list[tuple[str, str]]], object]


def application(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
    """Answers 200 with a report, or 400 for what is no JSON object with a text."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    try:
        asked = json.loads(environ["wsgi.input"].read(length))
        text = asked["text"]
    except (ValueError, KeyError, TypeError):
        return answer(start_response, "400 Bad Request", {"error": "send JSON with a `text`"})
    report = LINTER.check_text(
        text,
        kind="reply",
        lang=asked.get("lang"),
        channel=asked.get("channel"),
        in_reply_to=Message(asked.get("in_reply_to", "")),
    )
    return answer(start_response, "200 OK", report.to_dict(asked.get("lang", "en")))


def answer(start_response: Start, status: str, body: dict[str, Any]) -> list[bytes]:
    """The body as JSON."""
    start_response(status, [("Content-Type", "application/json; charset=utf-8")])
    return [json.dumps(body, ensure_ascii=False).encode()]


if __name__ == "__main__":
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    with make_server("127.0.0.1", port, application) as server:
        print(f"http://127.0.0.1:{port}")
        server.serve_forever()
