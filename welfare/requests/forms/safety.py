"""Whether it is safe to be in touch, and how: asked of those who ask for themselves or for an own child.

Nothing here must be answered, for asking is enough (OHL 15 § 1).
"""

from flask_babel import lazy_gettext as _l

from welfare.requests.words import HOME_CONTACTS, SAFE_WAYS
from welfare.rules.safe_contact import ContactWay, SafeContact
from welfare.ui.fields import Checkboxes, ChoiceTiles, TextLine, enum_options
from welfare.ui.forms import PageForm

_LINE = 500
_NUMBER = 40


class SafetyForm(PageForm):
    """The ways, the times, the home, and who must not know."""

    ways = Checkboxes(
        _l("How may we be in touch with you?"),
        hint=_l("Choose only what is safe for you. Nothing needs to be chosen."),
        options=enum_options(
            SAFE_WAYS,
            {
                ContactWay.OWN_PAGES: _l("You see the time of the talk when you sign in here"),
                ContactWay.PHONE: _l("Your own number, that nobody else answers or reads"),
                ContactWay.AT_SCHOOL: _l("So that others do not notice"),
            },
        ),
        is_optional=True,
    )
    phone = TextLine(
        _l("Your number"), is_optional=True, optional_words=_l("if we may call"), limit=_NUMBER, width="mid"
    )
    contact_way = TextLine(
        _l("When is a good time?"),
        hint=_l("For example after school, not during mathematics"),
        is_optional=True,
        limit=_LINE,
    )
    home_contact = ChoiceTiles(
        _l("May we be in touch with your home?"), options=enum_options(HOME_CONTACTS), in_rows=True, is_optional=True
    )
    kept_from = TextLine(
        _l("Is there somebody who must not know of this?"),
        hint=_l("We are careful about it. Write who, for example a parent, a brother or a friend."),
        is_optional=True,
        limit=_LINE,
    )

    @property
    def safe_contact(self) -> SafeContact:
        """What was answered; a number only where one may call it."""
        ways = tuple(self.ways.data or ())
        may_call = ContactWay.PHONE in ways
        return SafeContact(
            ways=ways,
            phone=self.phone.data if may_call else "",
            home=self.home_contact.data,
            kept_from=self.kept_from.data,
        )
