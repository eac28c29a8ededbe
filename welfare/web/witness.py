"""Anchors and watch of an instance, and the thread that keeps both going in a serving process."""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from config.settings import Settings
from welfare.audit.anchoring import Anchoring, ChainMovedError
from welfare.audit.anchors import AnchorFolder
from welfare.audit.checkpoint import CheckpointError, Notary
from welfare.audit.watch import Watch
from welfare.crypto.keyring import KeyRing
from welfare.rules.registers import HOUSE, Register

_log = logging.getLogger("welfare")
_LOOKS_EVERY = 5.0
"""Seconds between two looks at whether an anchor is due."""
Clock = Callable[[], datetime]


def notary_of(keyring: KeyRing) -> Notary:
    """Who signs an instance's checkpoints. Raises KeyProviderError."""
    return Notary.from_seed(keyring.secret(HOUSE, Register.AUDIT, "anchor"))


def folder_of(settings: Settings, keyring: KeyRing) -> AnchorFolder:
    """Where an instance's anchors lie. Raises KeyProviderError."""
    return AnchorFolder(settings.anchors, notary_of(keyring).public)


def anchoring_of(settings: Settings, engine: Engine, keyring: KeyRing, clock: Clock) -> Anchoring:
    """What adds an instance's anchors. Raises KeyProviderError."""
    return Anchoring(
        engine,
        folder_of(settings, keyring),
        notary_of(keyring),
        clock,
        every_seconds=settings.anchor_seconds,
        every_events=settings.anchor_events,
    )


def watch_of(settings: Settings, engine: Engine, keyring: KeyRing, clock: Clock) -> Watch:
    """What compares an instance's chains with its anchors. Raises KeyProviderError."""
    return Watch(engine, folder_of(settings, keyring), clock, most_unanchored=settings.anchor_events)


class Rounds(Thread):
    """Anchors what is due and keeps the watch awake, in every serving process; all processes take turns.

    An anchor that cannot be added is an alarm in the log, and is tried again.
    """

    def __init__(self, anchoring: Anchoring, watch: Watch) -> None:
        """Of one process; started after it was forked."""
        super().__init__(name="anchors", daemon=True)
        self._anchoring, self._watch, self._end = anchoring, watch, Event()

    def run(self) -> None:
        """Go round until the process ends."""
        while not self._end.wait(_LOOKS_EVERY):
            self.go_round()

    def go_round(self) -> None:
        """One round."""
        try:
            self._anchoring.anchor_due()
        except (OSError, CheckpointError, ChainMovedError, SQLAlchemyError) as error:
            _log.critical("ALARM audit: no anchor could be added: %s", error)
        self._watch.is_read_only()

    def stop(self) -> None:
        """End after the present round."""
        self._end.set()


def begin_rounds(app: Flask) -> Flask:
    """Let an application's process anchor and watch; gives the application back."""
    rounds = Rounds(app.extensions["anchoring"], app.extensions["watch"])
    app.extensions["rounds"] = rounds
    rounds.start()
    return app
