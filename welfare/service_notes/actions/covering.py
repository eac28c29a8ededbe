"""Arranging who stands in during one's absence, and ending it early; its days alone open and shut (TihL 16 §)."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import select

from welfare.accounts.models import Account
from welfare.audit.unit_of_work import UnitOfWork
from welfare.rules.service_records import ServiceDesk
from welfare.rules.service_workers import CoverBlock, Days, last_day_if_ended, what_blocks_cover
from welfare.service_notes.actions.handing import NotAColleagueError
from welfare.service_notes.models import WorkerCover
from welfare.service_notes.queries.covers import covers_of
from welfare.service_notes.queries.workers import colleagues_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeCover:
    """Who stands in, on which days, and a word to the colleague."""

    cover_account_id: UUID
    days: Days
    note: str = ""


class CoverRefusedError(ValueError):
    """The days are turned round, past, too many, or have a cover already."""

    def __init__(self, blocks: Collection[CoverBlock]) -> None:
        super().__init__(", ".join(blocks))
        self.blocks = tuple(blocks)


def arrange_cover(work: UnitOfWork, desk: ServiceDesk, command: ArrangeCover) -> WorkerCover:
    """Let a colleague see and write about all one's clients on these days.

    Raises CoverRefusedError, NotAColleagueError.
    """
    me = work.actor.account_id
    colleagues = colleagues_in(work.session, desk, work.facts.on, besides=me)
    colleague = next((each for each in colleagues if each.account_id == command.cover_account_id), None)
    if colleague is None:
        raise NotAColleagueError
    work.session.execute(select(Account.id).where(Account.id == me).with_for_update())
    arranged = [each.days for each in covers_of(work.session, me, desk, work.facts.on)]
    blocks = what_blocks_cover(command.days, arranged, work.facts.on)
    if blocks:
        raise CoverRefusedError(blocks)
    cover = WorkerCover(
        id=uuid4(),
        controller_id=desk.controller_id,
        register=desk.register,
        worker_account_id=me,
        worker_person_id=work.actor.person_id,
        cover_account_id=colleague.account_id,
        cover_person_id=colleague.person.id,
        first_on=command.days.first,
        last_on=command.days.last,
        arranged_at=work.now,
    )
    if command.note:
        work.encrypt(cover, WorkerCover.note, command.note)
    work.session.add(cover)
    work.session.flush()
    work.note(desk.controller_id, desk.register, ("account", colleague.account_id), cover="arranged")
    return cover


def end_cover(work: UnitOfWork, cover: WorkerCover) -> None:
    """End it at once; of one that is over nothing is changed."""
    if cover.last_on < work.facts.on or cover.ended_at is not None:
        return
    cover.last_on, cover.ended_at = last_day_if_ended(cover.days, work.facts.on), work.now
    work.session.add(cover)
    work.session.flush()
    work.note(cover.controller_id, cover.register, ("account", cover.cover_account_id), cover="ended")
