"""Python looks for rubbish in circles seldom during a test run, and never again among what importing has made."""

import gc

_NEW_THINGS = 20_000
_ROUNDS = 20


def look_for_rubbish_seldom() -> None:
    """Each application makes a hundred thousand things: at Python's own pace a sixth of the run went into looking."""
    gc.set_threshold(_NEW_THINGS, _ROUNDS, _ROUNDS)


def leave_what_stays() -> None:
    """What stands when the first test begins stays until the last has ended, and need not be looked through."""
    gc.collect()
    gc.freeze()
