"""Handing a client over to a colleague of the same service, who accepts or declines; until then nothing changes."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.service_records import ServiceDesk
from welfare.rules.service_workers import HandOverAnswer
from welfare.service_notes.actions.drafting import forget_drafts
from welfare.service_notes.models import ClientFile, HandOver
from welfare.service_notes.queries.parts import open_offer_of
from welfare.service_notes.queries.workers import colleagues_in


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferClient:
    """To whom, and why: the reason is read by the receiver before the file is."""

    to_account_id: UUID
    reason: str


class NotAColleagueError(LookupError):
    """The one named does not work in this register today, or cannot sign in."""


class OfferAnsweredError(RuntimeError):
    """The client is offered already, or the offer has been answered or taken back meanwhile."""


def offer_client(work: UnitOfWork, file: ClientFile, command: OfferClient) -> HandOver:
    """Offer one's client to a colleague. Raises NotAColleagueError, OfferAnsweredError."""
    desk = ServiceDesk(file.register, file.controller_id)
    colleagues = colleagues_in(work.session, desk, work.facts.on, besides=file.worker_account_id)
    colleague = next((each for each in colleagues if each.account_id == command.to_account_id), None)
    if colleague is None:
        raise NotAColleagueError
    work.session.execute(select(ClientFile.id).where(ClientFile.id == file.id).with_for_update())
    if open_offer_of(work.session, file.id) is not None:
        raise OfferAnsweredError
    offer = HandOver(
        id=uuid4(),
        file_id=file.id,
        student_id=file.student_id,
        controller_id=file.controller_id,
        register=file.register,
        from_account_id=file.worker_account_id,
        from_person_id=file.worker_person_id,
        to_account_id=colleague.account_id,
        to_person_id=colleague.person.id,
        offered_at=work.now,
    )
    work.encrypt(offer, HandOver.reason, command.reason)
    work.session.add(offer)
    work.session.flush()
    work.note(file.controller_id, file.register, ("account", colleague.account_id), hand_over="offered")
    return offer


def accept_offer(work: UnitOfWork, offer: HandOver) -> ClientFile:
    """Take the client: from now on one's own, and not the other's any more. Raises OfferAnsweredError."""
    file = work.session.get_one(ClientFile, offer.file_id)
    _answer(work, offer, HandOverAnswer.ACCEPTED)
    file.worker_account_id, file.worker_person_id = offer.to_account_id, offer.to_person_id
    forget_drafts(work, file, offer.from_account_id)
    work.session.add(file)
    work.session.flush()
    return file


def decline_offer(work: UnitOfWork, offer: HandOver, words: str) -> None:
    """Leave the client with its worker, and say why. Raises OfferAnsweredError."""
    work.encrypt(offer, HandOver.note, words)
    _answer(work, offer, HandOverAnswer.DECLINED)


def take_offer_back(work: UnitOfWork, file: ClientFile) -> None:
    """End one's own offer before it is answered. Raises OfferAnsweredError."""
    offer = open_offer_of(work.session, file.id)
    if offer is None:
        raise OfferAnsweredError
    _answer(work, offer, HandOverAnswer.WITHDRAWN)


def _answer(work: UnitOfWork, offer: HandOver, answer: HandOverAnswer) -> None:
    if offer.answer is not None:
        raise OfferAnsweredError
    offer.answer, offer.answered_at = answer, work.now
    work.session.add(offer)
    work.session.flush()
    work.note(offer.controller_id, offer.register, hand_over=answer.value)
