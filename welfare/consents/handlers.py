"""What this room answers when another one asks."""

from welfare.audit.unit_of_work import Listeners, UnitOfWork
from welfare.consents.prohibitions import shut_out_in
from welfare.rules.events import GuardiansShutOutAsked


def name_those_shut_out(work: UnitOfWork, asked: GuardiansShutOutAsked) -> None:
    """Every guardian against whom any prohibition of the student stands: what is told at large may tell of a matter."""
    shut = shut_out_in(work.session, [asked.student_id], asked.on)[asked.student_id]
    asked.guardian_ids.update(guardian_id for _case_id, guardian_id in shut)


LISTENERS: Listeners = {GuardiansShutOutAsked: (name_those_shut_out,)}
