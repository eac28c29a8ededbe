"""A template in a form: each section in both languages, and examples of goals written one line a thing."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from welfare.catalogues.desk import KeptForm
from welfare.catalogues.forms import NamedForm, state_field
from welfare.phrases.forms import PhraseText
from welfare.plan_templates.models import PlanTemplateVersion
from welfare.plan_templates.words import FAULT_WORDS, SECTION_WORDS
from welfare.rules.plan_templates import (
    MOST_EXAMPLES,
    SHORT_PARTS,
    TEMPLATE_PARTS,
    ExampleError,
    read_example,
)
from welfare.rules.plans import PlanPart
from welfare.ui.fields import DrawnField
from welfare.ui.fields.drawn import Words

LONGEST_TEXT, LONGEST_LINE_TEXT, LONGEST_EXAMPLE = 2000, 300, 4000


def _section(part: PlanPart, place: int, hint: Words = "") -> PhraseText:
    is_short = part in SHORT_PARTS
    limit = LONGEST_LINE_TEXT if is_short else LONGEST_TEXT
    label = SECTION_WORDS[part][place]
    return PhraseText(label, hint=hint, is_optional=True, rows=1 if is_short else 3, limit=limit)


def _example(label: Words, hint: Words = "") -> PhraseText:
    return PhraseText(label, hint=hint, is_optional=True, rows=8, limit=LONGEST_EXAMPLE)


class NewTemplateForm(NamedForm):
    """A template that the provider begins to offer."""

    strengths_fi = _section(
        PlanPart.STRENGTHS,
        0,
        _l("Headings and questions for the writer to answer. Nobody is named here, and much may be left empty."),
    )
    strengths_sv = _section(PlanPart.STRENGTHS, 1)
    need_fi, need_sv = _section(PlanPart.NEED, 0), _section(PlanPart.NEED, 1)
    professional_view_fi = _section(PlanPart.PROFESSIONAL_VIEW, 0)
    professional_view_sv = _section(PlanPart.PROFESSIONAL_VIEW, 1)
    rhythm_fi, rhythm_sv = _section(PlanPart.RHYTHM, 0), _section(PlanPart.RHYTHM, 1)
    partners_fi, partners_sv = _section(PlanPart.PARTNERS, 0), _section(PlanPart.PARTNERS, 1)
    duration_fi, duration_sv = _section(PlanPart.DURATION, 0), _section(PlanPart.DURATION, 1)
    goal_1_fi = _example(
        _l("First example of a goal, in Finnish"),
        _l("One line a thing: the goal; then its five levels, the least first; then measures, if any."),
    )
    goal_1_sv = _example(_l("First example of a goal, in Swedish"))
    goal_2_fi = _example(_l("Second example of a goal, in Finnish"))
    goal_2_sv = _example(_l("Second example of a goal, in Swedish"))
    goal_3_fi = _example(_l("Third example of a goal, in Finnish"))
    goal_3_sv = _example(_l("Third example of a goal, in Swedish"))

    def validate(self, *args: Any, **kwargs: Any) -> bool:  # noqa: ANN401 - WTForms' own
        """Every section in both languages or in none, every example whole, and not all of it empty."""
        is_sound = super().validate(*args, **kwargs)
        for part in TEMPLATE_PARTS:
            self._check_pair(part.value)
        for number in range(1, MOST_EXAMPLES + 1):
            self._check_example(number)
        if is_sound and not any(self.content.values()):
            self.refuse(None, _("The template is empty. Write at least one section or one example of a goal."))
        return is_sound and not self.error_links

    @property
    def content(self) -> dict[str, Any]:
        """As a version keeps it."""
        pairs = {part.value: self._pair(part.value) for part in TEMPLATE_PARTS}
        goals = [self._pair(f"goal_{number}") for number in range(1, MOST_EXAMPLES + 1)]
        return {
            "parts": {name: pair for name, pair in pairs.items() if any(pair)},
            "goals": [pair for pair in goals if any(pair)],
        }

    @property
    def words(self) -> dict[str, Any]:
        """The columns of a version."""
        return super().words | {"content": self.content}

    def _pair(self, name: str) -> list[str]:
        return [str(self[f"{name}_{language}"].data or "") for language in ("fi", "sv")]

    def _check_pair(self, name: str) -> None:
        fi, sv = self._pair(name)
        if bool(fi) != bool(sv):
            field: DrawnField = self[f"{name}_{'sv' if fi else 'fi'}"]  # type: ignore[assignment]  # of this form
            if not field.errors:
                self.refuse(field.name, _("Write the same in the other language too, or leave both empty."))

    def _check_example(self, number: int) -> None:
        name = f"goal_{number}_sv"
        if self[name].errors or self[f"goal_{number}_fi"].errors:
            return
        try:
            read_example(*self._pair(f"goal_{number}"))
        except ExampleError as error:
            line = _("Line %(number)s:", number=error.line) + " " if error.line else ""
            self.refuse(name, line + str(FAULT_WORDS[error.fault]))


class TemplateForm(NewTemplateForm, KeptForm):
    """A template as it is, to be changed."""

    state = state_field(_l("Plans that were begun from it stay as they were written."))


def values_of(version: PlanTemplateVersion) -> dict[str, object]:
    """What a version holds, by field name."""
    pairs = {part.value: version.content["parts"].get(part.value, ("", "")) for part in TEMPLATE_PARTS}
    for number in range(1, MOST_EXAMPLES + 1):
        pairs[f"goal_{number}"] = (version.content["goals"][number - 1 : number] or [("", "")])[0]
    return {
        f"{name}_{language}": pair[place] for name, pair in pairs.items() for place, language in enumerate(("fi", "sv"))
    }
