"""Keeping a provider's arrangements: each change of words is a new version, and none is ever lost."""

from dataclasses import asdict, dataclass
from uuid import UUID, uuid4

from welfare.arrangements.models import Arrangement, ArrangementVersion
from welfare.arrangements.queries import newest_versions, version_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.arrangements import CatalogueState
from welfare.rules.registers import Register


class NameTakenError(ValueError):
    """Another arrangement that the provider offers has this name: nobody could tell them apart."""


class StaleArrangementError(RuntimeError):
    """Somebody has saved the arrangement since the form was drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What an arrangement is called, what it is, and when it can be used, in both languages."""

    name_fi: str
    name_sv: str
    description_fi: str
    description_sv: str
    conditions_fi: str
    conditions_sv: str


def add_arrangement(work: UnitOfWork, provider_id: UUID, wording: Wording) -> Arrangement:
    """Offer something new. Raises NameTakenError."""
    _check_name(work, provider_id, wording, None)
    arrangement = Arrangement(id=uuid4(), controller_id=provider_id, state=CatalogueState.ACTIVE, newest=0)
    work.session.add(arrangement)
    work.session.flush()
    _write_version(work, arrangement, wording)
    _note(work, arrangement, "added")
    return arrangement


def change_arrangement(
    work: UnitOfWork, arrangement: Arrangement, wording: Wording, state: CatalogueState, revision: int
) -> None:
    """Word it anew, or offer it no more. Raises StaleArrangementError, NameTakenError."""
    if arrangement.revision != revision:
        raise StaleArrangementError
    if state is CatalogueState.ACTIVE:
        _check_name(work, arrangement.controller_id, wording, arrangement.id)
    if wording != wording_of(version_of(work.session, arrangement)):
        _write_version(work, arrangement, wording)
    arrangement.state = state
    work.session.flush()
    _note(work, arrangement, "changed" if state is CatalogueState.ACTIVE else "ended")


def wording_of(version: ArrangementVersion) -> Wording:
    """The words of a version."""
    return Wording(
        name_fi=version.name_fi,
        name_sv=version.name_sv,
        description_fi=version.description_fi,
        description_sv=version.description_sv,
        conditions_fi=version.conditions_fi,
        conditions_sv=version.conditions_sv,
    )


def _write_version(work: UnitOfWork, arrangement: Arrangement, wording: Wording) -> None:
    arrangement.newest += 1
    version = ArrangementVersion(
        id=uuid4(),
        arrangement_id=arrangement.id,
        number=arrangement.newest,
        saved_at=work.now,
        saved_by=work.actor.account_id,
        **asdict(wording),
    )
    work.session.add(version)
    work.session.flush()


def _check_name(work: UnitOfWork, provider_id: UUID, wording: Wording, own_id: UUID | None) -> None:
    """Compared as people read names: in small letters."""
    wanted = {wording.name_fi.casefold(), wording.name_sv.casefold()}
    for arrangement, version in newest_versions(work.session, provider_id):
        is_rival = arrangement.state is CatalogueState.ACTIVE and arrangement.id != own_id
        if is_rival and wanted & {version.name_fi.casefold(), version.name_sv.casefold()}:
            raise NameTakenError


def _note(work: UnitOfWork, arrangement: Arrangement, what: str) -> None:
    subject = ("arrangement", arrangement.id)
    work.note(arrangement.controller_id, Register.COMMUNAL, subject, arrangement=what, version=arrangement.newest)
