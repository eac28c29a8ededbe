"""Who takes part, who leads, who leaves and who is shut out."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l

from welfare.ui.fields import LongText, Option, Select
from welfare.ui.forms import PageForm

REASON = 2000


class MemberForm(PageForm):
    """Somebody whom a consent in force names."""

    person = Select(
        _l("Who joins the group?"),
        hint=_l("Only people named by a consent in force can be chosen."),
        missing=_l("Choose who joins."),
    )

    def offer(self, people: Iterable[Option]) -> None:
        """Offer those named."""
        self.person.offer(people)


class ReasonForm(PageForm):
    """A reason that is kept sealed."""

    reason = LongText(_l("Why?"), rows=3, limit=REASON, missing=_l("Write the reason."))


class ResponsibleForm(PageForm):
    """Another member who leads."""

    member = Select(
        _l("Who leads the group from now on?"),
        hint=_l("A member whose own consent is in force."),
        missing=_l("Choose the new responsible person."),
    )
    reason = LongText(_l("Why?"), is_optional=True, rows=2, limit=REASON)

    def offer(self, members: Iterable[Option]) -> None:
        """Offer the other active members."""
        self.member.offer(members)


class LeadForm(PageForm):
    """Taking a vacant lead."""

    reason = LongText(
        _l("What has been agreed?"),
        hint=_l("If the group has talked it over. Kept sealed with the change."),
        is_optional=True,
        rows=2,
        limit=REASON,
    )


class ExclusionForm(PageForm):
    """A worker with a conflict of interest."""

    person = Select(_l("Who is shut out?"), missing=_l("Choose the worker."))
    reason = LongText(
        _l("What is the conflict of interest?"),
        hint=_l("Kept sealed. Only the responsible person of this matter reads it."),
        rows=3,
        limit=REASON,
        missing=_l("Write what the conflict is."),
    )

    def offer(self, people: Iterable[Option]) -> None:
        """Offer the staff."""
        self.person.offer(people)
