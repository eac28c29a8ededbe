"""The form with which the first administrator is made."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.accounts.actions.set_up import SetUp
from welfare.accounts.forms.administration import NAME_HINT, refuse_bad_name
from welfare.organisations.reference import County, Municipality, counties, municipalities
from welfare.rules.languages import in_language
from welfare.ui.fields import CodeText, Option, PasswordText, Select, TextLine
from welfare.ui.forms import PageForm
from welfare.ui.locale import current_locale, name_key


class SetUpForm(PageForm):
    """The code of the command line, the organisation, and who becomes its administrator."""

    idempotency_key = None  # type: ignore[assignment]
    code = CodeText(
        _l("Set-up code"),
        digits=None,
        autocomplete="off",
        hint=_l("The command “welfare init” printed it. It lives for 15 minutes."),
        missing=_l("Write the set-up code."),
    )
    place = Select(
        _l("Organisation"),
        hint=_l("Whose administrator you become: an education provider or a wellbeing services county."),
        missing=_l("Choose the organisation."),
    )
    given_name = TextLine(_l("Given name"), limit=100, autocomplete="given-name", missing=_l("Write your given name."))
    family_name = TextLine(
        _l("Family name"), limit=100, autocomplete="family-name", missing=_l("Write your family name.")
    )
    username = TextLine(
        _l("User name"), limit=64, autocomplete="username", hint=NAME_HINT, missing=_l("Write your user name.")
    )
    new_password = PasswordText(_l("Password"), autocomplete="new-password", missing=_l("Write a password."))
    again = PasswordText(_l("The password again"), autocomplete="new-password", missing=_l("Write the password again."))

    def validate_username(self, field: TextLine) -> None:
        """Refuse a name that nobody could type twice alike."""
        refuse_bad_name(field)

    def offer(self) -> None:
        """Offer every municipality and county, by name."""
        places: list[tuple[str, County | Municipality]] = [
            *((_("%(name)s (municipality)", name=_name(place)), place) for place in municipalities()),
            *((_name(place), place) for place in counties()),
        ]
        places.sort(key=lambda pair: name_key(pair[0]))
        self._places = {_key(place): place for _words, place in places}
        self.place.offer(Option(_key(place), words) for words, place in places)

    def to_command(self) -> SetUp:
        """Who is to be made."""
        return SetUp(
            place=self._places[self.place.data],
            given_name=self.given_name.data,
            family_name=self.family_name.data,
            username=self.username.data,
            password=self.new_password.data,
        )

    def own_words(self) -> list[str]:
        """The names that make no password."""
        place = self._places[self.place.data]
        return [self.username.data, self.given_name.data, self.family_name.data, place.name_fi, place.name_sv]


def _key(place: County | Municipality) -> str:
    return f"{'county' if isinstance(place, County) else 'municipality'}-{place.code}"


def _name(place: County | Municipality) -> str:
    return in_language(place.name_fi, place.name_sv, current_locale())
