"""Handing over a file of numbers, telling what a publisher's code means, and the word to import."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import FileStorage
from wtforms import ValidationError

from welfare.communal.guard import GuardedForm
from welfare.indicators.actions import HandOver
from welfare.indicators.importing.problems import FileProblemError
from welfare.indicators.importing.rows import LARGEST, read_capped
from welfare.indicators.library import Indicator
from welfare.indicators.models import LONGEST_NAME, LONGEST_SOURCE
from welfare.indicators.problem_words import problem_text
from welfare.indicators.words import ASKED_WORDS, LICENCE_WORDS
from welfare.rules.indicators import Licence
from welfare.ui.fields import ChoiceTiles, DateText, Option, Select, TextLine, Upload, enum_options
from welfare.ui.forms import PageForm
from welfare.ui.locale import current_locale

FIRST_FETCH = date(2000, 1, 1)


class ImportForm(GuardedForm):
    """A file, and what is told of where it comes from."""

    file = Upload(
        _l("File of numbers"),
        hint=_l("CSV or JSON of the statistics bank Sotkanet, CSV of schools’ results or of absences. At most 8 MB."),
        missing=_l("Choose the file."),
        accept=".csv,.json,.txt",
    )
    regions = Upload(
        _l("List of regions"),
        hint=_l("JSON of the publisher’s regions. It is needed once, where the file has regions by number."),
        is_optional=True,
        accept=".json",
    )
    source = TextLine(
        _l("Source"),
        hint=_l("Publisher and statistics, for example: THL, School Health Promotion study 2025."),
        missing=_l("Write who has published the numbers."),
        limit=LONGEST_SOURCE,
    )
    licence = ChoiceTiles(
        _l("Licence"),
        options=enum_options(LICENCE_WORDS),
        missing=_l("Choose on what terms the numbers may be used."),
        default=Licence.CC_BY,
        in_rows=True,
    )
    fetched_on = DateText(_l("Fetched on"), missing=_l("Write when the file was fetched."))

    def of_a_school(self) -> "ImportForm":
        """Without the list of regions: what regions mean is told by whoever keeps the numbers of all schools."""
        del self.regions
        return self

    content = b""
    told_regions: bytes | None = None

    def validate_file(self, field: Upload) -> None:
        """Read no more than may be: a file of any size ends here."""
        self.content = _read(field.data)

    def validate_regions(self, field: Upload) -> None:
        """The same."""
        self.told_regions = _read(field.data) if field.data is not None else None

    def validate_fetched_on(self, field: DateText) -> None:
        """Nothing has been fetched tomorrow."""
        if field.data is not None and self.today is not None and not FIRST_FETCH <= field.data <= self.today:
            raise ValidationError(_("Write a day that has been."))

    def to_command(self) -> HandOver:
        """What was handed over."""
        return HandOver(
            content=self.content,
            file_name=str(self.file.data.filename)[-LONGEST_NAME:],
            source=self.source.data,
            licence=self.licence.data,
            fetched_on=self.fetched_on.data,
            regions=self.told_regions,
        )


class NameForm(PageForm):
    """Which indicator a publisher's code means."""

    foreign = Select(_l("Code in the file"), missing=_l("Choose the code."))
    indicator = Select(_l("Indicator of the library"), missing=_l("Choose the indicator."))

    def __init__(
        self,
        unknown: Sequence[str] = (),
        entries: Sequence[Indicator] = (),
        **wishes: Any,  # noqa: ANN401 - WTForms' own
    ) -> None:
        super().__init__(**wishes)
        locale = current_locale()
        self.foreign.offer([Option(code, code) for code in unknown])
        self.indicator.offer(
            [Option(each.code, f"{each.title(locale)} ({ASKED_WORDS[each.asked]})") for each in entries]
        )


def _read(file: FileStorage) -> bytes:
    try:
        return read_capped(file.stream, LARGEST)
    except FileProblemError as error:
        raise ValidationError(problem_text(error.problem)) from error
