"""Parcels between providers: sealed and opened here, for texts are opened in pages and nowhere else."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from welfare.audit.gap import Gap
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.consents.models import ExpressionOfWill
from welfare.crypto.parcels import Keys, Parcel, UnknownSenderError, open_parcel, seal_parcel
from welfare.disclosures.actions.parcels import ReceiveParcel
from welfare.disclosures.models import Disclosure, TransferKeys, TransferPartner
from welfare.disclosures.pages.copies import CopyPage
from welfare.disclosures.pages.paper import disclosure_paper
from welfare.disclosures.passages import Excerpt
from welfare.disclosures.queries.parcels import keys_of, partner_by
from welfare.disclosures.transfer_record import Origin, Pupil, SentPassage, TransferRecord, content_of, record_in
from welfare.documents.pdf import pdf_of
from welfare.journal.actions import NewEntry
from welfare.journal.queries import offices_of
from welfare.journal.words import KIND_WORDS
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.people.pages import PersonName
from welfare.rules.journal import EntryKind
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


class NoKeysError(ValueError):
    """The provider has no keys, or they cannot be opened."""


class AnotherStudentError(ValueError):
    """The parcel is about another student than the matter."""


def parcel_of(work: UnitOfWork, case: Case, row: Disclosure) -> bytes:
    """The file of a disclosure to a new provider. Raises NoKeysError."""
    partner = work.session.get_one(TransferPartner, row.partner_id)
    record = _record(work, case, row)
    content = content_of(record, pdf_of(disclosure_paper(work, row)))
    keys = _keys(work, case.controller_id)
    return seal_parcel(content, row.id.hex, row.given_at.isoformat(), keys, partner.card)


def open_arrival(work: UnitOfWork, case: Case, parcel: Parcel) -> ReceiveParcel:
    """Open a parcel for a matter.

    Raises welfare.crypto.parcels.ParcelError, MalformedRecordError, NoKeysError and AnotherStudentError.
    """
    partner = partner_by(work.session, case.controller_id, parcel.header.sender)
    content = open_parcel(parcel, _keys(work, case.controller_id), partner.card if partner else None)
    if partner is None:
        raise UnknownSenderError
    record = record_in(content)
    _check_student(work, case, record)
    document = {"heading": _("Received from %(provider)s", provider=partner.name), "information": _text(record)}
    entry = NewEntry(
        kind=EntryKind.NOTE,
        occurred_on=work.facts.on,
        office=offices_of(work.actor)[0],
        document=document,
        replaces_draft=False,
    )
    return ReceiveParcel(number=parcel.header.number, partner_id=partner.id, entry=entry)


def _record(work: UnitOfWork, case: Case, row: Disclosure) -> TransferRecord:
    student = work.session.get_one(Person, case.student_id)
    name = PersonName.of(work, student)
    page = CopyPage.of(work, row)
    document = work.decrypt_document(row, Disclosure.document)
    provider = work.session.get_one(Organisation, case.controller_id)
    consent = work.session.get_one(ExpressionOfWill, row.consent_id)
    return TransferRecord(
        language=current_locale(),
        pupil=Pupil(
            given_name=name.given,
            family_name=name.family,
            birth_date=name.born_on.isoformat() if name.born_on else "",
            identity_code=work.decrypt(student, Person.identity_code),
        ),
        origin=Origin(
            provider=provider.name(current_locale()),
            giver=page.given_by,
            office=page.office,
            consent_number=consent.number,
            consent_given_on=consent.given_on.isoformat(),
            sent_at=row.given_at.isoformat(),
        ),
        words=document["words"],
        passages=[_sent(Excerpt.kept(each)) for each in document.get("passages") or ()],
    )


def _sent(excerpt: Excerpt) -> SentPassage:
    return SentPassage(excerpt.kind.value, excerpt.day.isoformat(), excerpt.label, excerpt.is_voice, excerpt.text)


def _keys(work: UnitOfWork, provider_id: UUID) -> Keys:
    row = keys_of(work.session, provider_id)
    if row is None:
        raise NoKeysError
    document = work.decrypt_document(row, TransferKeys.document)
    if isinstance(document["box"], Gap):
        raise NoKeysError
    return Keys(bytes.fromhex(document["box"]), bytes.fromhex(document["sign"]))


def _check_student(work: UnitOfWork, case: Case, record: TransferRecord) -> None:
    """By the identity code where both have one; else by name and birth date. Raises AnotherStudentError."""
    student = work.session.get_one(Person, case.student_id)
    code = work.decrypt(student, Person.identity_code)
    if code and record.pupil.identity_code:
        is_same = code == record.pupil.identity_code
    else:
        name = PersonName.of(work, student)
        born = name.born_on.isoformat() if name.born_on else ""
        told = (record.pupil.given_name, record.pupil.family_name, record.pupil.birth_date)
        is_same = bool(born) and (name.given, name.family, born) == told
    if not is_same:
        raise AnotherStudentError


def _text(record: TransferRecord) -> str:
    """What goes into the journal of the receiver: the words as they were sent, and where they come from."""
    origin = record.origin
    first = _(
        "Sent by %(name)s, %(office)s, %(provider)s, by consent %(number)s of %(day)s.",
        name=origin.giver,
        office=origin.office,
        provider=origin.provider,
        number=origin.consent_number,
        day=date_text(date.fromisoformat(origin.consent_given_on)),
    )
    return "\n".join([first, *([record.words] if record.words else []), *_lines(record)])


def _lines(record: TransferRecord) -> Iterator[str]:
    for each in record.passages:
        day = date_text(date.fromisoformat(each.day))
        source = f"{KIND_WORDS[EntryKind(each.kind)]} {day}"
        label = f" · {each.label}" if each.label else ""
        yield f"{source}{label}: {each.text}"
