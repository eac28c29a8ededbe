"""A process in a form: steps and questions are written one a line, in both languages."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import ValidationError

from welfare.arrangements.words import STATE_WORDS
from welfare.assessments.actions import Model
from welfare.assessments.models import LONGEST_NAME, AssessmentProcess, ProcessVersion
from welfare.assessments.words import FAULT_WORDS
from welfare.rules.assessments import MOST_QUESTIONS, MOST_STEPS, Informant, Question, QuestionsError, read_questions
from welfare.rules.assessments import written as written_lines
from welfare.ui.fields import ChoiceTiles, LongText, TextLine, enum_options
from welfare.ui.fields.drawn import Words
from welfare.ui.forms import PageForm, RevisedForm

LONGEST = 8000


def _lines(label: Words, hint: Words = "") -> LongText:
    return LongText(label, hint=hint, is_optional=True, rows=5, limit=LONGEST)


class NewProcessForm(PageForm):
    """A process that the provider begins to use."""

    name_fi = TextLine(_l("Name in Finnish"), missing=_l("Write the name in Finnish."), limit=LONGEST_NAME)
    name_sv = TextLine(_l("Name in Swedish"), missing=_l("Write the name in Swedish."), limit=LONGEST_NAME)
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

    def to_model(self) -> Model:
        """What was typed. To be asked of a valid form."""
        forms: Mapping[Informant, Sequence[Question]] = {
            informant: read_questions(self[f"{informant.value}_fi"].data, self[f"{informant.value}_sv"].data)
            for informant in Informant
        }
        steps = read_questions(self.steps_fi.data, self.steps_sv.data, MOST_STEPS)
        return Model(name_fi=self.name_fi.data, name_sv=self.name_sv.data, steps=steps, forms=forms)


class ProcessForm(NewProcessForm, RevisedForm):
    """A process as it is, to be changed."""

    state = ChoiceTiles(
        _l("Is it offered?"),
        options=enum_options(STATE_WORDS),
        in_rows=True,
        missing=_l("Choose whether it is offered."),
        hint=_l("Assessments that have begun go on as they were begun."),
    )

    @staticmethod
    def values_of(process: AssessmentProcess, version: ProcessVersion) -> dict[str, object]:
        """The stored values by field name."""
        values: dict[str, object] = {"name_fi": version.name_fi, "name_sv": version.name_sv}
        values["steps_fi"], values["steps_sv"] = written_lines(version.steps)
        for informant in Informant:
            fi, sv = written_lines(version.questions(informant))
            values |= {f"{informant.value}_fi": fi, f"{informant.value}_sv": sv}
        return values | {"state": process.state, "revision": process.revision}


def _check(fi: str, sv: str, most: int = MOST_QUESTIONS) -> None:
    try:
        read_questions(fi or "", sv or "", most)
    except QuestionsError as error:
        line = _("Line %(number)s:", number=error.line) + " " if error.line else ""
        raise ValidationError(line + str(FAULT_WORDS[error.fault])) from None
