"""Gathering the parts of a copy, and looking at them one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from welfare.access_copies.actions.steps import check_step
from welfare.access_copies.models import AccessCopy, CopyPart
from welfare.access_copies.queries import moment_of, parts_of, records_of
from welfare.audit.unit_of_work import UnitOfWork
from welfare.datarights.asked import IdentityWay
from welfare.datarights.queries import may_be_told
from welfare.datarights.steps import IdentityNotSureError, NoRightError, TakenError
from welfare.rules.access_copies import CopyLimit, CopyState, Span, seen_as
from welfare.rules.registers import Register


class StalePartError(RuntimeError):
    """Somebody else has looked at the part since, or its record has changed."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many records came, changed and went since the last time."""

    fresh: int
    changed: int
    gone: int

    @property
    def is_news(self) -> bool:
        """Whether anything is not as it was."""
        return bool(self.fresh or self.changed or self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a reviewer leaves out of one part."""

    revision: int
    withheld: CopyLimit | None = None
    spans: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    seen: Mapping[str, str] = field(default_factory=dict)
    """The texts in which the spans stand: some, like a name, can change without their record."""


def gather(work: UnitOfWork, copy: AccessCopy) -> Gathered:
    """List every record there is today. What has been looked at stays looked at where its record is unchanged.

    Nothing is opened. Raises TakenError, IdentityNotSureError, NoRightError.
    """
    work.session.refresh(copy, with_for_update=True)
    if copy.state not in {CopyState.RECEIVED, CopyState.REVIEW}:
        raise TakenError
    if copy.identity_way is IdentityWay.NOT_SURE:
        raise IdentityNotSureError
    if not may_be_told(work.session, copy, work.facts):
        raise NoRightError
    known = {(part.kind, part.row_id): part for part in parts_of(work.session, copy)}
    fresh = changed = 0
    for kind, row in records_of(work.session, copy, work.facts.on):
        part, state = known.pop((kind.code, row.id), None), kind.state_of(work.session, row)
        if part is None:
            part = CopyPart(
                id=uuid4(), copy_id=copy.id, controller_id=copy.controller_id, kind=kind.code, row_id=row.id
            )
            fresh += 1
        elif part.row_revision != state:
            part.looked_at = part.looked_by = part.document = None
            part.has_spans = part.is_withheld = False
            changed += 1
        part.row_revision, part.at = state, moment_of(kind, row)
        work.session.add(part)
    for part in known.values():
        work.session.delete(part)
    copy.state, copy.gathered_at = CopyState.REVIEW, work.now
    work.session.flush()
    work.note(copy.controller_id, Register.AUDIT, *copy.about(), gathered=fresh, changed=changed, gone=len(known))
    return Gathered(fresh, changed, len(known))


def look_at(work: UnitOfWork, copy: AccessCopy, part: CopyPart, looked: Looked) -> None:
    """Keep what is left out of a part that has been looked at. Raises TakenError, StalePartError."""
    check_step(work, copy, CopyState.DECIDED)
    if copy.state is not CopyState.REVIEW:
        raise TakenError
    work.session.refresh(part, with_for_update=True)
    if part.revision != looked.revision:
        raise StalePartError
    spans: dict[str, Any] = {
        key: [[span.start, span.end, span.limit.value] for span in sorted(found)]
        for key, found in looked.spans.items()
        if found and looked.withheld is None
    }
    part.is_withheld, part.has_spans = looked.withheld is not None, bool(spans)
    part.document = None
    if looked.withheld is not None:
        work.encrypt_document(part, CopyPart.document, {"withheld": looked.withheld.value})
    elif spans:
        seen = {key: seen_as(looked.seen[key]) for key in spans}
        work.encrypt_document(part, CopyPart.document, {"spans": spans, "seen": seen})
    part.looked_at, part.looked_by = work.now, work.actor.account_id
    work.session.flush()
