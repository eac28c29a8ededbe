"""What leaves the journals of the demonstration: a copy to read, a paper, a note to teachers, a record, and keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from welfare.cases.queries import load_case
from welfare.disclosures.actions import GiveDisclosure, Reader, give
from welfare.disclosures.actions.notifying import RecordNotification, record_notification
from welfare.disclosures.actions.parcels import make_keys
from welfare.disclosures.actions.teacher_notes import TellTeachers, tell_teachers
from welfare.disclosures.passages import Excerpt
from welfare.journal.actions import NewEntry
from welfare.organisations.loaders import load_provider
from welfare.rules.disclosure import DisclosureGround
from welfare.rules.giving import How
from welfare.rules.journal import EntryKind
from welfare.rules.notifications import NotificationGround
from welfare.rules.permissions import Permission
from welfare.rules.teacher_notes import Period
from welfare.web.seeding.stage import Asked, Stage
from welfare.web.seeding.troupe import Player


@dataclass(frozen=True, slots=True)
class Passage:
    """Something picked out of a journal, and the journal's line of its being given."""

    line: Mapping[str, str]
    ground: DisclosureGround
    excerpt: Excerpt


def tell(stage: Stage, lead: UUID, case_id: UUID, words: Mapping[str, str], until: date) -> None:
    """The lead tells the teachers what to do in class from today on."""
    with stage.scene(lead, Permission.TEACHER_NOTE_GIVE, _case(case_id)) as (work, case):
        period = Period(work.facts.on, until)
        document = {**words, "ground": DisclosureGround.TEACHING.value, "how": "Ohje opettajille"}
        entry = NewEntry(
            kind=EntryKind.DISCLOSURE,
            occurred_on=work.facts.on,
            office=work.actor.posts[0].role,
            document=document,
            replaces_draft=False,
        )
        tell_teachers(work, case, TellTeachers(entry=entry, text=words["what"], period=period))


def give_to(stage: Stage, lead: UUID, case_id: UUID, reader: Player, passage: Passage) -> None:
    """The lead gives somebody at the school a passage to read."""
    _give(stage, lead, case_id, passage, Reader(reader.id, reader.person_id))


def print_for(stage: Stage, lead: UUID, case_id: UUID, passage: Passage) -> None:
    """The lead gives somebody outside a paper, which has not been handed over yet."""
    _give(stage, lead, case_id, passage)


def notify(stage: Stage, maker: UUID, case_id: UUID, kept_in: str) -> None:
    """A member has asked child protection to look, together with the child."""
    with stage.scene(maker, Permission.NOTICE_RECORD, _case(case_id)) as (work, case):
        command = RecordNotification(
            ground=NotificationGround.TOGETHER,
            made_on=work.facts.on,
            office=work.actor.posts[0].role,
            kept_in=kept_in,
        )
        record_notification(work, case, command)


def make_provider_keys(stage: Stage, administrator: UUID, provider_id: UUID) -> None:
    """The administrator makes the provider's keys for packages."""
    with stage.scene(administrator, Permission.TRANSFER_KEYS, Asked("provider", load_provider, provider_id)) as (
        work,
        _,
    ):
        make_keys(work, provider_id)


def _give(stage: Stage, lead: UUID, case_id: UUID, passage: Passage, reader: Reader | None = None) -> None:
    with stage.scene(lead, Permission.DISCLOSURE_RECORD, _case(case_id)) as (work, case):
        how = How.READ_HERE if reader else How.PAPER
        document = {**passage.line, "ground": passage.ground.value, "how": "Luetaan täällä" if reader else "Paperilla"}
        entry = NewEntry(
            kind=EntryKind.DISCLOSURE,
            occurred_on=work.facts.on,
            office=work.actor.posts[0].role,
            document=document,
        )
        excerpts = [passage.excerpt]
        give(work, case, GiveDisclosure(entry=entry, ground=passage.ground, how=how, excerpts=excerpts, reader=reader))


def _case(case_id: UUID) -> Asked:
    return Asked("case", load_case, case_id)
