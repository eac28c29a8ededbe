"""The plan as a PDF file, after saying what for: by the rights of the one who asks."""

from flask import render_template
from flask.typing import ResponseReturnValue

from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.documents.serving import pdf_answer
from welfare.journal.forms.printing import PURPOSE_WORDS
from welfare.journal.pages.matter import MatterHead
from welfare.plans.forms.printing import Form, PrintOwnForm, PrintPlanForm
from welfare.plans.models import Plan
from welfare.plans.pages.easy import EasyFor
from welfare.plans.pages.paper import plain_paper, whole_paper
from welfare.plans.routes.blueprint import OWN, PLAN, bp
from welfare.plans.routes.family import reader_of
from welfare.plans.routes.rating import plan_or_refuse
from welfare.rules.permissions import Permission
from welfare.rules.printing import PrintPurpose
from welfare.rules.registers import Register
from welfare.ui.layouts import layout_for


@bp.get(f"{PLAN}/print", needs=Permission.PLAN_PRINT)
def begin_printing(work: UnitOfWork, case: Case) -> str:
    """The question what for."""
    plan_or_refuse(work, case)
    return render_template("plans/print.html", matter=MatterHead.of(work, case), form=PrintPlanForm())


@bp.post(f"{PLAN}/plan.pdf", needs=Permission.PLAN_PRINT, writes_at_once=False, saves=False)
def print_plan(work: UnitOfWork, case: Case) -> ResponseReturnValue:
    """The file; the purpose by its code is in the event, and which form was taken."""
    plan, form = plan_or_refuse(work, case), PrintPlanForm()
    if not form.validate_on_submit():
        return render_template("plans/print.html", matter=MatterHead.of(work, case), form=form), 422
    chosen: Form = form.form.data
    _note(work, plan, form.purpose.data, chosen)
    if chosen is Form.WHOLE:
        return pdf_answer(whole_paper(work, case, plan, form.foot))
    return pdf_answer(plain_paper(work, case, plan, EasyFor(chosen.value), form.foot))


@bp.get(f"{OWN}/print", needs=Permission.PLAN_PRINT_OWN)
def begin_own_printing(work: UnitOfWork, plan: Plan) -> str:
    """What the paper is, to the student or a guardian."""
    return render_template("plans/print_own.html", plan=plan, form=PrintOwnForm(), layout=layout_for(work.actor))


@bp.post(f"{OWN}/plan.pdf", needs=Permission.PLAN_PRINT_OWN, writes_at_once=False, saves=False)
def print_own(work: UnitOfWork, plan: Plan) -> ResponseReturnValue:
    """The file in plain words: a party's own right to know, whatever it is for (JulkL 11-12 §)."""
    form, reader = PrintOwnForm(), reader_of(work, plan)
    if not form.validate_on_submit():
        return render_template("plans/print_own.html", plan=plan, form=form, layout=layout_for(work.actor)), 422
    _note(work, plan, PrintPurpose.PARTY, Form(reader.value))
    case = work.session.get_one(Case, plan.case_id)
    return pdf_answer(plain_paper(work, case, plan, reader, str(PURPOSE_WORDS[PrintPurpose.PARTY])))


def _note(work: UnitOfWork, plan: Plan, purpose: PrintPurpose, form: Form) -> None:
    codes = {"view": "print", "purpose": purpose.value, "form": form.value, "version": plan.newest}
    work.note(plan.controller_id, Register.WELFARE, ("welfare_plan", plan.id), **codes)
