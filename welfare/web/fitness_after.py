"""Whether what is done afterwards can be done: the mail that leaves the house, and the jobs that were ordered."""

import os
from collections.abc import Iterator
from shutil import which

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from config.settings import Settings
from welfare.jobs.models import JobState
from welfare.jobs.queries import counts_by_state
from welfare.web.findings import Finding, Weight, by_stage, warning


def look_at_mail(settings: Settings) -> Iterator[Finding]:
    """Where mails go, and where their links lead."""
    yield _outbox(settings)
    if settings.is_production and not settings.base_url.startswith("https://"):
        yield warning("url", f"links in mails lead to {settings.base_url}; set WELFARE_URL to the address people open")


def look_at_scanner(settings: Settings) -> Iterator[Finding]:
    """Whether attached papers are scanned for malware, and by a programme that is there."""
    if not settings.scanner:
        if settings.is_production:
            yield warning("scanner", "signed papers are kept but handed out to nobody; set WELFARE_SCANNER")
        return
    program = settings.scanner[0]
    if which(program, path=os.defpath) is None:
        yield by_stage(settings, "scanner", f"{program} of WELFARE_SCANNER is not there; name it by its whole path")
    else:
        yield Finding("scanner", Weight.GOOD, f"signed papers are given to {program}")


def look_at_jobs(engine: Engine) -> Iterator[Finding]:
    """Jobs that were tried often enough."""
    with Session(engine) as session:
        given_up = counts_by_state(session)[JobState.GIVEN_UP]
    if given_up:
        yield warning("jobs", f"{given_up} given up: see `welfare jobs list` for what they were and why they failed")


def _outbox(settings: Settings) -> Finding:
    server = settings.mail_server
    if server is not None:
        words = f"goes by {server.host}:{server.port} ({server.security.value}), from {settings.mail_from}"
        return Finding("mail", Weight.GOOD, words)
    words = f"is written into {settings.outbox} and sent to nobody; set MAIL_URL and MAIL_FROM"
    return Finding("mail", Weight.WARNING if settings.is_production else Weight.GOOD, words)
