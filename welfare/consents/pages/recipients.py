"""Whom a mail to an outside participant goes to: the address is opened here, for the outbox and the consent desk."""

from uuid import UUID

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents.models import ExpressionOfWill
from welfare.mail.planning import Recipient
from welfare.rules.consent import Answer, ConsentKind


def participant_recipient(work: UnitOfWork, case_id: UUID, outsider_id: UUID) -> Recipient | None:
    """The address in the newest consent that names the participant; None where no consent ever did.

    Also one that has ended or been taken back since: that the meeting falls away must reach whoever awaits it.
    """
    asked = (ExpressionOfWill.case_id == case_id, ExpressionOfWill.outsider_id == outsider_id)
    is_yes = (
        ExpressionOfWill.kind == ConsentKind.OUTSIDER_PARTICIPATION,
        ExpressionOfWill.answer == Answer.GIVEN,
    )
    newest_first = (ExpressionOfWill.given_on.desc(), ExpressionOfWill.recorded_at.desc(), ExpressionOfWill.id)
    row = work.session.scalars(select(ExpressionOfWill).where(*asked, *is_yes).order_by(*newest_first)).first()
    if row is None:
        return None
    address: str | None = work.decrypt_document(row, ExpressionOfWill.document).get("outsider_email")
    holder = row.key_holder()
    return Recipient(address or "", row.language, holder.controller_id, holder.subject_id, holder.register)
