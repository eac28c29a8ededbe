"""Telling an expert group from a client's record: which group, then which sentences, on what ground."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from welfare.access.blueprint import GuardedBlueprint
from welfare.audit.unit_of_work import UnitOfWork
from welfare.cases.models import Case
from welfare.disclosures.pages.hidden import hidden_place_told
from welfare.journal.pages.matter import MatterHead
from welfare.rules.permissions import Permission
from welfare.service_disclosures.actions import give_to_group
from welfare.service_disclosures.forms import GroupForm
from welfare.service_disclosures.pages import ground_words, group_command, group_form, own_groups
from welfare.service_disclosures.queries import load_group
from welfare.service_notes.models import ClientFile
from welfare.service_notes.pages.head import ClientHead
from welfare.service_notes.queries import load_client

bp = GuardedBlueprint("service_disclosures", __name__, subjects={"client_id": load_client, "group_id": load_group})
GROUPS = "/clients/<client_id:client>/disclosure"
GROUP = f"{GROUPS}/<group_id:case>"
Answer = str | Response | BaseResponse


@bp.get(GROUPS, needs=Permission.CLIENT_DISCLOSE)
def choose(work: UnitOfWork, client: ClientFile) -> Answer:
    """The groups of the client's matters in which one sits; where there is one, straight to it."""
    groups = own_groups(work, client)
    if len(groups) == 1:
        return redirect(url_for("service_disclosures.begin", client=client.id, case=groups[0].case_id), 303)
    head = ClientHead.of(work, client)
    return render_template("service_disclosures/choose.html", client=head, groups=groups)


@bp.get(GROUP, needs=Permission.GROUP_TELL, has_drafts=False)
def begin(work: UnitOfWork, client: ClientFile, case: Case) -> Answer:
    """The record's sentences, to pick from."""
    form = group_form(work, client, is_fresh=True)
    return _drawn(work, case, client, form)


@bp.post(GROUP, needs=Permission.GROUP_TELL)
def give(work: UnitOfWork, client: ClientFile, case: Case) -> Answer:
    """Give the chosen sentences to the group."""
    form = group_form(work, client, is_fresh=False)
    if not form.validate_on_submit() or _tells_a_hidden_place(work, case, form):
        return _drawn(work, case, client, form, 422)
    row = give_to_group(work, case, client, group_command(work, client, form))
    flash(_("The group has been given the passages. Your record and the journal both tell of it."), "good")
    return redirect(url_for("journal.entry", case=case.id, entry=row.entry_id), 303)


def _tells_a_hidden_place(work: UnitOfWork, case: Case, form: GroupForm) -> bool:
    found = False
    for name, texts in (
        ("passages", [each.text for each in form.passages.chosen]),
        ("necessity", [form.necessity.data]),
    ):
        if hidden_place_told(work, case.student_id, texts) is not None:
            words = _("The text tells where the family lives, and that is hidden for safety. Leave that passage out.")
            form.refuse(name, words)
            found = True
    return found


def _drawn(work: UnitOfWork, case: Case, client: ClientFile, form: GroupForm, status: int = 200) -> Response:
    words = {
        "client": ClientHead.of(work, client),
        "matter": MatterHead.of(work, case),
        "form": form,
        "ground": ground_words(),
    }
    page = render_template("service_disclosures/give.html", **words)
    return make_response(page, status)
