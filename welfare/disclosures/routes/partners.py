"""A provider's keys for packages, and the cards of the providers it knows."""

from flask import Response, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from welfare.audit.unit_of_work import UnitOfWork
from welfare.disclosures.actions.parcels import (
    KeysExistError,
    KnownPartnerError,
    add_partner,
    make_keys,
    remove_partner,
)
from welfare.disclosures.forms.parcels import PartnerForm
from welfare.disclosures.models import TransferPartner
from welfare.disclosures.pages.partners import PartnersPage
from welfare.disclosures.routes.blueprint import PARTNER, PARTNERS, bp
from welfare.drafts.desk import Answer
from welfare.organisations.models import Organisation
from welfare.rules.permissions import Permission
from welfare.ui.forms import ActionForm


@bp.get(PARTNERS, needs=Permission.TRANSFER_KEYS)
def partners(work: UnitOfWork, provider: Organisation) -> Answer:
    """The provider's own card, and those of others."""
    return _drawn(work, provider, PartnerForm())


@bp.post(f"{PARTNERS}/keys", needs=Permission.TRANSFER_KEYS)
def make_own_keys(work: UnitOfWork, provider: Organisation) -> Answer:
    """Make the provider's keys."""
    try:
        make_keys(work, provider.id)
    except KeysExistError:
        flash(_("The keys have been made already."), "soon")
    else:
        flash(_("The keys are made. Send your card to the providers you exchange packages with."), "good")
    return redirect(url_for("disclosures.partners", provider=provider.id), 303)


@bp.post(f"{PARTNERS}/new", needs=Permission.TRANSFER_KEYS)
def know_partner(work: UnitOfWork, provider: Organisation) -> Answer:
    """Know another provider by its card."""
    form = PartnerForm()
    if not form.validate_on_submit() or form.read is None:
        return _drawn(work, provider, form, 422)
    try:
        add_partner(work, provider.id, *form.read)
    except KnownPartnerError:
        form.refuse("card", _("This card is your own, or that of a provider you know already."))
        return _drawn(work, provider, form, 422)
    flash(_("The provider is known from now on."), "good")
    return redirect(url_for("disclosures.partners", provider=provider.id), 303)


@bp.post(f"{PARTNER}/remove", needs=Permission.TRANSFER_KEYS)
def forget_partner(work: UnitOfWork, provider: Organisation, partner: TransferPartner) -> Answer:
    """Exchange no packages with it any more."""
    remove_partner(work, partner)
    flash(_("No packages are exchanged with the provider any more."), "good")
    return redirect(url_for("disclosures.partners", provider=provider.id), 303)


def _drawn(work: UnitOfWork, provider: Organisation, form: PartnerForm, status: int = 200) -> Response:
    page = PartnersPage.of(work, provider)
    words = {"page": page, "form": form, "action": ActionForm(formdata=None)}
    return make_response(render_template("disclosures/partners.html", **words), status)
