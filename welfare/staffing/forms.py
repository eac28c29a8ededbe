"""The pupils of a school, and the posts for a place: fields made for every level, service and language."""

from collections.abc import Collection, Iterable
from typing import Any

from flask_babel import gettext as _

from welfare.organisations.words import UNIT_WORDS
from welfare.rules.school_years import SchoolYear
from welfare.rules.staffing import NATIONAL, WHOLE, Posts, ServiceLanguage, StaffedService
from welfare.rules.unit_types import OF_PUPILS
from welfare.staffing.actions import CountPupils, KeepPosts, PostCell, PupilCell
from welfare.staffing.models import PupilCount, StaffPost
from welfare.staffing.queries import revision_of_rows
from welfare.staffing.words import LANGUAGE_TITLES, POST_KINDS
from welfare.ui.fields import DecimalNumber, WholeNumber
from welfare.ui.forms import RevisedForm

MOST_PUPILS, MOST_POSTS = 20_000, 500


class PostNumber(DecimalNumber):
    """Whole posts with at most two decimals."""

    def take(self, raw: str) -> float | None:  # type: ignore[override]
        """Read the number; a third decimal is told, not cut off."""
        number = super().take(raw)
        if number is not None and round(number, 2) != number:
            raise ValueError(_("Write at most two decimals, such as 0,75."))
        return number


class PupilsForm(RevisedForm):
    """Pupils by level and language of teaching."""

    def offer(self, cells: Collection[PupilCell]) -> None:
        """Ask only what the school has."""
        for level in OF_PUPILS:
            for language in ServiceLanguage:
                if (level, language) not in cells:
                    del self[_pupil_field((level, language))]

    def fields_of(self, cells: Iterable[PupilCell]) -> list[tuple[str, list[Any]]]:
        """The fields by level."""
        found: dict[str, list[Any]] = {}
        for cell in cells:
            found.setdefault(str(UNIT_WORDS[cell[0]]), []).append(self[_pupil_field(cell)])
        return list(found.items())

    def to_command(self, year: SchoolYear, cells: Iterable[PupilCell]) -> CountPupils:
        """What was typed; an empty field is none."""
        pupils = {cell: self[_pupil_field(cell)].data or 0 for cell in cells}
        return CountPupils(year=year, pupils=pupils, revision=self.seen_revision)

    @staticmethod
    def values_of(rows: Collection[PupilCount], cells: Iterable[PupilCell]) -> dict[str, object]:
        """The stored values by field name."""
        stored = {(row.level, row.language): row.pupils for row in rows}
        told: dict[str, object] = {_pupil_field(cell): stored.get(cell) for cell in cells}
        return {**told, "revision": revision_of_rows(rows)}


class PostsForm(RevisedForm):
    """Posts by service and language: filled, bought, vacant."""

    def offer(self, cells: Collection[PostCell]) -> None:
        """Ask only in the languages of the place."""
        for service in StaffedService:
            for language in NATIONAL:
                if (service, language) not in cells:
                    for kind in POST_KINDS:
                        del self[_post_field((service, language), kind)]

    def fields_of(self, cell: PostCell) -> list[Any]:
        """The three fields of a service in a language."""
        return [self[_post_field(cell, kind)] for kind in POST_KINDS]

    def to_command(self, year: SchoolYear, cells: Iterable[PostCell]) -> KeepPosts:
        """What was typed; an empty field is none."""
        return KeepPosts(year=year, posts={cell: self._posts(cell) for cell in cells}, revision=self.seen_revision)

    @staticmethod
    def values_of(rows: Collection[StaffPost], cells: Iterable[PostCell]) -> dict[str, object]:
        """The stored values by field name."""
        stored = {(row.service, row.language): row for row in rows}
        told: dict[str, object] = {
            _post_field(cell, kind): getattr(stored[cell], kind) / WHOLE if cell in stored else None
            for cell in cells
            for kind in POST_KINDS
        }
        return {**told, "revision": revision_of_rows(rows)}

    def _posts(self, cell: PostCell) -> Posts:
        typed = {kind: round((self[_post_field(cell, kind)].data or 0) * WHOLE) for kind in POST_KINDS}
        return Posts(**typed)


def heads_of(groups: Iterable[tuple[str, list[Any]]]) -> dict[str, str]:
    """Under which name each field stands."""
    return {field.name: head for head, fields in groups for field in fields}


def _pupil_field(cell: PupilCell) -> str:
    return f"{cell[0]}_{cell[1]}"


def _post_field(cell: PostCell, kind: str) -> str:
    return f"{cell[0]}_{cell[1]}_{kind}"


for _language, _words in LANGUAGE_TITLES.items():
    for _level in OF_PUPILS:
        _field = WholeNumber(_words, most=MOST_PUPILS, is_optional=True)
        setattr(PupilsForm, _pupil_field((_level, _language)), _field)
for _service in StaffedService:
    for _language in NATIONAL:
        for _kind, _words in POST_KINDS.items():
            _name = _post_field((_service, _language), _kind)
            setattr(PostsForm, _name, PostNumber(_words, most=MOST_POSTS, is_optional=True))
