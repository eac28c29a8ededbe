"""How long each kind of record is kept: the rules, one of them, and deciding on it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.gate import refuse as turn_away
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.retention.actions import ChangedError, decide_rule
from welfare.retention.deciding import kinds_of
from welfare.retention.forms import RuleForm
from welfare.retention.pages import OverviewPage, RulePage, RulesPage
from welfare.retention.routes.blueprint import KEEPER, bp
from welfare.rules.permissions import Permission, decide
from welfare.rules.retention import RecordKind

RULE = f"{KEEPER}/rules/<string:kind>"


@bp.get("/retention", needs=Permission.RETENTION_SEE)
def overview(work: UnitOfWork) -> str:
    """The controllers one looks after."""
    return render_template("retention/overview.html", page=OverviewPage.of(work))


@bp.get(f"{KEEPER}/rules", needs=Permission.RETENTION_READ)
def rules(work: UnitOfWork, keeper: Organisation) -> str:
    """Every kind of record, and how long it is kept."""
    may_decide = decide(work.actor, Permission.RETENTION_RULE, work.facts).is_granted
    return render_template("retention/rules.html", page=RulesPage.of(work, keeper, may_decide=may_decide))


@bp.get(RULE, needs=Permission.RETENTION_RULE)
def rule(work: UnitOfWork, keeper: Organisation, kind: str) -> str:
    """One rule, its history, and the form of the next decision."""
    wanted = _kind(work, keeper, kind)
    page, form = RulePage.of(work, keeper, wanted), RuleForm().about(wanted)
    if request.method == "GET":
        form.years.put(page.rule.years)
        form.counted_from.put(page.rule.counted_from)
        form.disposal.put(page.rule.disposal)
        form.source.put(page.source)
        form.revision.put(len(page.history))
    return render_template("retention/rule.html", page=page, form=form)


@bp.post(RULE, needs=Permission.RETENTION_RULE, endpoint="decide")
def decide_on_rule(work: UnitOfWork, keeper: Organisation, kind: str) -> ResponseReturnValue:
    """Decide on it."""
    wanted = _kind(work, keeper, kind)
    form = RuleForm().about(wanted)
    if not form.validate_on_submit() or not form.fix(wanted):
        return render_template("retention/rule.html", page=RulePage.of(work, keeper, wanted), form=form), 422
    try:
        decide_rule(work, keeper, form.to_command(wanted))
    except ChangedError:
        page = RulePage.of(work, keeper, wanted)
        form.revision.put(len(page.history))
        form.refuse(None, _("Somebody else has decided on this rule meanwhile. Look at the history, and save again."))
        return render_template("retention/rule.html", page=page, form=form), 409
    flash(_("The rule is decided on."), "good")
    return redirect(url_for("retention.rules", keeper=keeper.id), 303)


def _kind(work: UnitOfWork, keeper: Organisation, word: str) -> RecordKind:
    found = next((kind for kind in kinds_of(keeper) if kind.value == word), None)
    if found is None:
        turn_away(work, work.facts)
    return found
