"""That one has notified child protection or the police."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.accounts.words import ROLE_WORDS
from welfare.disclosures.actions.notifying import RecordNotification
from welfare.disclosures.words import NOTICE_WORDS
from welfare.journal.forms.texts import EntryLine
from welfare.rules.actors import Role
from welfare.rules.notifications import CITATIONS, NotificationGround, NotificationLack
from welfare.ui.fields import ChoiceTiles, DateText, Option
from welfare.ui.forms import PageForm
from welfare.ui.locale import current_locale


class NoticeForm(PageForm):
    """A record of one's own notification."""

    ground = ChoiceTiles(_l("What did you make?"), missing=_l("Choose what you made."))
    made_on = DateText(_l("When?"), missing=_l("Write the day."))
    kept_in = EntryLine(
        _l("In which register is its content?"),
        hint=_l("For example the curator’s client register. Write nothing of the content here."),
        missing=_l("Write in which register the content is kept."),
    )
    office = ChoiceTiles(_l("In which office do you write?"), in_rows=True)

    def offer(self, offices: Sequence[Role]) -> None:
        """Offer the grounds with their sections, and the office where there is more than one."""
        locale = current_locale()
        self.ground.offer(Option(each, words, CITATIONS[each].text(locale)) for each, words in NOTICE_WORDS.items())
        self.leading_office = offices[0]
        if len(offices) == 1:
            del self.office
        else:
            self.office.offer(Option(role, ROLE_WORDS[role]) for role in offices)

    def refuse_lacks(self, lacks: Iterable[NotificationLack]) -> None:
        """Say at the fields what is lacking."""
        words = {
            NotificationLack.COMING: (
                "made_on",
                _("The day is still to come. Write the day on which it happened."),
            ),
            NotificationLack.KEPT_IN: ("kept_in", _("Write in which register the content is kept.")),
        }
        for lack in lacks:
            self.refuse(*words[lack])

    def to_command(self) -> RecordNotification:
        """What is recorded."""
        ground: NotificationGround = self.ground.data
        office: Role = self.office.data if "office" in self else self.leading_office
        return RecordNotification(ground=ground, made_on=self.made_on.data, office=office, kept_in=self.kept_in.data)
