"""The first administrator of an instance, made with a one-time code instead of a default account (ASVS 5.0 V6.3.2)."""

from base64 import b32encode
from dataclasses import dataclass
from datetime import timedelta
from secrets import token_bytes

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from welfare.accounts.actions.accounts import create_account
from welfare.accounts.actions.staff import NewStaff, create_staff
from welfare.accounts.models import Account, SetUpCode
from welfare.accounts.passwords import Hashing
from welfare.accounts.throttle import NO_WAIT, by_set_up, forget_tries, take_try
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.reference import County, Municipality, county
from welfare.rules.actors import Role, World
from welfare.rules.registers import HOUSE, Register

CODE_LIVES = timedelta(minutes=15)
_CODE_BYTES = 15
_GROUP = 6


class SetUpRefusedError(Exception):
    """The code is unknown, used or too old; with how long to wait after too many tries."""

    def __init__(self, wait: timedelta = NO_WAIT) -> None:
        super().__init__("refused")
        self.wait = wait


@dataclass(frozen=True)
class SetUp:
    """Who becomes the first administrator, and of which county or municipality."""

    place: County | Municipality
    given_name: str
    family_name: str
    username: str
    password: str


def make_set_up_code(work: UnitOfWork) -> str:
    """A new code, which lives for a quarter of an hour and works once; codes made before die."""
    code = b32encode(token_bytes(_CODE_BYTES)).decode().lower()
    work.session.execute(delete(SetUpCode).where(SetUpCode.used_at.is_(None)))
    work.session.add(SetUpCode(digest=_digest(work, code), expires_at=work.now + CODE_LIVES))
    work.note(HOUSE, Register.SESSION, set_up="code_made")
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def may_be_set_up(work: UnitOfWork) -> bool:
    """Whether there is anything to set up: a code that lives, or nobody at all."""
    is_live = (SetUpCode.used_at.is_(None), SetUpCode.expires_at > work.now)
    has_code = work.session.scalar(select(SetUpCode.id).where(*is_live).limit(1)) is not None
    return has_code or work.session.scalar(select(Account.id).limit(1)) is None


def use_set_up_code(work: UnitOfWork, code: str, address: str) -> None:
    """Use the code up in one atomic move. Raises SetUpRefusedError."""
    counter = by_set_up(work, address)
    wait = take_try(work, counter)
    if wait:
        raise SetUpRefusedError(wait)
    statement = (
        update(SetUpCode)
        .where(
            SetUpCode.digest == _digest(work, code.lower()),
            SetUpCode.used_at.is_(None),
            SetUpCode.expires_at > work.now,
        )
        .values(used_at=work.now)
        .returning(SetUpCode.id)
    )
    if work.session.scalar(statement) is None:
        work.note(HOUSE, Register.SESSION, set_up="wrong_code")
        raise SetUpRefusedError
    forget_tries(work, counter)


def set_up(work: UnitOfWork, command: SetUp, hashing: Hashing) -> Account:
    """Make the organisation and its first administrator. Raises UsernameTakenError."""
    organisation = _organisation(work, command.place)
    person = create_staff(
        work,
        NewStaff(
            controller_id=organisation.id,
            given_name=command.given_name,
            family_name=command.family_name,
            role=Role.ADMINISTRATOR,
            organisation_id=organisation.id,
            begins_on=work.facts.on,
        ),
    )
    account = create_account(work, person, World.STAFF, command.username, command.password, hashing=hashing)
    work.note(HOUSE, Register.SESSION, ("account", account.id), set_up="done")
    return account


def _organisation(work: UnitOfWork, place: County | Municipality) -> Organisation:
    if isinstance(place, County):
        return _county(work, place)
    known = _find(work.session, OrganisationKind.PROVIDER, municipality_code=place.code)
    if known is not None:
        return known
    around = county(place.county_code)
    parent_id = _county(work, around).id if around else None
    made = Organisation(
        kind=OrganisationKind.PROVIDER,
        parent_id=parent_id,
        county_id=parent_id,
        municipality_code=place.code,
        name_fi=place.name_fi,
        name_sv=place.name_sv,
    )
    return _added(work, made)


def _county(work: UnitOfWork, place: County) -> Organisation:
    known = _find(work.session, OrganisationKind.COUNTY, official_code=place.code)
    made = Organisation(
        kind=OrganisationKind.COUNTY, official_code=place.code, name_fi=place.name_fi, name_sv=place.name_sv
    )
    return known or _added(work, made)


def _added(work: UnitOfWork, organisation: Organisation) -> Organisation:
    work.session.add(organisation)
    work.session.flush()
    return organisation


def _find(session: Session, kind: OrganisationKind, **code: str) -> Organisation | None:
    return session.scalars(select(Organisation).filter_by(kind=kind, **code)).first()


def _digest(work: UnitOfWork, code: str) -> bytes:
    return work.fingerprint(HOUSE, "set-up code", code)
