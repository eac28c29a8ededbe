"""Disclosures put straight into the database, as a test needs them."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tests.builders import Someone, Village, system_work
from welfare.audit.ledger import Ledger
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.actions.placing import place_of
from welfare.cases.models import Case
from welfare.crypto.parcels import Keys, seal_parcel
from welfare.disclosures.actions.parcels import add_partner, make_keys
from welfare.disclosures.models import Disclosure, TeacherNote
from welfare.disclosures.queries.parcels import keys_of
from welfare.disclosures.transfer_record import Origin, Pupil, SentPassage, TransferRecord, content_of
from welfare.journal.models import JournalEntry
from welfare.rules.actors import Actor, Role, World
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.giving import How
from welfare.rules.journal import EntryKind

PARTNER = Keys.made()
IN_CLASS = "Annetaan tauko, kun hän pyytää."
TOLD = "Aada tulee maanantaisin klo 10."


def a_disclosure(
    village: Village,
    case_id: UUID,
    giver: Someone,
    reader: Someone | None = None,
    **changes: Any,  # noqa: ANN401 - whatever columns the test is about
) -> UUID:
    """Something given for teaching: a copy for a reader, or else a paper."""
    disclosure_id = uuid4()
    to_whom = reader.name if reader else "Komisario Rautala, poliisi"
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        entry_id = _line(work, case, giver, to_whom)
        values: dict[str, Any] = {
            "ground": DisclosureGround.TEACHING,
            "how": How.READ_HERE if reader else How.PAPER,
            "receiver_account_id": reader.account_id if reader else None,
            "receiver_person_id": reader.person_id if reader else None,
            "given_at": work.now,
            "given_by": giver.account_id,
            "given_by_person_id": giver.person_id,
            "open_until": date(2026, 12, 23) if reader else None,
        }
        row = Disclosure(id=disclosure_id, entry_id=entry_id, **place_of(case), **(values | changes))
        passage = {"kind": "note", "day": "2026-11-20", "label": "", "is_voice": False, "text": TOLD}
        work.encrypt_document(row, Disclosure.document, {"to_whom": to_whom, "words": "", "passages": [passage]})
        work.session.add(row)
    return disclosure_id


def a_teacher_note(village: Village, case_id: UUID, giver: Someone, **changes: Any) -> UUID:  # noqa: ANN401 - any column
    """What the teachers of the matter's student do in class this month."""
    note_id = uuid4()
    with village.work() as work:
        case = work.session.get_one(Case, case_id)
        values: dict[str, Any] = {
            "begins_on": date(2026, 11, 20),
            "ends_on": date(2026, 12, 18),
            "given_at": work.now,
            "given_by": giver.account_id,
            "given_by_person_id": giver.person_id,
        }
        entry_id = _line(work, case, giver, "Oppilaan opettajat")
        row = TeacherNote(id=note_id, entry_id=entry_id, **place_of(case), **(values | changes))
        work.encrypt_document(row, TeacherNote.document, {"text": IN_CLASS})
        work.session.add(row)
    return note_id


def a_partner(village: Village, keeper: Someone) -> UUID:
    """Keys of the village's provider, and another provider that it knows: the one whose keys are PARTNER."""
    actor = Actor(account_id=keeper.account_id, person_id=keeper.person_id, world=World.STAFF)
    with system_work(village.ledger, actor) as work:
        make_keys(work, village.provider_id)
        return add_partner(work, village.provider_id, "Uusi kunta", PARTNER.card).id


def a_parcel_for(ledger: Ledger, provider_id: UUID, pupil: Pupil) -> bytes:
    """A package about a pupil, sealed by PARTNER for a provider."""
    with ledger.transaction() as transaction:
        keys = keys_of(transaction.session, provider_id)
        assert keys is not None
        card = keys.card
    origin = Origin(
        "Uusi kunta", "Tove Termonen", "kurator", "2026–27/T/0009", "2026-11-20", "2026-11-23T07:30:00+00:00"
    )
    passage = SentPassage("note", "2026-11-20", "", is_voice=False, text=TOLD)
    content = content_of(TransferRecord("fi", pupil, origin, "", [passage]), b"%PDF")
    return seal_parcel(content, uuid4().hex, origin.sent_at, PARTNER, card)


def _line(work: UnitOfWork, case: Case, giver: Someone, to_whom: str) -> UUID:
    """The journal's line of it."""
    entry = JournalEntry(
        id=uuid4(),
        kind=EntryKind.DISCLOSURE,
        occurred_on=work.facts.on,
        written_at=work.now,
        author_account_id=giver.account_id,
        author_person_id=giver.person_id,
        author_office=Role.CURATOR.value,
        **place_of(case),
    )
    line = {"what": TOLD, "to_whom": to_whom, "ground": "teaching", "necessity": "Tunnilla tarvitaan."}
    work.encrypt_document(entry, JournalEntry.document, line)
    work.session.add(entry)
    work.session.flush()
    return entry.id
