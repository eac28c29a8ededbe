"""The forms of the administration of accounts."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.accounts.actions.administration import GrantPost
from welfare.accounts.names import is_well_formed
from welfare.accounts.words import ROLE_WORDS
from welfare.organisations.models import Organisation, OrganisationKind
from welfare.rules.actors import Role
from welfare.rules.employers import is_held_at, roles_of_employer
from welfare.ui.fields import DateText, HiddenId, Option, Select, TextLine
from welfare.ui.forms import PageForm
from welfare.ui.locale import current_locale

NAME_HINT = _l("Three signs at least: letters, digits and . _ - + @")


def refuse_bad_name(field: TextLine) -> None:
    """Refuse a user name that is not well-formed, in words. Raises ValidationError."""
    if not is_well_formed(field.data):
        raise ValidationError(
            _(
                "The user name may have 3 to 64 letters, digits and . _ - + @, and begins and ends with a letter or a "
                "digit."
            )
        )


class SearchForm(PageForm):
    """Part of a name. It is sent by POST, so that no name stands in an address."""

    name = TextLine(_l("Part of the name"), is_optional=True, limit=100)


class OpenAccountForm(PageForm):
    """The name somebody will sign in by."""

    username = TextLine(
        _l("User name"),
        limit=64,
        width="mid",
        hint=NAME_HINT,
        missing=_l("Write the name they will sign in by."),
    )

    def validate_username(self, field: TextLine) -> None:
        """Refuse a name that nobody could type twice alike."""
        refuse_bad_name(field)


class PostForm(PageForm):
    """A role at a place, from one day to another."""

    role = Select(_l("Role"), missing=_l("Choose the role."))
    place = Select(_l("Where"), missing=_l("Choose the school, or the employer itself for an office role."))
    begins_on = DateText(_l("First day"), missing=_l("Write the first day."))
    ends_on = DateText(_l("Last day"), is_optional=True)

    def offer(self, employer: Organisation, places: Sequence[Organisation]) -> None:
        """Offer what this employer may give, and where."""
        is_county = employer.kind is OrganisationKind.COUNTY
        roles = roles_of_employer(is_county=is_county, is_municipality=bool(employer.municipality_code))
        self._schools = {place.id for place in places if place.kind is OrganisationKind.SCHOOL}
        self.role.offer(Option(role, ROLE_WORDS[role]) for role in Role if role in roles)
        self.place.offer(Option(place.id, place.name(current_locale())) for place in places)

    def validate_place(self, field: Select) -> None:
        """A teacher's place is a school, a data protection officer's the employer itself."""
        role: Role | None = self.role.data
        is_school = field.data in self._schools
        if role is not None and not is_held_at(role, is_school=is_school):
            raise ValidationError(
                _("This role belongs to the employer itself. Choose the employer, not a school.")
                if is_school
                else _("This role is held at a school. Choose the school.")
            )

    def validate_ends_on(self, field: DateText) -> None:
        """The last day is not before the first."""
        if field.data and self.begins_on.data and field.data < self.begins_on.data:
            raise ValidationError(_("The last day is before the first. Check both days."))

    def to_command(self) -> GrantPost:
        """The role to be given."""
        return GrantPost(self.role.data, self.place.data, self.begins_on.data, self.ends_on.data)


class NewStaffForm(PostForm):
    """A member of staff whom no roster brings."""

    given_name = TextLine(_l("Given name"), limit=100, width="mid", missing=_l("Write the given name."))
    family_name = TextLine(_l("Family name"), limit=100, width="mid", missing=_l("Write the family name."))


class EndPostForm(PageForm):
    """Which post ends."""

    post = HiddenId()
