"""Files of breaches, put straight into the database."""

from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.breaches.models import Breach, BreachPerson
from welfare.rules.breaches import BreachKind, BreachState, Risk, Telling, authority_due


def a_breach(
    village: Village, reader: Someone | None, pupil: Someone, officer: Someone, *, is_settled: bool = False
) -> UUID:
    """Somebody has opened a pupil's data without a task; settled, it waits to be closed.

    Without a reader it has been learnt of otherwise, and the pupil is named by hand.
    """
    row_id = uuid4()
    told = Telling.TOLD if is_settled else None
    with village.work() as work:
        row = Breach(
            id=row_id,
            controller_id=village.provider_id,
            account_id=reader.account_id if reader else None,
            person_id=reader.person_id if reader else None,
            kind=BreachKind.SEEN if reader else BreachKind.LOST,
            risk=Risk.HIGH,
            since=work.now if reader else None,
            until=work.now if reader else None,
            events=2 if reader else 0,
            noticed_at=work.now,
            due_at=authority_due(work.now),
            opened_by=officer.account_id,
            state=BreachState.OPEN,
            authority=told,
            authority_on=work.facts.on if told else None,
            people=told,
            people_on=work.facts.on if told else None,
        )
        words = {"what": "Avattu ilman tehtävää.", "effects": "Mielipaha.", "measures": "Kuultu."}
        work.encrypt_document(row, Breach.document, words)
        if told:
            work.encrypt_document(row, Breach.authority_words, {"words": "Ilmoitettu."})
            work.encrypt_document(row, Breach.people_words, {"words": "Kerrottu."})
        work.session.add(row)
        work.session.flush()
        at = work.now if reader else None
        person = BreachPerson(breach_id=row_id, student_id=pupil.person_id, first_at=at, last_at=at)
        person.events = row.events
        work.session.add(person)
    return row_id
