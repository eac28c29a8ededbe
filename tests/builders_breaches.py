"""Files of breaches, put straight into the database."""

from uuid import UUID, uuid4

from tests.builders import Someone, Village
from welfare.breaches.models import Breach, BreachPerson
from welfare.rules.breaches import BreachKind, BreachState, Risk, Telling, authority_due


def a_breach(village: Village, reader: Someone, pupil: Someone, officer: Someone, *, is_settled: bool = False) -> UUID:
    """Somebody has opened a pupil's data without a task; settled, it waits to be closed."""
    row_id = uuid4()
    told = Telling.TOLD if is_settled else None
    with village.work() as work:
        row = Breach(
            id=row_id,
            controller_id=village.provider_id,
            account_id=reader.account_id,
            person_id=reader.person_id,
            kind=BreachKind.SEEN,
            risk=Risk.HIGH,
            since=work.now,
            until=work.now,
            events=2,
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
        work.session.add(
            BreachPerson(breach_id=row_id, student_id=pupil.person_id, events=2, first_at=work.now, last_at=work.now)
        )
    return row_id
