"""The desk where the answers of one kind are recorded: a new question, or a new answer to an old one."""

from dataclasses import replace
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents import actions
from welfare.consents.forms import WillForm, form_for
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages import known_words, will_choices
from welfare.consents.papers.models import ConsentForm
from welfare.consents.papers.pages import asked_words
from welfare.consents.papers.queries import form_by_number
from welfare.consents.queries import said_about
from welfare.consents.wills import Matter
from welfare.consents.words import KIND_WORDS
from welfare.rules.consent import Answer, ConsentKind, Way
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
        self.form.suggest(self._as_just_now())
        self.form.suggest({"member": request.args.get("member", type=UUID)})
        self.form.suggest(known_words(self.work, self.said, self.earlier))
        self.form.suggest(self._asked_words())
        return self._drawn()

    def record(self) -> ResponseReturnValue:
        """Record the answer, or draw the form again with what it lacks."""
        if self.form.validate_on_submit():
            command = self._on_paper(self.form.to_command(self.choices, self.earlier.id if self.earlier else None))
            if command is None:
                return self._drawn(), 422
            try:
                row = actions.record_will(self.work, self.case, command, self.case.id)
            except actions.IncompleteWillError as error:
                self.form.refuse_lacks(error.lacks)
            else:
                self._tell(row)
                return redirect(url_for("cases.show", case=self.case.id, _anchor="consents"), 303)
        return self._drawn(), 422

    def _as_just_now(self) -> dict[str, object]:
        """How the answer was given that the same person has recorded here today: of one talk there are often several.

        Who answered and what is asked each time anew.
        """
        me, today = self.work.actor.account_id, self.work.facts.on
        mine = [row for row in self.said.rows if (row.recorded_by, row.given_on) == (me, today)]
        latest = max(mine, key=lambda row: row.recorded_at, default=None)
        return {} if latest is None else {"way": latest.way, "language": latest.language}

    def _asked_words(self) -> dict[str, object]:
        """What the form to which the page was opened has asked, if it was one of this matter and kind."""
        form_id = request.args.get("form", type=UUID)
        form = self.work.session.get(ConsentForm, form_id) if form_id else None
        if form is None or (form.case_id, form.kind) != (self.case.id, self.kind):
            return {}
        return asked_words(self.work, form)

    def _on_paper(self, command: actions.RecordWill) -> actions.RecordWill | None:
        """The answer with the form that was signed; None where the number belongs to no such question."""
        typed = self.form.paper_number.data
        if not typed:
            return command
        if command.way is not Way.PAPER:
            self.form.refuse(
                "paper_number", _("A number stands on paper. Choose “In writing on paper”, or leave it out.")
            )
            return None
        form = form_by_number(self.work.session, self.case.id, typed)
        if form is None:
            self.form.refuse("paper_number", _("No form of this number was printed in this matter. Check the number."))
            return None
        if command.outsider_id is not None and not self.form.names_known_outsider:
            command = replace(command, outsider_id=next(iter(form.named_ids), None))
        if not form.asks(command.kind, command.named_person_id or command.outsider_id):
            self.form.refuse("paper_number", _("The form of this number asks about something else. Check the number."))
            return None
        return replace(command, form_id=form.id)

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
            law=self.kind.law.alone(current_locale()),
        )
