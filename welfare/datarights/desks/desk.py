"""One of the officer's desks for requests about one's own data."""

from dataclasses import dataclass

from flask import Response, flash, make_response, redirect, url_for
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.datarights.asked import AskedOfRegister
from welfare.rules.permissions import Permission
from welfare.ui.fields.drawn import Words


@dataclass(frozen=True, slots=True)
class Desk:
    """Its routes, its name, where its list and one request stand, and who may see the list and handle the request."""

    bp: GuardedBlueprint
    title: Words
    list_at: str
    one_at: str
    list_needs: Permission
    handle_needs: Permission


def back(asked: AskedOfRegister) -> Response:
    """To the page of the request."""
    return make_response(redirect(url_for(".show", asked=asked.id), 303))


def taken(asked: AskedOfRegister) -> Response:
    """To the page of the request, which somebody else has changed."""
    flash(_("The request has gone on in the meantime. This is how it stands."), "soon")
    return back(asked)
