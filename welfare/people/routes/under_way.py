"""Starting long work when the request that asked for it has been saved."""

from collections.abc import Callable
from uuid import UUID

from flask import Response, after_this_request, current_app

from welfare.access.gate import origin
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import UnitOfWork
from welfare.people.roster.carrying import Carrier
from welfare.people.roster.errands import Errand, Errands
from welfare.people.roster.turn import Turn, take_turn

SAVED = 303


def the_ledger() -> Ledger:
    """The ledger of the application at work."""
    ledger: Ledger = current_app.extensions["ledger"]
    return ledger


def the_turn() -> Turn:
    """The turn to handle a roster, given back when the request does not end in work. Raises TurnTakenError."""
    turn = take_turn(the_ledger().engine)

    @after_this_request
    def give_back_unless_saved(response: Response) -> Response:
        if response.status_code != SAVED:
            turn.give_back()
        return response

    return turn


def start_when_saved(work: UnitOfWork, delivery_id: UUID, turn: Turn, job: Callable[[Errand], None]) -> None:
    """Begin a job on a delivery once this request has been committed: before, another thread would not find it."""
    carrier = Carrier(the_ledger(), work.actor, origin())
    errands: Errands = current_app.extensions.setdefault("roster_errands", Errands())

    @after_this_request
    def start(response: Response) -> Response:
        if response.status_code == SAVED:
            errands.start(lambda: job(Errand(carrier, delivery_id, turn)))
        return response
