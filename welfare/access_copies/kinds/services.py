"""The services' own records: requests for support, talks, clients, notes and times (OHL 20 § 2)."""

from flask_babel import lazy_gettext as _l

from welfare.access_copies.kinds.kind import Fact, RecordKind, Who
from welfare.accounts.words import ROLE_WORDS
from welfare.requests.models import ContactRequest, InformTask, RequestExclusion, RequestStep, Talk
from welfare.requests.words import (
    ANSWERS,
    DUTIES,
    GUARDIAN_TOLD,
    HOME_CONTACTS,
    OUTCOMES,
    SAFE_WAYS,
    SENDERS,
    SERVICES,
    STEPS,
    SUBJECTS,
    WAYS,
)
from welfare.service_notes.models import Appointment, ClientFile, HandOver, ServiceNote
from welfare.service_notes.words import INITIATORS, KIND_WORDS, PEOPLE
from welfare.service_notes.words import WAYS as CONTACT_WAYS

SERVICE_RECORDS = (
    RecordKind(
        code="request",
        words=_l("Request for support"),
        model=ContactRequest,
        at=ContactRequest.received_at,
        facts=(
            Fact(ContactRequest.receipt, _l("Number")),
            Fact(ContactRequest.service, _l("Service"), SERVICES),
            Fact(ContactRequest.sender_kind, _l("Who asked"), SENDERS),
            Fact(ContactRequest.talk_held_on, _l("Talk held")),
            Fact(ContactRequest.outcome, _l("What came of it"), OUTCOMES),
        ),
        documents=(ContactRequest.document,),
        values={
            "subject": SUBJECTS,
            "guardian_told": GUARDIAN_TOLD,
            "safe_ways": SAFE_WAYS,
            "home_contact": HOME_CONTACTS,
        },
        kept_fields=frozenset({"safe_ways", "safe_phone", "home_contact", "kept_from"}),
        said_by=ContactRequest.sender_account_id,
        register=None,
    ),
    RecordKind(
        code="talk",
        words=_l("Talk"),
        model=Talk,
        at=Talk.offered_at,
        facts=(
            Fact(Talk.offered_for, _l("Offered for")),
            Fact(Talk.way, _l("How"), WAYS),
            Fact(Talk.answer, _l("What was answered"), ANSWERS),
            Who(Talk.recorded_by, _l("Recorded by")),
        ),
        texts=((Talk.note, _l("Remark")),),
        register=None,
    ),
    RecordKind(
        code="inform_task",
        words=_l("Duty to tell"),
        model=InformTask,
        at=InformTask.done_at,
        facts=(Fact(InformTask.kind, _l("Kind"), DUTIES), Fact(InformTask.done_on, _l("Done"))),
        texts=((InformTask.note, _l("Remark")),),
        register=None,
        is_kept=True,
    ),
    RecordKind(
        code="request_step",
        words=_l("Step in a request"),
        model=RequestStep,
        at=RequestStep.at,
        facts=(Fact(RequestStep.kind, _l("Kind"), STEPS), Who(RequestStep.by, _l("Done by"))),
        texts=((RequestStep.reason, _l("Reason")),),
        register=None,
    ),
    RecordKind(
        code="request_exclusion",
        words=_l("Worker shut out of a request"),
        model=RequestExclusion,
        at=RequestExclusion.excluded_at,
        facts=(Who(RequestExclusion.account_id, _l("Name")),),
        texts=((RequestExclusion.reason, _l("Reason")),),
        register=None,
    ),
    RecordKind(
        code="client_file",
        words=_l("Client of the service"),
        model=ClientFile,
        at=ClientFile.opened_at,
        facts=(
            Fact(ClientFile.started_on, _l("Began")),
            Fact(ClientFile.ended_on, _l("Ended on")),
            Who(ClientFile.worker_person_id, _l("Own worker")),
        ),
        documents=(ClientFile.document,),
        register=None,
    ),
    RecordKind(
        code="service_note",
        words=_l("Note of the service"),
        model=ServiceNote,
        at=ServiceNote.written_at,
        facts=(
            Fact(ServiceNote.kind, _l("Kind"), KIND_WORDS),
            Fact(ServiceNote.occurred_on, _l("Day")),
            Who(ServiceNote.author_person_id, _l("Written by")),
            Fact(ServiceNote.author_office, _l("Profession or office"), ROLE_WORDS),
        ),
        documents=(ServiceNote.document,),
        values={"initiator": INITIATORS, "way": CONTACT_WAYS, "with_whom": PEOPLE},
        register=None,
    ),
    RecordKind(
        code="appointment",
        words=_l("Time agreed on"),
        model=Appointment,
        at=Appointment.starts_at,
        facts=(Fact(Appointment.starts_at, _l("Begins")), Fact(Appointment.way, _l("How"), WAYS)),
        documents=(Appointment.document,),
        register=None,
        is_place=True,
    ),
    RecordKind(
        code="hand_over",
        words=_l("Change of the own worker"),
        model=HandOver,
        at=HandOver.offered_at,
        facts=(Who(HandOver.from_person_id, _l("From whom")), Who(HandOver.to_person_id, _l("To whom"))),
        texts=((HandOver.reason, _l("Reason")), (HandOver.note, _l("Remark"))),
        register=None,
    ),
)
