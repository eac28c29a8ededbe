"""The base of every form: CSRF, one save per sending, and errors that lead to their fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField
from wtforms.form import BaseForm

from welfare.ui.fields import DrawnField, HiddenRevision, IdempotencyKey, PasswordText, Upload
from welfare.ui.fields.hidden import GivenBackMark
from welfare.ui.given_back import take
from welfare.ui.page_drafts import PageDraft, draft_for, page_draft_of


@dataclass(frozen=True)
class ErrorLink:
    """One line of the error summary: the words, and the id of the control to go to, if there is one."""

    text: str
    target: str | None


class PageForm(FlaskForm):
    """A form on a page. ``today`` lets a day be typed without its year."""

    idempotency_key = IdempotencyKey()
    given_back = GivenBackMark()

    class Meta(FlaskForm.Meta):
        """Reads a form from what was sent, or on a page that gives typed text back, from that."""

        is_filled_again = False
        drafted_at: datetime | None = None

        def wrap_formdata(self, form: BaseForm, formdata: Any) -> Any:  # noqa: ANN401  (WTForms' own)
            """What the form is read from."""
            typed, draft = take(form), draft_for(form, formdata)
            if typed is None and draft is not None:
                typed, self.drafted_at = draft.typed, draft.saved_at
            self.is_filled_again = typed is not None
            return super().wrap_formdata(form, formdata) if typed is None else typed

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:  # noqa: ANN401  (WTForms' own)
        self.today = today
        super().__init__(*args, **kwargs)

    @property
    def hidden_inputs(self) -> list[tuple[str, str]]:
        """Name and value of each hidden input. They are drawn without ids, so that many forms fit on one page."""
        hidden = [field for field in self if isinstance(field, HiddenField)]
        drawn = [field for field in hidden if self.is_given_back or field is not self.given_back]
        return [(field.name, field._value()) for field in drawn]  # type: ignore[attr-defined]  # noqa: SLF001

    @property
    def is_given_back(self) -> bool:
        """Whether this holds what came too late and has not been sent since."""
        return bool(self.given_back.data)

    @property
    def page_draft(self) -> PageDraft | None:
        """Where its long texts are kept while they are typed, if it has any."""
        return page_draft_of(self)

    @property
    def drafted_at(self) -> datetime | None:
        """When the draft was saved that it is filled with."""
        moment: datetime | None = self.meta.drafted_at
        return moment

    @property
    def has_upload(self) -> bool:
        """True when the form takes a file and must be sent as multipart."""
        return any(isinstance(field, Upload) for field in self)

    @property
    def error_links(self) -> list[ErrorLink]:
        """Every error in the order of the fields, then those of the whole form."""
        links = [link for field in self for link in _links_of(field)]
        return links + [ErrorLink(str(error), None) for error in self.form_errors]

    @property
    def typed(self) -> dict[str, list[str]]:
        """What was typed and chosen, by field name: for a draft. Secrets, files and hidden values are left out.

        ``FormClass(formdata=MultiDict(typed))`` draws the form again with it.
        """
        return {
            field.name: [str(value) for value in field.raw_data]
            for field in self
            if field.raw_data and not isinstance(field, HiddenField | PasswordText | Upload)
        }

    def refuse(self, name: str | None, words: str) -> None:
        """Add an error found by an action: at the named field, or with None at the whole form."""
        if name is None:
            self.form_errors.append(words)
        else:
            self[name].errors = [*self[name].errors, words]


class RevisedForm(PageForm):
    """A form over a text that others may be editing too: it carries the revision its writer saw."""

    revision = HiddenRevision()

    @property
    def seen_revision(self) -> int:
        """The revision that the writer saw; 0 where there was nothing yet."""
        seen: int | None = self.revision.data  # type: ignore[assignment]  # the stubs know only text
        return seen or 0


class ActionForm(PageForm):
    """A lone button."""


def _links_of(field: Field) -> Iterator[ErrorLink]:
    if field.name.endswith("csrf_token"):
        if field.errors:
            yield ErrorLink(_("The page had been open for too long. Check your answers and send them again."), None)
        return
    for error in field.errors:
        if not isinstance(field, DrawnField):
            yield ErrorLink(str(error), None)
        elif error in field.process_errors or error == field.own_words:
            yield ErrorLink(f"{field.label.text} – {error}", field.target)
        else:
            yield ErrorLink(str(error), field.target)
