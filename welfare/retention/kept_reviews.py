"""What is kept of readers whose openings stood out, and of breaches."""

from collections.abc import Iterator

from sqlalchemy import select

from welfare.breaches.models import Breach
from welfare.log_reviews.models import Finding
from welfare.retention.looking import Found, Looking, day_of
from welfare.rules.breaches import BreachState
from welfare.rules.log_review import FindingState
from welfare.rules.retention import RecordKind
from welfare.rules.retention_ends import Life, Thing


def findings(look: Looking) -> Iterator[Found]:
    """Those that belong to no file of a breach; the others go with it."""
    row = Finding
    columns = (row.id, row.student_id, row.state, row.decided_at)
    alone = select(*columns).where(look.own(row), row.breach_id.is_(None))
    for each in look.session.execute(alone.order_by(row.decided_at, row.id)):
        life = Life(is_open=each.state is FindingState.OPEN, closed_on=day_of(each.decided_at))
        found = look.judge([RecordKind.LOG_REVIEW], life)
        yield Found(Thing.FINDING, each.id, each.student_id, "", found, each.decided_at)


def breaches(look: Looking) -> Iterator[Found]:
    """Files with whoever they concern, and the findings that led to them."""
    row = Breach
    columns = (row.id, row.state, row.closed_at)
    for each in look.session.execute(select(*columns).where(look.own(row)).order_by(row.closed_at, row.id)):
        life = Life(is_open=each.state is not BreachState.CLOSED, closed_on=day_of(each.closed_at))
        found = look.judge([RecordKind.BREACH_FILE], life)
        yield Found(Thing.BREACH, each.id, None, "", found, each.closed_at)
