"""One roster at a time: whoever handles one holds the turn, and loses it with the process, however that ends."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

from sqlalchemy import Engine, func, select

from welfare.db.locked_file import locked

A_MOMENT = 0.02
LOCK = 0x5057_0001
"""The number of the advisory lock on PostgreSQL; any that nothing else uses."""


class TurnTakenError(RuntimeError):
    """Another roster is being handled right now."""


class Turn:
    """A turn that is held until it is given back, from whatever thread."""

    def __init__(self, give_back: Callable[[], None]) -> None:
        """Made by `take_turn`."""
        self.give_back = give_back


def take_turn(engine: Engine, *, patience: float = 0.2) -> Turn:
    """Take the turn. Raises TurnTakenError when somebody has it for longer than one who only looks would."""
    end = monotonic() + patience
    while True:
        try:
            return _take(engine)
        except TurnTakenError:
            if monotonic() >= end:
                raise
            sleep(A_MOMENT)


def is_taken(engine: Engine) -> bool:
    """Whether somebody has the turn."""
    try:
        turn = take_turn(engine, patience=0)
    except TurnTakenError:
        return True
    turn.give_back()
    return False


def _take(engine: Engine) -> Turn:
    stack = ExitStack()
    try:
        if engine.dialect.name == "sqlite":
            _lock_file(stack, Path(f"{engine.url.database}.roster"))
        else:
            _lock_database(stack, engine)
    except TurnTakenError:
        stack.close()
        raise
    return Turn(stack.close)


def _lock_file(stack: ExitStack, path: Path) -> None:
    try:
        stack.enter_context(locked(path, waits=False))
    except BlockingIOError as error:
        raise TurnTakenError from error


def _lock_database(stack: ExitStack, engine: Engine) -> None:
    connection = stack.enter_context(engine.connect().execution_options(isolation_level="AUTOCOMMIT"))
    if not connection.scalar(select(func.pg_try_advisory_lock(LOCK))):
        raise TurnTakenError
    stack.callback(connection.scalar, select(func.pg_advisory_unlock(LOCK)))
