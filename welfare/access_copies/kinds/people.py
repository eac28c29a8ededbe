"""What the directory holds about a person: name and code, contact details and address, school, and guardians."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.access_copies.kinds.kind import Beside, RecordKind
from welfare.crypto.sealed import Sealed
from welfare.organisations.models import Organisation, SchoolClass
from welfare.organisations.reference import Municipality, municipalities
from welfare.people.models import Enrolment, Guardianship, Person
from welfare.ui.formats import date_text
from welfare.ui.locale import current_locale


@dataclass(frozen=True, slots=True)
class _Home:
    municipality: Municipality

    def __str__(self) -> str:
        return self.municipality.name_sv if current_locale() == "sv" else self.municipality.name_fi


MUNICIPALITIES = {each.code: _Home(each) for each in municipalities()}


def _beside(session: Session, person: Sealed) -> Iterator[Beside]:
    """The classes a student is or was in, and the guardians with what each may do."""
    of_student = (
        select(Enrolment, Organisation, SchoolClass)
        .join(Organisation, Organisation.id == Enrolment.school_id)
        .join(SchoolClass, SchoolClass.id == Enrolment.class_id)
        .where(Enrolment.student_id == person.id)
        .order_by(Enrolment.begins_on, Enrolment.id)
    )
    for enrolment, school, group in session.execute(of_student):
        until = date_text(enrolment.ends_on) if enrolment.ends_on else ""
        days = f"{date_text(enrolment.begins_on)} – {until}".rstrip()
        text = f"{school.name(current_locale())}, {group.name}, {days}"
        stands = f"{school.id} {group.name} {enrolment.begins_on} {enrolment.ends_on}"
        yield Beside(f"enrolment.{enrolment.id.hex}", _("School and class"), text, is_place=True, stands=stands)
    guardians = select(Guardianship).where(Guardianship.student_id == person.id)
    for guardianship in session.scalars(guardians.order_by(Guardianship.begins_on, Guardianship.id)):
        has = (guardianship.has_custody, guardianship.decides, guardianship.may_receive_information)
        rights = (_("has custody"), _("decides"), _("may be told"))
        said = ", ".join(right for right, is_theirs in zip(rights, has, strict=True) if is_theirs)
        key, whose = f"guardian.{guardianship.id.hex}", guardianship.guardian_id
        yield Beside(key, _("Guardian"), said, person_id=whose, stands=repr(has))


PEOPLE = (
    RecordKind(
        code="person",
        words=_l("Directory of people"),
        model=Person,
        at=None,
        documents=(Person.identity,),
        texts=((Person.identity_code, _l("Personal identity code")),),
        among=lambda subject_id: Person.id == subject_id,
        beside=_beside,
    ),
    RecordKind(
        code="contact",
        words=_l("Contact details and address in the directory"),
        model=Person,
        at=None,
        documents=(Person.contact, Person.place),
        values={"home_municipality": MUNICIPALITIES},
        among=lambda subject_id: Person.id == subject_id,
        only=Person.contact.is_not(None) | Person.place.is_not(None),
        is_home=True,
    ),
)
