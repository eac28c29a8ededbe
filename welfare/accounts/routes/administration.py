"""The staff of one's own organisation: the list, new people, and their posts."""

from flask import Response, flash, make_response, render_template, request, url_for
from flask_babel import gettext as _

from welfare.access.gate import refuse, refuse_within
from welfare.accounts.actions.administration import PostTakenError, end_post, grant_post
from welfare.accounts.actions.staff import NewStaff, create_staff
from welfare.accounts.forms.administration import EndPostForm, NewStaffForm, PostForm, SearchForm
from welfare.accounts.pages.administration import Shown, staff_page
from welfare.accounts.queries import places_of
from welfare.accounts.routes.member_page import draw_member, to_member
from welfare.accounts.routes.room import bp
from welfare.accounts.words import SHOWN_WORDS
from welfare.audit.unit_of_work import UnitOfWork
from welfare.organisations.models import Organisation
from welfare.people.models import Assignment, Person
from welfare.rules.actors import Facts, Role
from welfare.rules.permissions import Permission
from welfare.ui.paging import page_number

_LIST, _NEW = "accounts/administration.html", "accounts/new_staff.html"


@bp.get("/accounts", needs=Permission.ACCOUNT_LIST)
def administration(work: UnitOfWork) -> str:
    """The staff by name, a page at a time."""
    shown = _shown()
    page = staff_page(
        work,
        shown,
        "",
        page_number(request.args.get("page")),
        lambda number: url_for("accounts.administration", shown=shown.value, page=number),
    )
    return render_template(_LIST, page=page, shown=shown, kinds=SHOWN_WORDS, form=SearchForm(formdata=None), sought="")


@bp.post("/accounts/search", needs=Permission.ACCOUNT_LIST, saves=False)
def find_staff(work: UnitOfWork) -> Response:
    """The staff whose names hold these words; the first page of them, for a longer list asks for longer words."""
    form = SearchForm()
    is_valid = form.validate_on_submit()
    page = staff_page(work, Shown.ALL, form.name.data or "", 1, lambda _number: url_for("accounts.administration"))
    names = {"page": page, "shown": None, "kinds": SHOWN_WORDS, "form": form, "sought": form.name.data or ""}
    return make_response(render_template(_LIST, **names), 200 if is_valid else 422)


@bp.get("/accounts/new", needs=Permission.ACCOUNT_LIST)
def new_staff(work: UnitOfWork) -> str:
    """Ask about somebody whom no roster brings."""
    employer = _employer(work)
    form = NewStaffForm(formdata=None, begins_on=work.facts.on)
    form.offer(employer, places_of(work.session, employer))
    return render_template(_NEW, form=form)


@bp.post("/accounts/new", needs=Permission.ACCOUNT_LIST)
def add_staff(work: UnitOfWork) -> Response:
    """Put them into the directory, with one post; an account can be opened next."""
    employer = _employer(work)
    facts = Facts(on=work.facts.on, controller_id=employer.id)
    refuse_within(work, Permission.ACCOUNT_ADMINISTER, facts)
    form = NewStaffForm(today=work.facts.on)
    form.offer(employer, places_of(work.session, employer))
    if not form.validate_on_submit():
        return make_response(render_template(_NEW, form=form), 422)
    post = form.to_command()
    command = NewStaff(
        controller_id=employer.id,
        given_name=form.given_name.data,
        family_name=form.family_name.data,
        role=post.role,
        organisation_id=post.organisation_id,
        begins_on=post.begins_on,
        ends_on=post.ends_on,
    )
    person = create_staff(work, command)
    flash(_("The member of staff has been added. Open an account for them here."), "good")
    return to_member(person)


@bp.get("/accounts/<staff_id:person>", needs=Permission.ACCOUNT_ADMINISTER)
def staff_member(work: UnitOfWork, person: Person) -> Response:
    """One member of staff: account and posts."""
    return draw_member(work, person)


@bp.post("/accounts/<staff_id:person>/posts", needs=Permission.ACCOUNT_ADMINISTER)
def give_post(work: UnitOfWork, person: Person) -> Response:
    """Give a role."""
    employer = work.session.get_one(Organisation, person.controller_id)
    form = PostForm(today=work.facts.on)
    form.offer(employer, places_of(work.session, employer))
    if not form.validate_on_submit():
        return draw_member(work, person, post_form=form)
    try:
        grant_post(work, person, form.to_command())
    except PostTakenError:
        words = _("They hold this role there on some of these days already. End it first, or change the days.")
        form.refuse("role", words)
        return draw_member(work, person, post_form=form)
    flash(_("The role has been given."), "good")
    return to_member(person)


@bp.post("/accounts/<staff_id:person>/posts/end", needs=Permission.ACCOUNT_ADMINISTER)
def take_post(work: UnitOfWork, person: Person) -> Response:
    """Take a role away, at once."""
    form = EndPostForm()
    post = work.session.get(Assignment, form.post.data) if form.validate_on_submit() else None
    if post is None or post.person_id != person.id:
        refuse(work, work.facts)
    end_post(work, person, post)
    flash(_("The role has ended. Whatever it opened is shut from now on."), "good")
    return to_member(person)


def _employer(work: UnitOfWork) -> Organisation:
    """The organisation whose administrator is at work."""
    post = next(post for post in work.actor.posts if post.role is Role.ADMINISTRATOR)
    return work.session.get_one(Organisation, post.controller_id)


def _shown() -> Shown:
    asked = request.args.get("shown", "")
    return Shown(asked) if asked in list(Shown) else Shown.ALL
