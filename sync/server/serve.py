"""Run the server: bind, say where, serve until told to stop."""

import gc
import json
import logging
import socket
import ssl
import sys
from pathlib import Path
from typing import Final

import uvicorn
from fastapi import FastAPI

from sync.server import seals
from sync.server.app import create_app
from sync.server.settings import ServerSettings

BACKLOG: Final = 128
SHUTDOWN_SECONDS: Final = 10
SWITCH_SECONDS: Final = 0.0005
"""Python's 5 ms keep everybody else waiting while a batch is read and judged."""

GARBAGE_AFTER: Final = 100_000
"""Objects made before Python looks for circles: more than a batch holds, so none is looked through half read."""


def serve(settings: ServerSettings) -> None:
    """Serve until SIGINT or SIGTERM; requests under way are finished.

    The first line on standard output is JSON: `{"event": "listening", "url": …, "port": …}`.

    Raises:
        OSError: the address is taken, or not ours.
        SchemaTooNewError: a newer program made the database.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    app = create_app(settings)
    # What is loaded now lives as long as the server: it need not be looked through again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)
    with bound(settings.host, settings.port) as listener:
        port: int = listener.getsockname()[1]
        config = configured(app, settings)
        config.load()
        if config.ssl is not None:
            config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2
        line = {"event": "listening", "url": url(settings, port), "port": port}
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
        logging.getLogger(__name__).info("listening on port %d", port)
        try:
            uvicorn.Server(config).run(sockets=[listener])
        finally:
            seals.helper.close()


def configured(app: FastAPI, settings: ServerSettings) -> uvicorn.Config:
    """How uvicorn is to serve: no log of paths, no name of itself, no proxy that was not named."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxy),
        forwarded_allow_ips=settings.trusted_proxy or None,
        ssl_certfile=_text(settings.certificate),
        ssl_keyfile=_text(settings.private_key),
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )


def bound(host: str, port: int) -> socket.socket:
    """A listening socket; after a crash the same port is free again at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # TCP by name: only then asyncio sends at once. Else an answer, written in two parts, lies 40 ms until the other
    # side acknowledges its head.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(BACKLOG)
    return listener


def url(settings: ServerSettings, port: int) -> str:
    """How people reach the server."""
    if settings.public_url:
        return settings.public_url.rstrip("/")
    scheme = "https" if settings.certificate is not None else "http"
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{scheme}://{host}:{port}"


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)
