"""Forms for schools, providers and counties."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from welfare.organisations.actions.organisations import Names, SchoolTraits
from welfare.organisations.models import Organisation
from welfare.organisations.reference import County, Municipality
from welfare.organisations.words import LANGUAGE_WORDS, UNIT_WORDS
from welfare.rules.case_numbers import is_abbreviation
from welfare.rules.languages import in_language
from welfare.ui.fields import Checkboxes, ChoiceTiles, Option, Select, TextLine, enum_options
from welfare.ui.forms import PageForm, RevisedForm

LONGEST_NAME, LONGEST_CODE, LONGEST_ABBREVIATION = 200, 20, 6


class NewSchoolForm(PageForm):
    """A school that no roster has brought."""

    name_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_NAME)
    name_sv = TextLine(
        _l("Name in Swedish"),
        hint=_l("Leave it empty if the school has one name for both languages."),
        is_optional=True,
        limit=LONGEST_NAME,
    )
    short_name = TextLine(
        _l("Abbreviation"),
        hint=_l("Two to six capitals or digits, as KOI. It stands in case numbers instead of the name."),
        missing=_l("Write an abbreviation."),
        limit=LONGEST_ABBREVIATION,
        width="short",
    )
    official_code = TextLine(
        _l("Unit code"),
        hint=_l("As in the school roster, if there is one."),
        is_optional=True,
        limit=LONGEST_CODE,
        width="short",
    )
    unit_type = ChoiceTiles(
        _l("What does it give?"),
        hint=_l("A day-care centre with pre-primary education is a unit of pre-primary education."),
        missing=_l("Choose what the school gives."),
        options=enum_options(UNIT_WORDS),
    )
    languages = Checkboxes(
        _l("Languages of teaching"),
        missing=_l("Choose at least one language."),
        options=[Option(code, words) for code, words in LANGUAGE_WORDS.items()],
        in_rows=True,
    )

    def validate_short_name(self, field: TextLine) -> None:
        """Capitals and digits alone; small letters are made capitals."""
        field.data = field.data.upper()
        if not is_abbreviation(field.data):
            raise ValidationError(_("Use two to six capitals A–Ö or digits, without spaces."))

    def to_traits(self) -> SchoolTraits:
        """What was typed; one name stands for both languages."""
        return SchoolTraits(
            name_fi=self.name_fi.data,
            name_sv=self.name_sv.data or self.name_fi.data,
            short_name=self.short_name.data,
            official_code=self.official_code.data,
            unit_type=self.unit_type.data,
            teaching_languages=tuple(self.languages.data),
        )


class SchoolForm(NewSchoolForm, RevisedForm):
    """A school as it is, to be changed."""

    @staticmethod
    def values_of(school: Organisation) -> dict[str, object]:
        """The stored values by field name."""
        return {
            "name_fi": school.name_fi,
            "name_sv": school.name_sv,
            "short_name": school.short_name,
            "official_code": school.official_code,
            "unit_type": school.unit_type,
            "languages": [code for code in school.teaching_languages.split(",") if code],
            "revision": school.revision,
        }


class NamesForm(RevisedForm):
    """The names of a county or provider."""

    name_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_NAME)
    name_sv = TextLine(_l("Name in Swedish"), missing=_l("Write the name in Swedish."), limit=LONGEST_NAME)

    @staticmethod
    def values_of(organisation: Organisation) -> dict[str, object]:
        """The stored values by field name."""
        return {
            "name_fi": organisation.name_fi,
            "name_sv": organisation.name_sv,
            "revision": organisation.revision,
        }

    def to_names(self) -> Names:
        """What was typed."""
        return Names(name_fi=self.name_fi.data, name_sv=self.name_sv.data)


class NewProviderForm(PageForm):
    """A municipality that becomes an education provider here."""

    municipality = Select(_l("Municipality"), missing=_l("Choose the municipality."))

    def offer(self, municipalities: Iterable[Municipality], locale: str) -> None:
        """Offer the municipalities that are not here yet."""
        self.municipality.offer(_options(municipalities, locale))


class NewCountyForm(PageForm):
    """A wellbeing services county that is not here yet."""

    county = Select(_l("Wellbeing services county"), missing=_l("Choose the county."))

    def offer(self, counties: Iterable[County], locale: str) -> None:
        """Offer the counties that are not here yet."""
        self.county.offer(_options(counties, locale))


def _options(places: Iterable[Municipality | County], locale: str) -> list[Option]:
    named = [(in_language(place.name_fi, place.name_sv, locale), place) for place in places]
    return [Option(place.code, name) for name, place in sorted(named, key=lambda pair: pair[0])]
