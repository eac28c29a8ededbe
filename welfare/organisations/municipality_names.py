"""What a municipality is called."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from welfare.organisations.models import Organisation, OrganisationKind
from welfare.organisations.reference import municipality


def municipality_names(session: Session, code: str) -> tuple[str, str] | None:
    """Its name in Finnish and in Swedish, or None: by the list of the country, else of the provider here that bears it.

    An invented municipality stands in no list, and is a provider here all the same.
    """
    if not code:
        return None
    if found := municipality(code):
        return found.name_fi, found.name_sv
    statement = select(Organisation).where(
        Organisation.kind == OrganisationKind.PROVIDER, Organisation.municipality_code == code
    )
    provider = session.scalars(statement.order_by(Organisation.id)).first()
    return (provider.name_fi, provider.name_sv) if provider else None
