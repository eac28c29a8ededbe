"""`welfare serve`: the production server (gunicorn, threads)."""

import os
from typing import Any

import click
from flask import Flask
from gunicorn.app.base import BaseApplication

from config.settings import Settings
from welfare.web.app import close, create_app
from welfare.web.commands.base import open_app, refuse, settings_from_environment
from welfare.web.fitness import refusals
from welfare.web.services import begin_jobs
from welfare.web.warming import warmed
from welfare.web.witness import begin_rounds
from welfare.web.worker import PatientWorker

LONGEST_PORT = 65535


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn without a configuration file."""

    def __init__(self, settings: Settings, options: dict[str, Any]) -> None:
        """Serve an instance with gunicorn's options."""
        self._settings, self._options = settings, options
        super().__init__()

    def load_config(self) -> None:
        """Give gunicorn its options."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Build the application in each worker, so that no key or connection is shared by a fork."""
        app = begin_rounds(warmed(create_app(self._settings)))
        return begin_jobs(app) if self._settings.does_jobs else app


@click.command()
@click.option("--port", type=click.IntRange(1, LONGEST_PORT), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Anything but loopback belongs behind a TLS proxy."
)
def serve(port: int, workers: int, host: str) -> None:
    """Serve the instance; refuses to start with reasons when it is not fit to be served."""
    settings = settings_from_environment()
    reasons = refusals(settings)
    if reasons:
        refuse("\n".join(reasons))
    close(open_app(settings))
    os.umask(0o077)
    options = {
        "bind": f"{host}:{port}",
        "workers": workers,
        "threads": 8,
        "worker_class": PatientWorker,
        "worker_connections": 2000,
        "backlog": 2048,
        "timeout": 60,
        "graceful_timeout": 20,
        "keepalive": 5,
        "loglevel": "warning",
        "limit_request_line": 4094,
        "limit_request_fields": 60,
        "limit_request_field_size": 8190,
        "forwarded_allow_ips": "127.0.0.1" if settings.trusted_proxies else "",
    }
    click.echo(f"Serving on http://{host}:{port}")
    Server(settings, options).run()
