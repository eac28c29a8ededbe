"""The desk where the answers of one kind are recorded: a new question, or a new answer to an old one."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents import actions
from welfare.consents.forms import WillForm, form_for
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages import known_words, will_choices
from welfare.consents.queries import said_about
from welfare.consents.wills import Matter
from welfare.consents.words import CITATIONS, KIND_WORDS
from welfare.rules.consent import Answer, ConsentKind
from welfare.ui.locale import current_locale


class Desk:
    """One matter, one kind, and the earlier expression if an old question is asked anew."""

    def __init__(
        self, work: UnitOfWork, case: Matter, kind: ConsentKind, earlier: ExpressionOfWill | None = None
    ) -> None:
        self.work, self.case, self.kind, self.earlier = work, case, kind, earlier
        self.said = said_about(work.session, case, work.facts.on)
        self.choices = will_choices(work, self.said, case.school_id, kind)
        self.form: WillForm = form_for(kind)(today=work.facts.on)
        self.form.offer(self.choices)

    def begin(self) -> str:
        """The form as it is first shown."""
        self.form.suggest_new(self.work.facts.on)
        self.form.suggest({"member": request.args.get("member", type=UUID)})
        self.form.suggest(known_words(self.work, self.said, self.earlier))
        return self._drawn()

    def record(self) -> ResponseReturnValue:
        """Record the answer, or draw the form again with what it lacks."""
        if self.form.validate_on_submit():
            command = self.form.to_command(self.choices, self.earlier.id if self.earlier else None)
            try:
                row = actions.record_will(self.work, self.case, command, self.case.id)
            except actions.IncompleteWillError as error:
                self.form.refuse_lacks(error.lacks)
            else:
                self._tell(row)
                return redirect(url_for("cases.show", case=self.case.id, _anchor="consents"), 303)
        return self._drawn(), 422

    def _tell(self, row: ExpressionOfWill) -> None:
        said = said_about(self.work.session, self.case, self.work.facts.on)
        standing = said.standing(row.kind, row.named_id)
        if row.answer is Answer.REFUSED:
            flash(_("The refusal is recorded."), "good")
        elif standing.is_valid:
            flash(_("The consent is recorded and in force."), "good")
        elif standing.unheard:
            flash(_("The answer is recorded. The consent holds when everybody who decides has answered."), "soon")
        else:
            flash(_("The answer is recorded. The consent is not in force yet: see why below."), "soon")

    def _drawn(self) -> str:
        return render_template(
            "consents/record.html",
            case=self.case,
            form=self.form,
            earlier=self.earlier,
            kind=self.kind,
            kind_words=KIND_WORDS[self.kind],
            law=CITATIONS[self.kind].text(current_locale()),
        )
