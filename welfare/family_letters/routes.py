"""Making letters for a class or some of its families, and the page to which a letter leads."""

from secrets import token_urlsafe

from flask import Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from welfare.access.blueprint import GuardedBlueprint
from welfare.access.needs import Public
from welfare.accounts.actions.accounts import UsernameTakenError
from welfare.accounts.actions.entering import enter, level_after_password
from welfare.accounts.forms.passwords import least, refuse_bad_password
from welfare.accounts.routes.steps import lead_on, refused, this_visit, visitors
from welfare.audit.unit_of_work import UnitOfWork
from welfare.documents.serving import pdf_answer
from welfare.family_letters.actions import (
    LetterRefusedError,
    SpentFormError,
    check_person,
    find_letter,
    make_letters,
    use_letter,
)
from welfare.family_letters.forms import LettersForm, OwnLetterForm
from welfare.family_letters.pages import ClassPage, class_lines, known_of
from welfare.family_letters.paper import Bundle, letters_paper
from welfare.family_letters.queries import load_class
from welfare.organisations.models import SchoolClass
from welfare.people.models import Person
from welfare.rules.family_letters import is_proof
from welfare.rules.permissions import Permission

bp = GuardedBlueprint("family_letters", __name__, subjects={"letter_class_id": load_class})
_OWN = "family_letters/own.html"


@bp.get("/family-letters", needs=Permission.FAMILY_LETTER_LIST)
def classes(work: UnitOfWork) -> str:
    """Choose the class."""
    return render_template("family_letters/classes.html", classes=class_lines(work))


@bp.get("/family-letters/<letter_class_id:school_class>", needs=Permission.FAMILY_LETTER_MAKE)
def choose(work: UnitOfWork, school_class: SchoolClass) -> str:
    """Choose who gets a letter; those who have no way in yet are chosen beforehand, unless nobody is to be."""
    page = ClassPage.of(work, school_class)
    form = LettersForm(formdata=None)
    form.people.offer(page.options)
    form.people.put([] if request.args.get("show") == "none" else page.suggested)
    return render_template("family_letters/class.html", page=page, form=form)


@bp.post("/family-letters/<letter_class_id:school_class>", needs=Permission.FAMILY_LETTER_MAKE)
def make(work: UnitOfWork, school_class: SchoolClass) -> ResponseReturnValue:
    """Make the letters; the codes stand on this paper alone, which is not made twice."""
    page = ClassPage.of(work, school_class)
    form = LettersForm()
    form.people.offer(page.options)
    if not form.validate_on_submit():
        return render_template("family_letters/class.html", page=page, form=form), 422
    people = page.people(form.people.data)
    try:
        codes = make_letters(work, people, form.idempotency_key.data or token_urlsafe())
    except SpentFormError:
        form.refuse(None, _("These letters have been made already and are not shown again. Look who needs a new one."))
        return render_template("family_letters/class.html", page=page, form=form), 422
    address = url_for("family_letters.come", _external=True)
    return pdf_answer(letters_paper(work, people, Bundle(page.school, address, codes)))


@bp.get("/letter", needs=Public.OWN_LETTER)
def come(work: UnitOfWork) -> str:
    """Ask for the code and for who one is."""
    del work
    return render_template(_OWN, form=OwnLetterForm(formdata=None), least=least(is_alone=True))


@bp.post("/letter", needs=Public.OWN_LETTER)
def come_in(work: UnitOfWork) -> Response:
    """Open the account, and lead on to the own pages."""
    form = OwnLetterForm()
    if not form.validate_on_submit():
        return _draw(form)
    address = request.remote_addr or ""
    try:
        letter = find_letter(work, form.code.data, address)
        person = work.session.get_one(Person, letter.person_id)
        known = known_of(work, person)
        is_proved = is_proof(form.proof.data, known.identity_code, known.name.born_on)
        check_person(work, letter, person, is_proved=is_proved, address=address)
        own_words = (form.username.data, known.name.given, known.name.family)
        if not refuse_bad_password(form.new_password, form.again, is_alone=True, own_words=own_words):
            return _draw(form)
        account = use_letter(work, letter, person, form.to_command(), visitors().hashing)
    except LetterRefusedError as error:
        if not error.wait:
            form.refuse(None, _refusal())
        return refused(_OWN, form, error.wait, least=least(is_alone=True))
    except UsernameTakenError:
        form.refuse("username", _("Somebody has this user name already. Choose another."))
        return _draw(form)
    return lead_on(work, account, enter(work, account, level_after_password(account), this_visit()))


def _refusal() -> str:
    """The same words whatever it was."""
    return _(
        "The code and your own details do not belong together, or the letter is too old. Check both. Each member of "
        "the family has a letter of one’s own. The school office gives you a new one."
    )


def _draw(form: OwnLetterForm) -> Response:
    return make_response(render_template(_OWN, form=form, least=least(is_alone=True)), 422)
