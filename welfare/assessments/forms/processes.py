"""A process in a form: steps and questions are written one a line, in both languages."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.assessments.actions import Model
from welfare.assessments.models import ProcessVersion
from welfare.assessments.words import FAULT_WORDS
from welfare.catalogues.desk import KeptForm
from welfare.catalogues.forms import NamedForm, state_field
from welfare.rules.assessments import MOST_QUESTIONS, MOST_STEPS, Informant, Question, QuestionsError, read_questions
from welfare.rules.assessments import written as written_lines
from welfare.ui.fields import LongText
from welfare.ui.fields.drawn import Words

LONGEST = 8000


def _lines(label: Words, hint: Words = "") -> LongText:
    return LongText(label, hint=hint, is_optional=True, rows=5, limit=LONGEST)


class NewProcessForm(NamedForm):
    """A process that the provider begins to use."""

    steps_fi = _lines(_l("Steps in Finnish"), _l("One a line, as: the aim is agreed on with the pupil."))
    steps_sv = _lines(_l("Steps in Swedish"))
    student_fi = _lines(
        _l("Questions to the pupil in Finnish"),
        _l("One a line. A line that begins with a star (*) is answered on a scale from 1 to 5."),
    )
    student_sv = _lines(_l("Questions to the pupil in Swedish"))
    guardian_fi = _lines(_l("Questions to guardians in Finnish"))
    guardian_sv = _lines(_l("Questions to guardians in Swedish"))
    teacher_fi = _lines(_l("Questions to school staff in Finnish"))
    teacher_sv = _lines(_l("Questions to school staff in Swedish"))
    professional_fi = _lines(_l("Questions to welfare professionals in Finnish"))
    professional_sv = _lines(_l("Questions to welfare professionals in Swedish"))

    def validate_steps_sv(self, field: LongText) -> None:
        """As many as in Finnish."""
        _check(self.steps_fi.data, field.data, MOST_STEPS)

    def validate_student_sv(self, field: LongText) -> None:
        """As many as in Finnish; and somebody is asked something."""
        _check(self.student_fi.data, field.data)
        if not any(self[f"{informant.value}_fi"].data for informant in Informant):
            raise ValidationError(_("Write questions to at least one of the four."))

    def validate_guardian_sv(self, field: LongText) -> None:
        """As many as in Finnish."""
        _check(self.guardian_fi.data, field.data)

    def validate_teacher_sv(self, field: LongText) -> None:
        """As many as in Finnish."""
        _check(self.teacher_fi.data, field.data)

    def validate_professional_sv(self, field: LongText) -> None:
        """As many as in Finnish."""
        _check(self.professional_fi.data, field.data)

    @property
    def words(self) -> dict[str, Any]:
        """The columns of a version."""
        return self.to_model().words

    def to_model(self) -> Model:
        """What was typed."""
        forms: Mapping[Informant, Sequence[Question]] = {
            informant: read_questions(self[f"{informant.value}_fi"].data, self[f"{informant.value}_sv"].data)
            for informant in Informant
        }
        steps = read_questions(self.steps_fi.data, self.steps_sv.data, MOST_STEPS)
        return Model(name_fi=self.name_fi.data, name_sv=self.name_sv.data, steps=steps, forms=forms)


class ProcessForm(NewProcessForm, KeptForm):
    """A process as it is, to be changed."""

    state = state_field(_l("Assessments that have begun go on as they were begun."))


def values_of(version: ProcessVersion) -> dict[str, object]:
    """What a version holds, by field name."""
    values: dict[str, object] = {}
    values["steps_fi"], values["steps_sv"] = written_lines(version.steps)
    for informant in Informant:
        fi, sv = written_lines(version.questions(informant))
        values |= {f"{informant.value}_fi": fi, f"{informant.value}_sv": sv}
    return values


def _check(fi: str, sv: str, most: int = MOST_QUESTIONS) -> None:
    try:
        read_questions(fi or "", sv or "", most)
    except QuestionsError as error:
        line = _("Line %(number)s:", number=error.line) + " " if error.line else ""
        raise ValidationError(line + str(FAULT_WORDS[error.fault])) from None
