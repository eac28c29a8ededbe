"""The way from a client's page to the group. It reads nothing of the welfare register: there may be no group at all."""

from flask import url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.permissions import Permission, decide
from welfare.service_notes.links import ClientLink
from welfare.service_notes.models import ClientFile


def group_link(work: UnitOfWork, file: ClientFile) -> ClientLink | None:
    """For whoever may disclose out of this record."""
    if not decide(work.actor, Permission.CLIENT_DISCLOSE, work.facts).is_granted:
        return None
    return ClientLink(_("Tell the expert group"), url_for("service_disclosures.choose", client=file.id))
