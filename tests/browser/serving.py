"""The office served to a real browser, from a store of its own, with the cast seated."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.db import connections
from tests.desks.cast import client_of, seated

from tongket.desks.people.models import Person


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing: what a page says is looked at in the browser."""


@dataclass(frozen=True)
class Served:
    """The address of the office and who works in it."""

    url: str
    people: Mapping[str, Person]
    _sessions: dict[str, SimpleCookie] = field(default_factory=dict)

    def session_of(self, name: str) -> SimpleCookie:
        """The cookies of somebody who signed in; the same for every page of theirs."""
        if name not in self._sessions:
            self._sessions[name] = client_of(self.people[name]).cookies
        return self._sessions[name]


@contextmanager
def served() -> Iterator[Served]:
    """Serve the store that Django points at now."""
    server = ThreadedWSGIServer(("localhost", 0), _Quiet, connections_override={})
    server.set_app(_closing(WSGIHandler()))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    settings.ALLOWED_HOSTS.append("testserver")
    thread.start()
    try:
        yield Served(f"http://localhost:{server.server_port}", seated())
    finally:
        settings.ALLOWED_HOSTS.remove("testserver")
        server.shutdown()
        server.server_close()
        thread.join()


def _closing(app: WSGIHandler) -> object:
    """Each request has a thread of its own here, and with it a connection that nobody else will close."""

    def answer(environ: dict, start_response: object) -> Iterator[bytes]:
        response = app(environ, start_response)
        try:
            yield from response
        finally:
            response.close()
            connections.close_all()

    return answer
