"""The page of one member of staff, to which every action upon them leads back."""

from flask import Response, make_response, redirect, render_template, url_for

from welfare.accounts.forms.administration import OpenAccountForm, PostForm
from welfare.accounts.pages.administration import StaffMember
from welfare.accounts.queries import places_of
from welfare.accounts.routes.steps import visitors
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.models import Person
from welfare.ui.forms import ActionForm

_PAGE = "accounts/staff_member.html"


def draw_member(
    work: UnitOfWork,
    person: Person,
    *,
    account_form: OpenAccountForm | None = None,
    post_form: PostForm | None = None,
) -> Response:
    """The page; with the form that was not right, if one was sent."""
    wrong = account_form or post_form
    if post_form is None:
        employer = work.session.get_one(Organisation, person.controller_id)
        post_form = PostForm(formdata=None, begins_on=work.facts.on)
        post_form.offer(employer, places_of(work.session, employer))
    page = render_template(
        _PAGE,
        member=StaffMember.of(work, person, visitors().policy),
        form=wrong,
        account_form=account_form or OpenAccountForm(formdata=None),
        role_form=post_form,
        action=ActionForm(formdata=None),
    )
    return make_response(page, 422 if wrong else 200)


def show_password(person: Person, username: str, password: str, name: str) -> Response:
    """A one-time password, shown this once to be handed over."""
    back = url_for("accounts.staff_member", person=person.id)
    names = {"username": username, "password": password, "name": name, "back": back}
    return make_response(render_template("accounts/one_time_password.html", **names))


def to_member(person: Person) -> Response:
    """Back to the page."""
    return make_response(redirect(url_for("accounts.staff_member", person=person.id), 303))
