"""Naming a group for a term: what it is for, from when to when, and by which decision."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l

from welfare.communal.actions.groups import GroupTerms
from welfare.communal.guard import GuardedForm
from welfare.communal.models.groups import LONGEST_LINE, LONGEST_TASKS, WelfareGroup
from welfare.ui.fields import Checkboxes, ChoiceTiles, DateText, LongText, Option, TextLine
from welfare.ui.forms import RevisedForm


class GroupTermsForm(GuardedForm):
    """What every group has."""

    begins_on = DateText(_l("First day of the term"), missing=_l("Write the first day."))
    ends_on = DateText(
        _l("Last day of the term"),
        hint=_l("As a rule the school year. A council’s term, four years, is the most."),
        missing=_l("Write the last day."),
    )
    tasks_fi = LongText(_l("Tasks in Finnish"), missing=_l("Write the tasks in Finnish."), rows=6, limit=LONGEST_TASKS)
    tasks_sv = LongText(_l("Tasks in Swedish"), missing=_l("Write the tasks in Swedish."), rows=6, limit=LONGEST_TASKS)
    decision = TextLine(
        _l("By which decision?"),
        hint=_l("For example the number or the section of the principal’s decision."),
        is_optional=True,
        limit=LONGEST_LINE,
    )

    def to_terms(self) -> GroupTerms:
        """What was typed."""
        return GroupTerms(
            begins_on=self.begins_on.data,
            ends_on=self.ends_on.data,
            tasks_fi=self.tasks_fi.data,
            tasks_sv=self.tasks_sv.data,
            decision=self.decision.data,
        )


class NameGroupForm(GroupTermsForm):
    """A group that begins."""

    language = ChoiceTiles(
        _l("Which language is the group for?"),
        hint=_l("The languages may have one group together, or each its own."),
        is_optional=True,
    )

    def offer(self, languages: Iterable[Option]) -> None:
        """Offer a group for each language, where there are two."""
        self.language.offer(languages)


class FollowGroupForm(GroupTermsForm):
    """The next term of a group."""

    kept = Checkboxes(
        _l("Which seats go on?"),
        hint=_l("Each gets the same seat for the new term. Others are named afterwards."),
        is_optional=True,
    )

    def offer(self, seats: Iterable[Option]) -> None:
        """Offer the seats that go on as they are."""
        self.kept.offer(seats)


class ChangeGroupForm(GroupTermsForm, RevisedForm):
    """A group as it is, to be changed."""

    @staticmethod
    def values_of(group: WelfareGroup) -> dict[str, object]:
        """The stored values by field name."""
        names = ("begins_on", "ends_on", "tasks_fi", "tasks_sv", "decision", "revision")
        return {name: getattr(group, name) for name in names}
