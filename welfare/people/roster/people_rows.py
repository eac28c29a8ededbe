"""Rows of users: from cells to records."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import NamedTuple

from welfare.people.roster.cells import CellReader, several, sorted_ids
from welfare.people.roster.codes import ProblemCode
from welfare.people.roster.records import STAFF_ROLES, UserRole, UserRow
from welfare.people.roster.tables import Sheet
from welfare.people.roster.titles import Titles
from welfare.rules.actors import Role
from welfare.rules.identity_code import Fault, IdentityCodeError, parse

IDENTITY_CODE = "metadata.personalIdentityCode"
HOME_MUNICIPALITY = "metadata.homeMunicipality"
TITLE = "metadata.title"
CODE_OF_FAULT = {
    Fault.FORMAT: ProblemCode.IDENTITY_CODE_FORMAT,
    Fault.SEPARATOR: ProblemCode.IDENTITY_CODE_SEPARATOR,
    Fault.DATE: ProblemCode.IDENTITY_CODE_DATE,
    Fault.NUMBER: ProblemCode.IDENTITY_CODE_NUMBER,
    Fault.ARTIFICIAL: ProblemCode.IDENTITY_CODE_ARTIFICIAL,
    Fault.CHECK: ProblemCode.IDENTITY_CODE_CHECK,
}


class UserCells(NamedTuple):
    """Used cells of users.csv."""

    source_id: str
    status: str
    is_enabled: str
    org_ids: str
    role: str
    username: str
    given_name: str
    family_name: str
    middle_name: str
    email: str
    sms: str
    phone: str
    agent_ids: str
    grades: str
    identity_code: str
    home_municipality: str
    language: str
    is_address_restricted: str
    street: str
    postal_code: str
    city: str
    decides_ids: str
    informed_ids: str
    title: str


USERS = Sheet(
    UserCells._make,
    (
        "sourcedId",
        "status",
        "enabledUser",
        "orgSourcedIds",
        "role",
        "username",
        "givenName",
        "familyName",
        "middleName",
        "email",
        "sms",
        "phone",
        "agentSourcedIds",
        "grades",
        IDENTITY_CODE,
        HOME_MUNICIPALITY,
        "metadata.language",
        "metadata.addressRestricted",
        "metadata.streetAddress",
        "metadata.postalCode",
        "metadata.city",
        "metadata.decides",
        "metadata.mayReceiveInformation",
        TITLE,
    ),
    long_columns=frozenset({"orgSourcedIds", "agentSourcedIds", "metadata.decides", "metadata.mayReceiveInformation"}),
)


@dataclass(frozen=True, slots=True)
class UserReader:
    """Reads users by the rules of this installation."""

    titles: Titles
    municipality_codes: Container[str]
    allow_artificial: bool

    def __call__(self, cells: UserCells, read: CellReader) -> UserRow | None:
        """A person; None when the role is unknown."""
        role = read.choice("role", cells.role, UserRole)
        code, birth_date = self._identity(cells.identity_code, read)
        if role is None:
            return None
        return UserRow(
            source_id=intern(cells.source_id),
            row=read.pen.row,
            role=role,
            is_enabled=read.flag("enabledUser", cells.is_enabled),
            org_ids=several(read.needed("orgSourcedIds", cells.org_ids)),
            username=cells.username.lower(),
            given_name=intern(read.needed("givenName", cells.given_name)),
            middle_name=intern(cells.middle_name),
            family_name=intern(read.needed("familyName", cells.family_name)),
            email=read.email("email", cells.email),
            phone=read.phone("sms", cells.sms) or read.phone("phone", cells.phone),
            agent_ids=sorted_ids(cells.agent_ids),
            grades=read.grades("grades", cells.grades),
            identity_code=code,
            birth_date=birth_date,
            home_municipality=self._municipality(cells.home_municipality, read),
            language=read.language("metadata.language", cells.language),
            is_address_restricted=read.flag("metadata.addressRestricted", cells.is_address_restricted),
            street=cells.street,
            postal_code=intern(cells.postal_code),
            city=intern(cells.city),
            decides_ids=sorted_ids(cells.decides_ids),
            informed_ids=sorted_ids(cells.informed_ids),
            title=intern(cells.title),
            staff_role=self._staff_role(role, cells.title, read),
        )

    def _identity(self, text: str, read: CellReader) -> tuple[str, date | None]:
        """The code and the birth date in it; nothing for a blank cell or, noted, for a wrong one (Decree 690/2022)."""
        if not text:
            return "", None
        try:
            code = parse(text, allow_artificial=self.allow_artificial)
        except IdentityCodeError as error:
            read.pen.note(CODE_OF_FAULT[error.fault], IDENTITY_CODE, text)
            return "", None
        return code.text, code.birth_date

    def _municipality(self, text: str, read: CellReader) -> str:
        if text and text not in self.municipality_codes:
            read.pen.note(ProblemCode.BAD_MUNICIPALITY, HOME_MUNICIPALITY, text)
            return ""
        return intern(text)

    def _staff_role(self, role: UserRole, title: str, read: CellReader) -> Role | None:
        """The role a title gives to staff. An unknown title is listed and gives none."""
        if role not in STAFF_ROLES:
            return None
        found = self.titles.role_of(title)
        if found is None:
            read.pen.note(ProblemCode.UNKNOWN_TITLE if title else ProblemCode.MISSING_TITLE, TITLE, title)
        return found
