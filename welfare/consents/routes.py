"""Expressions of will within one matter: read, record, take back. No route changes or removes one.

A case and its expressions are found by the cases room's loaders, which know how the actor stands to the case.
"""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.gate import refuse
from welfare.access.needs import Public
from welfare.audit.unit_of_work import UnitOfWork
from welfare.consents import actions
from welfare.consents.forms import ProhibitionForm, WithdrawalForm
from welfare.consents.models import ExpressionOfWill
from welfare.consents.pages import WillList, WillPage, guardian_choices
from welfare.consents.papers.pages import SignedPapers
from welfare.consents.papers.serving import serving_here
from welfare.consents.queries import said_about
from welfare.consents.recording import Desk
from welfare.consents.wills import PROHIBITION, Matter
from welfare.consents.words import KIND_NOTES, KIND_SLUGS, KIND_WORDS
from welfare.people.models import Person
from welfare.rules.permissions import Permission
from welfare.rules.registers import Register
from welfare.ui.forms import ActionForm
from welfare.ui.locale import current_locale

bp = GuardedBlueprint("consents", __name__)
KINDS = "any('group-handling', 'group-member', 'outsider-participation', 'disclosure', 'transfer')"
BY_SLUG = {slug: kind for kind, slug in KIND_SLUGS.items()}


@bp.get("/cases/<case_id:case>/consents", needs=Permission.CONSENT_READ)
def index(work: UnitOfWork, case: Matter) -> str:
    """Everything that has been said in a matter."""
    found = WillList.of(work, case, said_about(work.session, case, work.facts.on))
    return render_template("consents/index.html", page=found, case=case)


@bp.get("/cases/<case_id:case>/consents/new", needs=Permission.CONSENT_RECORD)
def choose(work: UnitOfWork, case: Matter) -> str:
    """Choose the kind to record: they are separate decisions."""
    del work
    kinds = [
        (KIND_WORDS[kind], KIND_NOTES[kind], kind.law.alone(current_locale()), slug) for slug, kind in BY_SLUG.items()
    ]
    return render_template("consents/choose.html", case=case, kinds=kinds)


@bp.get(f"/cases/<case_id:case>/consents/new/<{KINDS}:kind>", needs=Permission.CONSENT_RECORD)
def begin(work: UnitOfWork, case: Matter, kind: str) -> str:
    """The form of one kind."""
    return Desk(work, case, BY_SLUG[kind]).begin()


@bp.post(f"/cases/<case_id:case>/consents/new/<{KINDS}:kind>", needs=Permission.CONSENT_RECORD)
def record(work: UnitOfWork, case: Matter, kind: str) -> ResponseReturnValue:
    """Record an answer."""
    return Desk(work, case, BY_SLUG[kind]).record()


@bp.get("/cases/<case_id:case>/consents/<consent_id:consent>/renew", needs=Permission.CONSENT_RECORD)
def begin_renewal(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> str:
    """The form with what was said before."""
    _refuse_prohibition(work, consent)
    return Desk(work, case, consent.kind, consent).begin()


@bp.post("/cases/<case_id:case>/consents/<consent_id:consent>/renew", needs=Permission.CONSENT_RECORD)
def renew(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> ResponseReturnValue:
    """Record a new answer to the same question; the earlier stays as it was."""
    _refuse_prohibition(work, consent)
    return Desk(work, case, consent.kind, consent).record()


@bp.get("/cases/<case_id:case>/consents/new/minor-prohibition", needs=Permission.CONSENT_RECORD)
def begin_prohibition(work: UnitOfWork, case: Matter) -> str:
    """The form of a minor's prohibition in this matter."""
    form, guardians = _prohibition_form(work, case)
    form.suggest_new(work.facts.on)
    return render_template("consents/prohibition_new.html", case=case, form=form, guardians=guardians)


@bp.post("/cases/<case_id:case>/consents/new/minor-prohibition", needs=Permission.CONSENT_RECORD)
def record_prohibition(work: UnitOfWork, case: Matter) -> ResponseReturnValue:
    """Record a minor's prohibition; it shuts nobody out before it has been assessed."""
    form, guardians = _prohibition_form(work, case)
    if form.validate_on_submit():
        try:
            row = actions.record_will(work, case, form.to_command(case.student_id), case.id)
        except actions.IncompleteWillError as error:
            form.refuse_lacks(error.lacks)
        else:
            flash(_("The pupil's prohibition is recorded. It awaits the assessment of the interest."), "soon")
            return redirect(url_for("consents.show", case=case.id, consent=row.id), 303)
    return render_template("consents/prohibition_new.html", case=case, form=form, guardians=guardians), 422


@bp.get("/cases/<case_id:case>/consents/<consent_id:consent>", needs=Permission.CONSENT_READ)
def show(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> str:
    """One expression, whole."""
    papers = SignedPapers.of(work, consent, serving_here())
    again = ActionForm()
    return render_template("consents/show.html", page=_page(work, case, consent), papers=papers, again=again, case=case)


@bp.get("/cases/<case_id:case>/consents/<consent_id:consent>/print", needs=Permission.CONSENT_READ)
def on_paper(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> str:
    """One expression as it is printed; the trail tells it from reading."""
    work.note(case.controller_id, Register.WELFARE, ("consent", consent.id), way="print")
    return render_template("consents/print.html", page=_page(work, case, consent), case=case)


@bp.get("/cases/<case_id:case>/consents/<consent_id:consent>/withdraw", needs=Permission.CONSENT_RECORD)
def begin_withdrawal(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> str:
    """What taking back means, and the form."""
    form = WithdrawalForm(today=work.facts.on)
    form.given_on.put(work.facts.on)
    return render_template("consents/withdraw.html", page=_page(work, case, consent), case=case, form=form)


@bp.post("/cases/<case_id:case>/consents/<consent_id:consent>/withdraw", needs=Permission.CONSENT_RECORD)
def withdraw(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> ResponseReturnValue:
    """Record that a consent was taken back. Access that rested on it ends in this transaction."""
    form, page = WithdrawalForm(today=work.facts.on), _page(work, case, consent)
    if form.validate_on_submit() and form.allows(is_in_force=page.may_be_withdrawn):
        try:
            actions.withdraw_will(work, case, consent, form.to_command(), case.id)
        except (actions.WithdrawalError, actions.IncompleteWillError):
            form.refuse_day()
        else:
            flash(_("The withdrawal is recorded. Access that rested on the consent has ended."), "good")
            return redirect(url_for("cases.show", case=case.id, _anchor="consents"), 303)
    return render_template("consents/withdraw.html", page=page, case=case, form=form), 422


@bp.get("/information/<any(fi, sv, en):language>/<any('1'):version>", needs=Public.LEGAL)
def information(work: UnitOfWork, language: str, version: str) -> str:
    """The information texts by which givers are told what they decide; each version stays readable."""
    del work
    return render_template("consents/information.html", language=language, version=version)


def _page(work: UnitOfWork, case: Matter, consent: ExpressionOfWill) -> WillPage:
    return WillPage.of(work, said_about(work.session, case, work.facts.on), consent)


def _refuse_prohibition(work: UnitOfWork, consent: ExpressionOfWill) -> None:
    """A prohibition is no consent: it has a form of its own."""
    if consent.kind is PROHIBITION:
        refuse(work, work.facts)


def _prohibition_form(work: UnitOfWork, case: Matter) -> tuple[ProhibitionForm, int]:
    choices = guardian_choices(work, work.session.get_one(Person, case.student_id))
    form = ProhibitionForm(today=work.facts.on)
    form.offer(choices)
    return form, len(choices.guardians)
