"""Starting long work when the request that asked for it has been saved."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from flask import Response, after_this_request, current_app

from welfare.access.gate import origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.actions.deliveries import LONGEST_KEPT
from welfare.people.roster.carrying import Carrier
from welfare.people.roster.errands import Errand, Errands
from welfare.people.roster.turn import take_turn

SAVED = 303
A_MINUTE = timedelta(minutes=1)


def the_ledger() -> Ledger:
    """The ledger of the application at work."""
    ledger: Ledger = current_app.extensions["ledger"]
    return ledger


class Start:
    """The turn to handle a roster, held by a request until it has been saved; then a thread takes it over.

    A thread that began before the commit would not find its delivery. Raises TurnTakenError.
    """

    def __init__(self) -> None:
        """Take the turn; it is given back when the request ends without work."""
        self._turn = take_turn(the_ledger().engine)
        self._begin: Callable[[], None] | None = None
        after_this_request(self._end)

    def when_saved(self, work: UnitOfWork, delivery_id: UUID, job: Callable[[Errand], None]) -> None:
        """Let a job on a delivery begin once this request has been committed."""
        errand = Errand(Carrier(the_ledger(), work.actor, origin()), delivery_id, self._turn)
        errands: Errands = current_app.extensions.setdefault("roster_errands", Errands())

        def begin() -> None:
            errands.start(lambda: job(errand))
            errands.start_later(LONGEST_KEPT + A_MINUTE, errand.sweep)

        self._begin = begin

    def _end(self, response: Response) -> Response:
        if self._begin is not None and response.status_code == SAVED:
            self._begin()
        else:
            self._turn.give_back()
        return response
